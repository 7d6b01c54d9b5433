package org.migrationhub.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.SearchPage;
import org.migrationhub.core.search.SearchQuery;

/** After whatever failure, no change is ever left out: who hands changes over learns where the index stands. */
class FailureTest {

    /** So many that the index commits by itself; they change nothing. */
    private static final List<IndexChange> ENOUGH_TO_COMMIT =
            Collections.nCopies(2_100, new IndexChange.Remove(DocumentId.of(new SubmissionId("nothing"))));

    private static final SearchQuery EVERYTHING = SearchQuery.everything().limit(SearchQuery.MOST);

    /** The largest number, as lengths are written: no memory has room for it. */
    private static final byte[] A_LENGTH = {-1, -1, -1, -1, 7};

    private final FailingDirectory disk = new FailingDirectory(new ByteBuffersDirectory());

    @TempDir
    private Path directory;

    @Test
    void anIndexThatCantCommitGoesBackToItsLastCommitAndSaysSo() throws IOException {
        try (LuceneSearchIndex index = onDisk()) {
            index.rebuild(Journal.upTo(3));
            follow(index, 6);
            disk.failAfter(0);
            assertThatThrownBy(() -> index.apply(ENOUGH_TO_COMMIT, 7)).isInstanceOf(UncheckedIOException.class);
            assertThat(index.position()).isEqualTo(3);

            disk.mend();
            follow(index, 7);
            assertThat(index.search(EVERYTHING)).isEqualTo(whole(7));
        }
    }

    @Test
    void aWriterThatBreaksBesideTheFollowerLosesNoChange() throws IOException {
        try (LuceneSearchIndex index = onDisk()) {
            index.rebuild(Journal.upTo(3));
            follow(index, 6);
            disk.failAfter(0);
            assertThatThrownBy(() -> index.search(EVERYTHING)).isInstanceOf(UncheckedIOException.class);

            disk.mend();
            assertThatIllegalStateException()
                    .as("who has read the journal from 6 on")
                    .isThrownBy(() -> index.apply(Journal.changes(7), 7))
                    .withMessageContaining("position 3");
            assertThat(index.position()).isEqualTo(3);
            follow(index, 7);
            assertThat(index.search(EVERYTHING)).isEqualTo(whole(7));
        }
    }

    @Test
    void whatFailsBeforeAnythingWasLostNeedNotBeToldTwice() throws IOException {
        try (LuceneSearchIndex index = onDisk()) {
            index.rebuild(Journal.upTo(3));
            disk.failAfter(0);
            assertThatThrownBy(() -> index.rebuild(Journal.upTo(9))).isInstanceOf(UncheckedIOException.class);

            disk.mend();
            follow(index, 5);
            assertThat(index.search(EVERYTHING)).isEqualTo(whole(5));
        }
    }

    @Test
    void aJournalThatCantBeReadWhenAnIndexCommitsLosesNoChange() {
        AtomicLong end = new AtomicLong(100);
        LongFunction<Optional<String>> journal = position -> {
            if (end.get() == 0) {
                throw new IllegalStateException("The database is gone");
            }
            return Optional.of("entry");
        };
        try (LuceneSearchIndex index = LuceneSearchIndex.open(directory, journal)) {
            index.rebuild(Journal.upTo(3));
            follow(index, 6);
            end.set(0);
            assertThatThrownBy(() -> index.apply(ENOUGH_TO_COMMIT, 7)).hasMessage("The database is gone");
            assertThat(index.position()).isEqualTo(3);

            end.set(100);
            follow(index, 7);
            assertThat(index.search(EVERYTHING)).isEqualTo(whole(7));
        }
    }

