package org.migrationhub.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.migrationhub.core.search.IndexBatch;
import org.migrationhub.core.search.IndexChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An index that is being built beside the one that serves, whose place it takes. Not thread-safe. */
final class Building implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Building.class);
    private static final int PROGRESS = 10_000;
    private static final String NAME = "anew";

    private final Site site;
    private final Directory directory;
    private final IndexWriter writer;
    private final DocumentMapping mapping = new DocumentMapping();
    private long reached;
    private long changes;

    private Building(Site site, Directory directory, IndexWriter writer) {
        this.site = site;
        this.directory = directory;
        this.writer = writer;
    }

    /** Where to build. */
    interface Site {

        /** An empty directory. */
        Directory open() throws IOException;

        /** Removes what was built, or what a process that was killed has left. */
        void clear() throws IOException;

        static Site inMemory() {
            return new Site() {
                @Override
                public Directory open() {
                    return new ByteBuffersDirectory();
                }

                @Override
                public void clear() {
                    // it is gone by itself
                }
            };
        }

        /** In a directory of its own under that of the index. */
        static Site in(Path index) {
            Path own = index.resolve(NAME);
            return new Site() {
                @Override
                public Directory open() throws IOException {
                    clear();
                    return FSDirectory.open(own);
                }

                @Override
                public void clear() throws IOException {
                    if (Files.isDirectory(own)) {
                        deleteFiles(own);
                        Files.delete(own);
                    }
                }
            };
        }

        private static void deleteFiles(Path directory) throws IOException {
            try (var files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    static Building begin(Site site) throws IOException {
        Directory directory = site.open();
        try {
            return new Building(site, directory, new IndexWriter(directory, IndexDirectory.config()));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Takes in all that the source has after what it gave before. */
    void take(IndexBatch.Source source) {
        source.forEach(reached, this::take);
    }

    /** How far the source has been followed. */
    long reached() {
        return reached;
    }

    /** The whole of it, to which nothing is added from here on. */
    Directory finished() throws IOException {
        writer.close(); // commits
        return directory;
    }

    /** Removes it, whether it was finished or not. */
    @Override
    public void close() throws IOException {
        if (writer.isOpen()) {
            writer.rollback();
        }
        directory.close();
        site.clear();
    }

    private void take(List<IndexChange> batch, long position) {
        try {
            LuceneSearchIndex.take(batch, mapping, writer);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index couldn't be built anew", e);
        }
        reached = position;
        long before = changes;
        changes += batch.size();
        if (before / PROGRESS != changes / PROGRESS) {
            LOG.info("Building the search index: {} changes so far, up to position {}", changes, reached);
        }
    }
}
