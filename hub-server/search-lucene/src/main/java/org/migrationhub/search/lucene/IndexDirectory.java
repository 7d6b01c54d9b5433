package org.migrationhub.search.lucene;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.migrationhub.core.search.Facet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory in which an index is kept: opens what is there if it is whole and ours, and makes room for a new one if it
 * isn't. What it holds can always be built anew from the journal; serving something broken can't be made good.
 */
final class IndexDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(IndexDirectory.class);

    private static final String FORMAT = "migration-hub.format";
    private static final String POSITION = "migration-hub.position";
    private static final String JOURNAL = "migration-hub.journal";

    /** To be raised with every change of what a document becomes. */
    private static final int VERSION = 5;

    private static final String OURS =
            VERSION + " " + Arrays.stream(Facet.values()).map(Facet::code).collect(Collectors.joining(","));

    private static final double BUFFER_MB = 64;

    /** Half of what Lucene thinks right: every search looks up its words in each segment, and each has words of its own. */
    private static final double SEGMENTS_PER_TIER = 5;

    private final Directory directory;
    private final String name;
    private final LongFunction<Optional<String>> journal;

    /**
     * A directory.
     *
     * @param name what to call it in messages
     * @param journal what tells the journal that is followed, up to a position, from any other; empty where it has nothing
     */
    IndexDirectory(Directory directory, String name, LongFunction<Optional<String>> journal) {
        this.directory = directory;
        this.name = name;
        this.journal = journal;
    }

    /**
     * A writer of what is there, if that can be used, or of nothing.
     *
     * @throws IllegalStateException if somebody else writes in the directory
     */
    IndexWriter open() throws IOException {
        try {
            makeRoom();
            IndexWriter writer = new IndexWriter(directory, config());
            if (!writer.getLiveCommitData().iterator().hasNext()) {
                writer.setLiveCommitData(data(0));
                writer.commit(); // so that from its first moment on it can be told from somebody else's
            }
            return writer;
        } catch (LockObtainFailedException e) {
            throw new IllegalStateException(
                    "The search index in " + name + " is in use. Stop the other server that uses this directory,"
                            + " or give this one a directory of its own.",
                    e);
        }
    }

    /** The position at which a writer stands. */
    static long position(IndexWriter writer) {
        return position(writer.getLiveCommitData());
    }

    private static long position(Iterable<Map.Entry<String, String>> data) {
        long position = 0;
        for (Map.Entry<String, String> entry : data) {
            position = entry.getKey().equals(POSITION) ? Long.parseLong(entry.getValue()) : position;
        }
        return position;
    }

    /**
     * What a commit at a position says of itself.
     *
     * @throws IllegalStateException if the journal has nothing at that position any more
     */
    Iterable<Map.Entry<String, String>> data(long position) {
        String mark = mark(position)
                .orElseThrow(() -> new IllegalStateException("The journal has no entry at " + position
                        + ", up to which the search index in " + name
                        + " has followed it: it must have been put back to an earlier state"));
        return Map.of(FORMAT, OURS, POSITION, Long.toString(position), JOURNAL, mark)
                .entrySet();
    }

    /** Whether the journal has anything at a position. */
    boolean isInJournal(long position) {
        return mark(position).isPresent();
    }

    /** At its beginning, every journal is the same. */
    private Optional<String> mark(long position) {
        return position == 0 ? Optional.of("") : journal.apply(position);
    }

    void close() throws IOException {
        directory.close();
    }

    @Override
    public String toString() {
        return name;
    }

    static IndexWriterConfig config() {
        return new IndexWriterConfig()
                .setSimilarity(Scoring.SIMILARITY)
                .setIndexSort(new Sort(new SortField(Fields.KEY, SortField.Type.STRING, true)))
                .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER))
                .setRAMBufferSizeMB(BUFFER_MB);
    }

    private void makeRoom() throws IOException {
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            Optional<String> unusable = unusable();
            if (unusable.isPresent()) {
                LOG.warn("The search index in {} can't be used and is built anew: {}", name, unusable.get());
                lock.ensureValid();
                deleteIndex();
            }
        }
    }

    /** Why what is there can't be used; empty if it can, or if there is nothing. */
    private Optional<String> unusable() throws IOException {
        if (files().isEmpty()) {
            return Optional.empty();
        }
        long position;
        String mark;
        try {
            Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
            if (!OURS.equals(data.get(FORMAT))) {
                return Optional.of("it is of another program or version: " + data.getOrDefault(FORMAT, "nobody's"));
            }
            position = position(data.entrySet());
            mark = data.getOrDefault(JOURNAL, "");
            checkEveryByte();
        } catch (CorruptIndexException
                | IndexFormatTooNewException
                | IndexFormatTooOldException
                | EOFException
                | FileNotFoundException
                | NoSuchFileException
                | RuntimeException
                | OutOfMemoryError
                | InternalError e) { // of a length that isn't one, and of a mapped file that can't be read
            LOG.debug("Why the search index in {} can't be used", name, e);
            return Optional.of(e.toString());
        }
        return mark(position).filter(mark::equals).isPresent()
                ? Optional.empty()
                : Optional.of("it has followed another journal, or one that has been put back since");
    }

    private void checkEveryByte() throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
        }
    }

    private void deleteIndex() throws IOException {
        for (String file : files()) {
            directory.deleteFile(file);
        }
    }

    /** The files of whatever index; any other file in the directory is left alone. */
    private List<String> files() throws IOException {
        return Arrays.stream(directory.listAll())
                .filter(file -> file.startsWith(IndexFileNames.SEGMENTS)
                        || file.startsWith(IndexFileNames.PENDING_SEGMENTS)
                        || IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches())
                .toList();
    }
}
