package org.migrationhub.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.Excerpt;
import org.migrationhub.core.search.Excerpting;
import org.migrationhub.core.search.IndexBatch;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.Likening;
import org.migrationhub.core.search.SearchHit;
import org.migrationhub.core.search.SearchIndex;
import org.migrationhub.core.search.SearchPage;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Suggesting;
import org.migrationhub.core.search.Suggestion;
import org.migrationhub.core.vocabulary.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A search index on Lucene, in a directory or in memory. Beyond what the words of a query mean it finds their other forms
 * in the languages in which they seem to be written, and other names of bodies; and for words that nothing holds it finds
 * those that may have been meant.
 *
 * <p>What was applied is seen at once, and is on disk for good, together with the position, after the next commit: one
 * comes by itself after every {@value #MOST_UNCOMMITTED} changes and calls, and with {@link #close}. After a crash the
 * index is what it was at the last commit, with the position of then, from which the hub follows the journal.
 *
 * <p>Thread-safe: one writer at a time, searches beside one another and beside it. A failure of the disk is an
 * {@link UncheckedIOException}.
 */
public final class LuceneSearchIndex implements SearchIndex, Suggesting, Likening, Excerpting {

    private static final Logger LOG = LoggerFactory.getLogger(LuceneSearchIndex.class);
    private static final int MOST_UNCOMMITTED = 2_048;
    private static final int PROGRESS = 10_000;

    /** Small segments wait in memory for the next commit, which most of them don't live to see. */
    private static final double MOST_CACHED_MB = 32;

    private final IndexDirectory directory;
    private final Segment.Open segments = new Segment.Open();
    private final ReentrantLock writing = new ReentrantLock();
    private final DocumentMapping mapping = new DocumentMapping();
    private volatile @Nullable Snapshot current;
    private volatile long position;

    /** Whether something was applied that {@link #current} doesn't show yet; the next search sees to it. */
    private volatile boolean unseen;

    private IndexWriter writer;
    private int uncommitted;

    private LuceneSearchIndex(Directory directory, String name) throws IOException {
        this.directory = new IndexDirectory(directory, name);
        this.writer = this.directory.open();
        this.current = new Snapshot(DirectoryReader.open(writer), segments);
        this.position = IndexDirectory.position(writer);
    }

    /**
     * Opens the index in a directory, or begins one there. Every byte of it is checked; an index that is damaged, of
     * another program or of another version is deleted, so that this one begins at position 0.
     *
     * @param directory made if it isn't there; files in it that belong to no index are left alone
     * @throws IllegalStateException if somebody else has the index open
     * @throws UncheckedIOException if the directory can't be used
     */
    public static LuceneSearchIndex open(Path directory) {
        try {
            Directory files = FSDirectory.open(Files.createDirectories(directory));
            return opened(new NRTCachingDirectory(files, MOST_CACHED_MB / 8, MOST_CACHED_MB), directory.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The search index in " + directory + " can't be opened", e);
        }
    }

    /** An index in memory, empty: for tests and trials. */
    public static LuceneSearchIndex inMemory() {
        try {
            return opened(new ByteBuffersDirectory(), "memory");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long position() {
        snapshot();
        return position;
    }

    @Override
    public void apply(List<IndexChange> changes, long reached) {
        write(() -> {
            if (reached > position) {
                take(changes);
                move(reached);
                uncommitted += changes.size() + 1;
                if (uncommitted >= MOST_UNCOMMITTED) {
                    commit();
                }
            }
        });
    }

    @Override
    public SearchPage search(SearchQuery query) {
        return read(seen -> new Search(seen, query).page());
    }

    @Override
    public List<Suggestion> suggest(String typed, List<Language> preferred, int most) {
        return read(seen -> new Suggestions(seen, typed, preferred, most).all());
    }

    @Override
    public List<SearchHit> like(SubmissionId item, int most) {
        return read(seen -> new Likeness(seen, item, most).all());
    }

    @Override
    public Excerpt excerpt(SearchQuery query, String text, @Nullable Language language, int length) {
        return read(
                seen -> new Excerpts(text, WordSearch.of(query, seen).looked(TextLanguage.of(language))).cut(length));
    }

    @Override
    public void clear() {
        rebuild(reached -> Optional.empty());
    }

    @Override
    public void rebuild(IndexBatch.Source source) {
        write(() -> {
            showUnseen();
            commit();
            writer.deleteAll();
            long[] reached = {0, 0};
            source.forEach((changes, end) -> {
                takeUnchecked(changes);
                tell(reached, changes.size());
                reached[0] = end;
            });
            move(reached[0]);
            showUnseen();
            commit();
        });
    }

    @Override
    public void close() {
        writing.lock();
        try {
            Snapshot last = current;
            if (last == null) {
                return;
            }
            if (writer.isOpen()) {
                commit();
            }
            current = null;
            last.reader().close(); // before the writer, which then deletes what only this state still needed
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The search index in " + directory + " couldn't be closed", e);
        } finally {
            writing.unlock();
        }
    }

    private static LuceneSearchIndex opened(Directory directory, String name) throws IOException {
        try {
            return new LuceneSearchIndex(directory, name);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Runs what changes the index; if it fails on the way, nothing of it stays. */
    private void write(Work work) {
        writing.lock();
        try {
            snapshot();
            runOrGoBack(work);
        } finally {
            writing.unlock();
        }
    }

    private void runOrGoBack(Work work) {
        try {
            reopenIfBroken();
            work.run();
        } catch (IOException e) {
            goBack(e);
            throw new UncheckedIOException("The search index in " + directory + " couldn't be changed", e);
        } catch (RuntimeException e) {
            goBack(e);
            throw e;
        }
    }

    /** Documents are made before the first is taken in: what can't be made must not leave half of a change behind. */
    private void take(List<IndexChange> changes) throws IOException {
        Map<SubmissionId, Optional<Document>> last = new LinkedHashMap<>();
        for (IndexChange change : changes) {
            last.put(
                    change.id(),
                    change instanceof IndexChange.Put put
                            ? Optional.of(mapping.map(put.document()))
                            : Optional.empty());
        }
        for (var change : last.entrySet()) {
            Term id = new Term(Fields.ID, change.getKey().value());
            if (change.getValue().isPresent()) {
                writer.updateDocument(id, change.getValue().get());
            } else {
                writer.deleteDocuments(id);
            }
        }
    }

    private void takeUnchecked(List<IndexChange> changes) {
        try {
            take(changes);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index in " + directory + " couldn't be built", e);
        }
    }

    private static void tell(long[] reached, int more) {
        long before = reached[1];
        reached[1] += more;
        if (before / PROGRESS != reached[1] / PROGRESS) {
            LOG.info("Building the search index: {} changes so far, up to position {}", reached[1], reached[0]);
        }
    }

    /** From here on, searches wait for what was taken in. */
    private void move(long reached) {
        unseen = true;
        position = reached;
    }

    private void showUnseen() throws IOException {
        if (unseen) {
            DirectoryReader changed = DirectoryReader.openIfChanged(snapshot().reader(), writer);
            if (changed != null) {
                replace(new Snapshot(changed, segments));
            }
            unseen = false;
        }
    }

    private void commit() throws IOException {
        writer.setLiveCommitData(IndexDirectory.data(position));
        writer.commit();
        uncommitted = 0;
    }

    private void replace(Snapshot next) throws IOException {
        Snapshot last = current;
        current = next;
        if (last != null) {
            last.reader().decRef();
        }
    }

    /** Back to the last commit, so that content and position belong together again. */
    private void goBack(Exception cause) {
        try {
            writer.rollback();
            reopenIfBroken();
        } catch (IOException | RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private void reopenIfBroken() throws IOException {
        if (!writer.isOpen()) {
            writer = directory.open();
            uncommitted = 0;
            position = IndexDirectory.position(writer);
            replace(new Snapshot(DirectoryReader.open(writer), segments));
            unseen = false;
        }
    }

    private Snapshot snapshot() {
        Snapshot seen = current;
        if (seen == null) {
            throw new IllegalStateException("The search index in " + directory + " is closed");
        }
        return seen;
    }

    /** Answers from one state, whatever is changed meanwhile. */
    private <R> R read(Reading<R> reading) {
        if (unseen) {
            write(this::showUnseen);
        }
        Snapshot seen = hold();
        try {
            return reading.of(seen);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index in " + directory + " can't be read", e);
        } finally {
            release(seen);
        }
    }

    private Snapshot hold() {
        while (true) {
            Snapshot seen = snapshot();
            if (seen.reader().tryIncRef()) {
                return seen;
            }
        }
    }

    private static void release(Snapshot seen) {
        try {
            seen.reader().decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What reads a state and may fail because of the disk.
     *
     * @param <R> what comes of it
     */
    private interface Reading<R> {
        R of(Snapshot seen) throws IOException;
    }

    /** What may fail because of the disk. */
    private interface Work {
        void run() throws IOException;
    }
}
