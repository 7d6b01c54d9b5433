package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.storage.AlteredException;
import org.migrationhub.core.storage.StorageUnavailableException;

/** Files in a directory, when something goes wrong with it. */
class AttachmentDirectoryTest {

    private static final Instant STORED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    @TempDir
    private Path temporary;

    private Path directory;

    @BeforeEach
    void name() {
        directory = temporary.resolve("attachments");
    }

    @Test
    void theDirectoryMayBeALinkToAnother() throws IOException {
        Path real = Files.createDirectory(temporary.resolve("real"));
        Files.createSymbolicLink(directory, real);
        try (JdbiStorage storage = open()) {
            Sha256 digest = store(storage, "Sample");
            try (InputStream bytes = storage.attachment(digest).orElseThrow()) {
                assertThat(bytes.readAllBytes()).isEqualTo("Sample".getBytes(StandardCharsets.UTF_8));
            }
            Files.writeString(real.resolve("incoming-left"), "by a crash");
            assertThat(storage.sweepAttachments(LATER)).isEqualTo(1);
            assertThat(files(real)).isEmpty();
        }
    }

    /** So a crash in the middle of a sweep leaves bytes without a row, never a row without bytes. */
    @Test
    void aFileWhoseBytesCannotBeTakenAwayIsNoLongerThere() throws IOException {
        try (JdbiStorage storage = open()) {
            Sha256 digest = store(storage, "Sample");
            Path kept = files(directory).get(0);
            Files.delete(kept);
            Files.createDirectories(kept.resolve("not to be deleted"));

            assertThatThrownBy(() -> storage.sweepAttachments(LATER)).isInstanceOf(UncheckedIOException.class);

            assertThat(storage.holdAttachments(Set.of(digest), LATER)).isEmpty();
        }
    }

    @Test
    void aFileThatIsSweptMayComeAgain() throws IOException {
        try (JdbiStorage storage = open()) {
            Sha256 digest = store(storage, "Sample");
            assertThat(storage.sweepAttachments(LATER)).isEqualTo(1);
            assertThat(files(directory)).isEmpty();
            store(storage, "Sample");
            assertThat(storage.holdAttachments(Set.of(digest), STORED)).containsEntry(digest, 6L);
        }
    }

    @Test
    void aFileThatWasDamagedIsMendedByWhoeverBringsItAgain() throws IOException {
        try (JdbiStorage storage = open()) {
            Sha256 digest = store(storage, "Sample");
            Files.writeString(files(directory).get(0), "Simple");
            try (InputStream bytes = storage.attachment(digest).orElseThrow()) {
                assertThatThrownBy(bytes::readAllBytes).isInstanceOf(AlteredException.class);
            }

            store(storage, "Sample");

            try (InputStream bytes = storage.attachment(digest).orElseThrow()) {
                assertThat(bytes.readAllBytes()).isEqualTo("Sample".getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** The sender, whose bytes came whole, is not to blame. */
    @Test
    void aDirectoryThatTakesNothingMakesTheStorageUnavailable() throws IOException {
        try (JdbiStorage storage = open()) {
            Files.delete(directory);
            assertThatThrownBy(() -> store(storage, "Sample")).isInstanceOf(StorageUnavailableException.class);
        }
    }

    private JdbiStorage open() {
        return JdbiStorage.builder().attachmentsIn(directory).open();
    }

    private static Sha256 store(JdbiStorage storage, String text) throws IOException {
        InputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return storage.storeAttachment(bytes, 100, STORED).sha256();
    }

    private static List<Path> files(Path where) throws IOException {
        try (Stream<Path> all = Files.walk(where)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