    @Test
    void anIndexNeverCommitsWhatTheJournalDoesntHold() {
        AtomicLong end = new AtomicLong(6);
        try (LuceneSearchIndex index = LuceneSearchIndex.open(directory, upTo(end))) {
            index.rebuild(Journal.upTo(3));
            follow(index, 6);
            end.set(4);
            assertThatIllegalStateException()
                    .isThrownBy(() -> index.apply(ENOUGH_TO_COMMIT, 7))
                    .withMessageContaining("put back");
            assertThat(index.position()).as("the last that both have").isEqualTo(3);

            follow(index, 5);
            end.set(2);
            assertThatIllegalStateException().isThrownBy(() -> index.apply(ENOUGH_TO_COMMIT, 7));
            assertThat(index.position()).as("nothing that both have").isZero();
        }
    }

    @Test
    void anIndexIsBuiltAnewBesideTheOldOneWhenTheJournalWasPutBack() {
        AtomicLong end = new AtomicLong(6);
        try (LuceneSearchIndex index = LuceneSearchIndex.open(directory, upTo(end))) {
            follow(index, 6);
            end.set(4);
            index.rebuild(reached -> {
                assertThat(index.position()).isEqualTo(6);
                return Journal.upTo(4).after(reached);
            });
            assertThat(index.position()).isEqualTo(4);
            assertThat(index.search(EVERYTHING)).isEqualTo(whole(4));
        }
    }

    @Test
    void anIndexOfAJournalThatWasPutBackBeginsAnewHoweverOftenItIsOpened() {
        AtomicLong end = new AtomicLong(6);
        try (LuceneSearchIndex index = LuceneSearchIndex.open(directory, upTo(end))) {
            follow(index, 6);
        }
        end.set(4);
        for (int time = 0; time < 2; time++) {
            try (LuceneSearchIndex index = LuceneSearchIndex.open(directory, upTo(end))) {
                assertThat(index.position()).isZero();
                assertThat(index.search(EVERYTHING).total()).isZero();
                index.apply(Journal.changes(6), 6); // by somebody who has read the journal before it was put back
            }
        }
    }

    @Test
    void whereverARebuildBreaksOffTheOldOrTheNewIsThereAndNothingIsLost() throws IOException {
        Map<Long, SearchPage> wholes = new HashMap<>();
        Directory begun = begun();
        boolean broken = true;
        int steps = 0;
        for (; broken; steps++) {
            FailingDirectory disk = new FailingDirectory(copy(begun));
            try (LuceneSearchIndex index = on(disk)) {
                follow(index, 15);
                disk.failAfter(steps);
                broken = breaksOff(index);
                assertWhole(copy(disk), wholes);

                disk.mend();
                followAgain(index, 30);
                assertThat(index.search(EVERYTHING)).isEqualTo(wholes.computeIfAbsent(30L, FailureTest::whole));
            }
        }
        assertThat(steps).as("else nothing was tested").isGreaterThan(20);
        assertThat(wholes).containsOnlyKeys(10L, 15L, 20L, 30L);
    }

    @Test
    void searchesDontWaitForTheDiskWhileWhatWasBuiltAnewTakesItsPlace() throws IOException {
        try (LuceneSearchIndex index = onDisk()) {
            follow(index, 10);
            SearchPage old = index.search(EVERYTHING);
            AtomicLong syncs = new AtomicLong();
            disk.beforeSync(() -> {
                syncs.incrementAndGet();
                assertThat(CompletableFuture.supplyAsync(() -> index.search(EVERYTHING)))
                        .succeedsWithin(Duration.ofSeconds(30))
                        .isEqualTo(old);
                assertThat(CompletableFuture.supplyAsync(index::position))
                        .succeedsWithin(Duration.ofSeconds(30))
                        .isEqualTo(10L);
            });
            index.rebuild(Journal.upTo(20));
            assertThat(syncs).hasValueGreaterThan(1);
            disk.beforeSync(() -> {});
            assertThat(index.position()).isEqualTo(20);
            assertThat(index.search(EVERYTHING)).isEqualTo(whole(20));
        }
    }

