package org.migrationhub.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.ItemDocument;
import org.migrationhub.core.search.SearchPage;
import org.migrationhub.core.search.SearchQuery;

/** What becomes of an index on disk between two processes. */
class DirectoryTest {

    @TempDir
    private Path directory;

    @Test
    void whatWasClosedIsThereAgain() {
        SearchPage before = fill(20);
        try (LuceneSearchIndex index = LuceneSearchIndex.open(directory)) {
            assertThat(index.position()).isEqualTo(20);
            assertThat(index.search(SearchQuery.everything())).isEqualTo(before);
        }
    }

    @Test
    void aPositionWithoutChangesIsThereAgain() {
        try (LuceneSearchIndex index = LuceneSearchIndex.open(directory)) {
            index.apply(List.of(), 7);
        }
        try (LuceneSearchIndex index = LuceneSearchIndex.open(directory)) {
            assertThat(index.position()).isEqualTo(7);
        }
    }

    @Test
    void aDirectoryThatIsntThereIsMade() {
        try (LuceneSearchIndex index = LuceneSearchIndex.open(directory.resolve("a/b"))) {
            assertThat(index.position()).isZero();
        }
        assertThat(directory.resolve("a/b")).isDirectory();
    }

    @Test
    void aSecondWriterIsRefusedByTheNameOfTheDirectory() {
        try (LuceneSearchIndex index = LuceneSearchIndex.open(directory)) {
            assertThatThrownBy(() -> LuceneSearchIndex.open(directory))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("in use");
            index.apply(List.of(), 1);
            assertThat(index.position()).isEqualTo(1);
        }
    }

