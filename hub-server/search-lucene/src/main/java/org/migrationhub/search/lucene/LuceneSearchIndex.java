package org.migrationhub.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.search.DocumentId;
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

    /** Small segments wait in memory for the next commit, which most of them don't live to see. */
    private static final double MOST_CACHED_MB = 32;

    private final IndexDirectory directory;
    private final Building.Site site;
    private final Segment.Open segments = new Segment.Open();
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock building = new ReentrantLock();
    private final DocumentMapping mapping = new DocumentMapping();
    private volatile @Nullable Snapshot current;
    private volatile long position;

    /** The position of the last commit, to which the index falls back when something fails. */
    private long committed;

    /** Whether the index has fallen back since somebody last handed over changes, who must ask where it stands. */
    private boolean fallenBack;

    /** Whether something was applied that {@link #current} doesn't show yet; the next search sees to it. */
    private volatile boolean unseen;

    private IndexWriter writer;
    private int uncommitted;

    private LuceneSearchIndex(IndexDirectory directory, Building.Site site) throws IOException {
        this.directory = directory;
        this.site = site;
        this.writer = this.directory.open();
        site.clear(); // a process that was killed while it built may have left something
        this.current = new Snapshot(DirectoryReader.open(writer), segments);
        this.committed = IndexDirectory.position(writer);
        this.position = committed;
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
        return open(directory, position -> Optional.of(""));
    }

    /**
     * The same of an index that follows one journal and no other: an index that has followed another one, or the same
     * before it was put back to an earlier state, is deleted, too.
     *
     * @param journal what tells the journal up to a position from any other, such as the hash of the entry there; empty if
     *     it has no entry there. Asked when the index is opened and before each commit; what it throws is thrown on, and
     *     nothing is deleted or committed. Where there is no entry, an index that stands there is deleted when it is opened,
     *     and one that would commit falls back to its last commit and throws {@link IllegalStateException}
     */
    public static LuceneSearchIndex open(Path directory, LongFunction<Optional<String>> journal) {
        try {
            Building.Site site = Building.Site.in(Files.createDirectories(directory));
            Directory files = new NRTCachingDirectory(FSDirectory.open(directory), MOST_CACHED_MB / 8, MOST_CACHED_MB);
            return opened(new IndexDirectory(files, directory.toString(), journal), site);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index in " + directory + " can't be opened", e);
        }
    }

    /** An index in memory, empty: for tests and trials. */
    public static LuceneSearchIndex inMemory() {
        try {
            IndexDirectory directory =
                    new IndexDirectory(new ByteBuffersDirectory(), "memory", position -> Optional.of(""));
            return opened(directory, Building.Site.inMemory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long position() {
        snapshot();
        return position;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the index has fallen back to its last commit since the last call, because its writer
     *     had failed meanwhile: the changes may be of later than what it holds, and nothing of them is taken in
     */
    @Override
    public void apply(List<IndexChange> changes, long reached) {
        writing.lock();
        try {
            write(() -> {
                refuseIfFallenBack();
                if (reached > position) {
                    take(changes);
                    move(reached);
                    uncommitted += changes.size() + 1;
                    if (uncommitted >= MOST_UNCOMMITTED) {
                        commit();
                    }
                }
            });
        } finally {
            fallenBack = false; // whoever hands over changes knows by now: an exception tells
            writing.unlock();
        }
    }

    @Override
    public SearchPage search(SearchQuery query) {
        return read(seen -> Search.answer(seen, query.attempts().iterator()));
    }

    @Override
    public List<Suggestion> suggest(String typed, List<Language> preferred, int most) {
        return read(seen -> new Suggestions(seen, typed, preferred, most).all());
    }

    @Override
    public List<SearchHit> like(DocumentId document, int most) {
        return read(seen -> new Likeness(seen, document, most).all());
    }

    @Override
    public Marking marking(SearchQuery query) {
        WordSearch words = read(seen -> WordSearch.of(query, seen));
        Map<TextLanguage, Excerpts.Looked> looked = new EnumMap<>(TextLanguage.class);
        return (text, language, length) ->
                new Excerpts(text, looked.computeIfAbsent(TextLanguage.of(language), words::looked)).cut(length);
    }

    @Override
    public void clear() {
        rebuild(reached -> Optional.empty());
    }

    @Override
    public void rebuild(IndexBatch.Source source) {
        building.lock();
        try (Building anew = Building.begin(site)) {
            anew.take(source);
            write(() -> replaceBy(anew, source));
        } catch (IOException e) {
            throw new UncheckedIOException("The search index in " + directory + " couldn't be built anew", e);
        } finally {
            building.unlock();
        }
    }

    /** Lets go of it. What couldn't be committed is followed again by whoever opens it next. */
    @Override
    public void close() {
        writing.lock();
        try {
            Snapshot last = current;
            if (last == null) {
                return;
            }
            commitOrGoBack();
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

    private void commitOrGoBack() throws IOException {
        if (!writer.isOpen()) {
            return;
        }
        try {
            commit();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The search index in {} is closed as it was at its last commit", directory, e);
            writer.rollback();
        }
    }

    static LuceneSearchIndex opened(IndexDirectory directory, Building.Site site) throws IOException {
        try {
            return new LuceneSearchIndex(directory, site);
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
        take(changes, mapping, writer);
    }

    static void take(List<IndexChange> changes, DocumentMapping mapping, IndexWriter writer) throws IOException {
        Map<DocumentId, Optional<Document>> last = new LinkedHashMap<>();
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

    /** Puts what was built in the place of all that is there; neither is shown or committed but as a whole. */
    private void replaceBy(Building anew, IndexBatch.Source source) throws IOException {
        showUnseen();
        if (directory.isInJournal(position)) { // else the journal was put back, and nothing of this need be kept
            commit();
        }
        anew.take(source);
        writer.deleteAll();
        writer.addIndexes(anew.finished());
        commit(anew.reached());
        show(anew.reached());
    }

    /** From here on, searches wait for what was taken in. */
    private void move(long reached) {
        unseen = true;
        position = reached;
    }

    private void showUnseen() throws IOException {
        if (unseen) {
            show(position);
            unseen = false;
        }
    }

    /** Until it is ready, whoever searches sees what was there before. */
    private void show(long reached) throws IOException {
        DirectoryReader changed = DirectoryReader.openIfChanged(snapshot().reader(), writer);
        if (changed != null) {
            replace(new Snapshot(changed, segments));
        }
        position = reached;
    }

    private void commit() throws IOException {
        commit(position);
    }

    private void commit(long reached) throws IOException {
        writer.setLiveCommitData(directory.data(reached));
        writer.commit();
        committed = reached;
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
        fallBackTo(committed);
        try {
            writer.rollback();
            reopenIfBroken();
        } catch (IOException | RuntimeException e) {
            cause.addSuppressed(e); // the next who writes tries again
        }
    }

    /** Lucene's writer closes itself when a file can't be written, also beside all calls, while it merges. */
    private void reopenIfBroken() throws IOException {
        if (!writer.isOpen()) {
            writer.rollback(); // waits until it has let go of the directory
            writer = directory.open();
            uncommitted = 0;
            committed = IndexDirectory.position(writer);
            fallBackTo(committed);
            replace(new Snapshot(DirectoryReader.open(writer), segments));
            unseen = false;
        }
    }

    private void fallBackTo(long earlier) {
        fallenBack |= earlier != position;
        position = earlier;
    }

    private void refuseIfFallenBack() {
        if (fallenBack) {
            throw new IllegalStateException("The search index in " + directory
                    + " has lost what it hadn't committed: hand over what follows position " + position);
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