    @Test
    void damageThatJavaReportsAsAnErrorIsDamage() throws IOException {
        Directory begun = begun();
        String commit = SegmentInfos.getLastCommitSegmentsFileName(begun);
        int size = bytes(begun, commit).length;
        for (int at = 0; at + A_LENGTH.length <= size; at++) {
            byte[] bytes = bytes(begun, commit);
            System.arraycopy(A_LENGTH, 0, bytes, at, A_LENGTH.length);
            Directory damaged = copy(begun);
            damaged.deleteFile(commit);
            try (IndexOutput out = damaged.createOutput(commit, IOContext.DEFAULT)) {
                out.writeBytes(bytes, bytes.length);
            }
            assertBeginsAnew(damaged);
        }
        assertBeginsAnew(new FilterDirectory(copy(begun)) {
            @Override
            public IndexInput openInput(String name, IOContext context) throws IOException {
                if (name.endsWith(".cfs") || name.endsWith(".doc")) {
                    throw new InternalError("a fault occurred in an unsafe memory access operation");
                }
                return super.openInput(name, context);
            }
        });
    }

    private static void assertBeginsAnew(Directory damaged) throws IOException {
        IndexDirectory files = new IndexDirectory(damaged, "damaged", position -> Optional.of(""));
        try (LuceneSearchIndex index = LuceneSearchIndex.opened(files, Building.Site.inMemory())) {
            assertThat(index.position()).isZero();
        }
    }

    private static byte[] bytes(Directory directory, String file) throws IOException {
        try (IndexInput in = directory.openInput(file, IOContext.DEFAULT)) {
            byte[] bytes = new byte[(int) in.length()];
            in.readBytes(bytes, 0, bytes.length);
            return bytes;
        }
    }

    private static Directory begun() throws IOException {
        FailingDirectory disk = new FailingDirectory(new ByteBuffersDirectory());
        try (LuceneSearchIndex index = on(disk)) {
            index.rebuild(Journal.upTo(10));
            return copy(disk);
        }
    }

    private static boolean breaksOff(LuceneSearchIndex index) {
        try {
            index.rebuild(Journal.upTo(20));
            return false;
        } catch (UncheckedIOException e) {
            return true;
        }
    }

    /** As the next process would find it if this one were killed now. */
    private static void assertWhole(Directory left, Map<Long, SearchPage> wholes) throws IOException {
        try (LuceneSearchIndex index = on(new FailingDirectory(left))) {
            assertThat(index.search(EVERYTHING))
                    .isEqualTo(wholes.computeIfAbsent(index.position(), FailureTest::whole));
        }
    }

    private static Directory copy(Directory directory) throws IOException {
        Directory copy = new ByteBuffersDirectory();
        for (String file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                copy.copyFrom(directory, file, file, IOContext.DEFAULT);
            }
        }
        return copy;
    }

    private static LongFunction<Optional<String>> upTo(AtomicLong end) {
        return position -> Optional.of("entry " + position).filter(mark -> position <= end.get());
    }

    private LuceneSearchIndex onDisk() throws IOException {
        return on(disk);
    }

    private static LuceneSearchIndex on(FailingDirectory disk) throws IOException {
        IndexDirectory files = new IndexDirectory(disk, "the disk", position -> Optional.of(""));
        return LuceneSearchIndex.opened(files, Building.Site.inMemory());
    }

    /** As a follower does: on from where the index says that it stands. */
    private static void follow(LuceneSearchIndex index, long last) {
        LongStream.rangeClosed(index.position() + 1, last)
                .forEach(position -> index.apply(Journal.changes(position), position));
    }

    /** The same of one who may be told to ask again. */
    private static void followAgain(LuceneSearchIndex index, long last) {
        try {
            follow(index, last);
        } catch (IllegalStateException e) {
            follow(index, last);
        }
    }

    private static SearchPage whole(long last) {
        try (LuceneSearchIndex index = LuceneSearchIndex.inMemory()) {
            follow(index, last);
            return index.search(EVERYTHING);
        }
    }
}
