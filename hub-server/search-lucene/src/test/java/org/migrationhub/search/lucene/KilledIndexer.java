package org.migrationhub.search.lucene;

import java.nio.file.Path;

/** A process that follows the {@link Journal} until it is killed, and tells each position on standard output. */
final class KilledIndexer {

    private KilledIndexer() {}

    public static void main(String[] args) {
        try (LuceneSearchIndex index = LuceneSearchIndex.open(Path.of(args[0]))) {
            while (true) {
                long next = index.position() + 1;
                index.apply(Journal.changes(next), next);
                System.out.println(next);
            }
        }
    }
}