    @Test
    void whereNoDirectoryCanBeTheMessageNamesIt() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "no directory");
        assertThatThrownBy(() -> LuceneSearchIndex.open(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void anyDamagedByteIsFoundAndTheIndexBeginsAnew() throws IOException {
        fill(60);
        for (String name : files()) {
            Path file = directory.resolve(name);
            byte[] whole = Files.readAllBytes(file);
            for (int at : List.of(0, whole.length / 3, whole.length / 2, whole.length - 1)) {
                byte[] damaged = whole.clone();
                damaged[at] ^= 0x20;
                assertBeginsAnew(name + " damaged at " + at, () -> Files.write(file, damaged));
            }
            assertBeginsAnew(
                    name + " cut short",
                    () -> Files.write(file, Arrays.copyOf(whole, whole.length - whole.length / 4 - 1)));
            assertBeginsAnew(name + " empty", () -> Files.write(file, new byte[0]));
            assertBeginsAnew(name + " lost", () -> Files.delete(file));
        }
    }

    @Test
    void anIndexOfAnotherProgramIsReplaced() throws IOException {
        try (FSDirectory files = FSDirectory.open(directory);
                IndexWriter writer = new IndexWriter(files, new IndexWriterConfig())) {
            writer.addDocument(new Document());
        }
        assertBegins();
    }

    @Test
    void anIndexOfANewerVersionIsReplaced() throws IOException {
        try (FSDirectory files = FSDirectory.open(directory);
                IndexWriter writer = new IndexWriter(files, new IndexWriterConfig())) {
            writer.addDocument(new Document());
            writer.setLiveCommitData(Map.of("migration-hub.format", "999 kind", "migration-hub.position", "12")
                    .entrySet());
        }
        assertBegins();
    }

    @Test
    void anIndexThatHasFollowedAnotherJournalIsReplaced() {
        try (LuceneSearchIndex index =
                LuceneSearchIndex.open(directory, position -> Optional.of("one at " + position))) {
            index.apply(Journal.changes(3), 3);
        }
        try (LuceneSearchIndex index =
                LuceneSearchIndex.open(directory, position -> Optional.of("one at " + position))) {
            assertThat(index.position()).isEqualTo(3);
        }
        try (LuceneSearchIndex index =
                LuceneSearchIndex.open(directory, position -> Optional.of("other at " + position))) {
            assertThat(index.position()).isZero();
            assertThat(index.search(SearchQuery.everything()).total()).isZero();
        }
    }

    @Test
    void aJournalThatCantBeReadDeletesNothing() {
        fill(20);
        IllegalStateException gone = new IllegalStateException("The database is gone");
        assertThatThrownBy(() -> LuceneSearchIndex.open(directory, position -> {
                    throw gone;
                }))
                .isSameAs(gone);
        try (LuceneSearchIndex index = LuceneSearchIndex.open(directory)) {
            assertThat(index.position()).isEqualTo(20);
        }
    }

    @Test
    void anIndexThatCantSayWhatItHasFollowedIsClosedAsItWas() {
        AtomicBoolean gone = new AtomicBoolean();
        LongFunction<Optional<String>> journal = position -> {
            if (gone.get()) {
                throw new IllegalStateException("The database is gone");
            }
            return Optional.of("one");
        };
        try (LuceneSearchIndex index = LuceneSearchIndex.open(directory, journal)) {
            index.rebuild(Journal.upTo(5));
            index.apply(List.of(), 6);
            gone.set(true);
        }
        gone.set(false);
        try (LuceneSearchIndex index = LuceneSearchIndex.open(directory, journal)) {
            assertThat(index.position()).isEqualTo(5);
        }
    }

    @Test
    void whatWasBeingBuiltAnewIsGoneAfterwards() throws IOException {
        Path left = Files.createDirectories(directory.resolve("anew"));
        Files.writeString(left.resolve("_0.cfs"), "half of an index");
        try (LuceneSearchIndex index = LuceneSearchIndex.open(directory)) {
            assertThat(left).doesNotExist();
            index.rebuild(Journal.upTo(30));
            assertThat(left).doesNotExist();
            assertThat(index.position()).isEqualTo(30);
        }
        SearchPage built = found();
        try (LuceneSearchIndex index = LuceneSearchIndex.open(directory)) {
            index.rebuild(position -> {
                assertThat(left).exists();
                return Journal.upTo(30).after(position);
            });
        }
        assertThat(found()).isEqualTo(built);
    }

    private SearchPage found() {
        try (LuceneSearchIndex index = LuceneSearchIndex.open(directory)) {
            return index.search(SearchQuery.everything());
        }
    }

    @Test
    void filesOfNoIndexAreLeftAlone() throws IOException {
        Path note = Files.writeString(directory.resolve("note.txt"), "mine");
        Files.writeString(directory.resolve("segments_1"), "no index at all");
        assertBegins();
        assertThat(note).hasContent("mine");
        assertThat(files()).contains("note.txt");
    }

    @Test
    void afterAFailureTheIndexGoesOnFromItsLastCommit() {
        try (LuceneSearchIndex index = LuceneSearchIndex.open(directory)) {
            index.rebuild(Journal.upTo(30));
            SearchPage before = index.search(SearchQuery.everything());
            assertThatThrownBy(() -> index.apply(Collections.singletonList(null), 31))
                    .isInstanceOf(NullPointerException.class);
            assertThat(index.position()).isEqualTo(30);
            assertThat(index.search(SearchQuery.everything())).isEqualTo(before);
            index.apply(Journal.changes(31), 31);
            assertThat(index.position()).isEqualTo(31);
        }
    }

    @Test
    void aClosedIndexSaysSo() {
        LuceneSearchIndex index = LuceneSearchIndex.open(directory);
        index.close();
        index.close();
        assertThatThrownBy(() -> index.search(SearchQuery.everything()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> index.apply(List.of(), 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(index::position).isInstanceOf(IllegalStateException.class);
    }

    private void assertBegins() {
        try (LuceneSearchIndex index = LuceneSearchIndex.open(directory)) {
            assertThat(index.position()).isZero();
            assertThat(index.search(SearchQuery.everything()).total()).isZero();
            index.apply(
                    List.of(new IndexChange.Put(
                            new ItemDocument(new SubmissionId("a"), Samples.practice(), Samples.NOW))),
                    1);
        }
        try (LuceneSearchIndex index = LuceneSearchIndex.open(directory)) {
            assertThat(index.search(SearchQuery.everything()).total()).isEqualTo(1);
        }
    }

    /** Damages the index, and afterwards puts back what was there. */
    private void assertBeginsAnew(String what, Damage damage) throws IOException {
        Map<String, byte[]> whole = new TreeMap<>();
        for (String name : files()) {
            whole.put(name, Files.readAllBytes(directory.resolve(name)));
        }
        damage.run();
        try (LuceneSearchIndex index = LuceneSearchIndex.open(directory)) {
            assertThat(index.position()).as(what).isZero();
            assertThat(index.search(SearchQuery.everything()).total()).as(what).isZero();
        }
        for (String name : files()) {
            Files.delete(directory.resolve(name));
        }
        for (Map.Entry<String, byte[]> file : whole.entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
        }
    }

    private SearchPage fill(int positions) {
        try (LuceneSearchIndex index = LuceneSearchIndex.open(directory)) {
            LongStream.rangeClosed(1, positions).forEach(position -> index.apply(Journal.changes(position), position));
            return index.search(SearchQuery.everything());
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(IndexWriter.WRITE_LOCK_NAME))
                    .sorted()
                    .toList();
        }
    }

    /** Something done to the files. */
    private interface Damage {
        void run() throws IOException;
    }
}
