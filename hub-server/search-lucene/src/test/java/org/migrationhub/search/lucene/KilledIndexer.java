package org.migrationhub.search.lucene;

import java.nio.file.Path;
import org.migrationhub.core.search.IndexBatch;

/** A process that follows the {@link Journal} until it is killed, and tells on standard output how far it is. */
final class KilledIndexer {

    /** How far a rebuild goes beyond where the index stands. */
    private static final int STEP = 40;

    private KilledIndexer() {}

    /** With the directory and, to build the index anew again and again, "anew". */
    public static void main(String[] args) {
        try (LuceneSearchIndex index = LuceneSearchIndex.open(Path.of(args[0]))) {
            while (true) {
                if (args.length > 1) {
                    index.rebuild(telling(Journal.upTo(index.position() + STEP)));
                } else {
                    long next = index.position() + 1;
                    index.apply(Journal.changes(next), next);
                    System.out.println(next);
                }
            }
        }
    }

    /** Tells each position at which it is asked; twice that of the end, from where on the new index takes the other's place. */
    private static IndexBatch.Source telling(IndexBatch.Source source) {
        return position -> {
            System.out.println(position);
            return source.after(position);
        };
    }
}
