package org.migrationhub.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.core.World;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.InMemoryStorage;
import org.migrationhub.core.storage.NotEmptyException;
import org.migrationhub.core.storage.StorageWrapper;
import org.migrationhub.core.storage.StoredAttachment;
import org.migrationhub.core.storage.VerifiedInputStream;

/** Attached files come along, each verified, before what refers to them. */
class ArchivedAttachmentsTest {

    private static final Instant LATER = Samples.NOW.plus(Duration.ofDays(9));

    @TempDir
    private Path folder;

    private final World world = World.standard();
    private final HubStorage other = new InMemoryStorage();
    private final Attachment report = Samples.practice().attachments().get(0);
    private final String name = ArchiveFiles.ATTACHMENTS + report.sha256();

    @BeforeEach
    void anItemHasAFile() {
        world.submit(Samples.practice());
    }

    @Test
    void theFilesOfAllContentsComeAlongAndNoOthers() throws IOException {
        Archive archive = Archive.of(world.storage());

        assertThat(archive.files().keySet())
                .containsExactly(ArchiveFiles.MANIFEST, ArchiveFiles.HUB, name, ArchiveFiles.SEAL);
        assertThat(archive.readInto(other, folder).attachments()).isEqualTo(1);
        try (InputStream bytes = other.attachment(report.sha256()).orElseThrow()) {
            assertThat(bytes.readAllBytes()).isEqualTo(Samples.file(report.name()));
        }
        assertThat(Archive.bytes(other)).isEqualTo(Archive.bytes(world.storage()));
    }

    @Test
    void afterwardsTheyAreKeptFromSweeps() throws IOException {
        Archive.of(world.storage()).readInto(other, folder);

        assertThat(other.sweepAttachments(LATER)).isZero();
    }

    @Test
    void anAlteredFileIsNamedAndLeavesNothing() throws IOException {
        byte[] altered = Samples.file(report.name());
        altered[9] ^= 1;

        assertDamaged(Archive.of(world.storage()).with(name, altered), "its digest is another one");
        assertThat(other.sweepAttachments(LATER)).isEqualTo(1);
    }

    @Test
    void aFileThatIsLongerThanAContentSaysIsNotUnpacked() throws IOException {
        assertDamaged(Archive.of(world.storage()).with(name, new byte[9_000_000]), "longer than");
        assertThat(other.sweepAttachments(LATER)).isZero();
    }

    @Test
    void aFileThatIsLeftOutIsMissedByTheSeal() throws IOException {
        Archive archive = Archive.of(world.storage()).without(name);

        assertThatExceptionOfType(ArchiveDamagedException.class)
                .isThrownBy(archive::verify)
                .satisfies(damage -> assertThat(damage.place().file()).isEqualTo(ArchiveFiles.SEAL));
        assertThat(archive.resealed().verify().attachments()).isZero();
    }

    @Test
    void whatATryLeftIsTakenUpByTheNext() throws IOException {
        Archive archive = Archive.of(world.storage());
        assertThatExceptionOfType(ArchiveDamagedException.class)
                .isThrownBy(() -> archive.with("more.json", "{}\n").readInto(other, folder));
        assertThat(other.attachment(report.sha256())).isPresent();

        archive.readInto(other, folder);
        assertThat(other.sweepAttachments(LATER)).isZero();
        assertThat(archive.readInto(other, folder).attachments()).isEqualTo(1);
    }

    @Test
    void aHubThatLacksAFileHoldsSomethingElse() throws IOException {
        Archive archive = Archive.of(world.storage());
        archive.readInto(other, folder);
        HubStorage lacking = new StorageWrapper(other) {
            @Override
            public Map<Sha256, Long> holdAttachments(Set<Sha256> digests, Instant at) {
                return Map.of();
            }
        };

        assertThatExceptionOfType(NotEmptyException.class)
                .isThrownBy(() -> archive.readInto(lacking, folder))
                .withMessageContaining(name);
    }

    @Test
    void aFileThatWasDamagedInAHubIsPutRightByReadingTheArchiveAgain() throws IOException {
        Archive archive = Archive.of(world.storage());
        archive.readInto(other, folder);
        List<StoredAttachment> stored = new ArrayList<>();
        HubStorage damaged = new StorageWrapper(other) {
            @Override
            public Optional<InputStream> attachment(Sha256 digest) {
                return stored.isEmpty()
                        ? Optional.of(new VerifiedInputStream(InputStream.nullInputStream(), digest))
                        : super.attachment(digest);
            }

            @Override
            public StoredAttachment storeAttachment(InputStream bytes, long most, Instant at) throws IOException {
                stored.add(super.storeAttachment(bytes, most, at));
                return stored.get(0);
            }
        };

        archive.readInto(damaged, folder);
        archive.readInto(damaged, folder);

        assertThat(stored).containsExactly(new StoredAttachment(report.sha256(), report.size()));
    }

    @Test
    void aFileOfAnotherSizeThanAContentSaysIsNotItsFile() throws IOException {
        Attachment file = world.upload("other.txt", "Another file".getBytes(StandardCharsets.UTF_8));
        Attachment claimed =
                new Attachment(file.name(), file.mediaType(), 3, file.sha256(), file.language(), file.description());
        world.ana()
                .saveDraft(Samples.practice("Draft").toBuilder()
                        .attachment(claimed)
                        .build());

        Archive archive = Archive.of(world.storage());

        assertThat(archive.files()).doesNotContainKey(ArchiveFiles.ATTACHMENTS + file.sha256());
        archive.readInto(other, folder);
    }

    private void assertDamaged(Archive archive, String reason) {
        assertThatExceptionOfType(ArchiveDamagedException.class)
                .isThrownBy(() -> archive.readInto(other, folder))
                .satisfies(damage -> assertThat(damage.place().file()).isEqualTo(name))
                .satisfies(damage -> assertThat(damage.reason()).contains(reason));
        assertThat(other.end()).isZero();
    }
}
