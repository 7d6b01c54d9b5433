package org.migrationhub.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.Comments;
import org.migrationhub.core.World;
import org.migrationhub.core.archive.HubArchive;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SubmissionId;

/** Whoever alters words or files behind a storage's back is found out: by who verifies it, and by who backs it up. */
class AlteredWordsTest {

    private final World world = World.standard();
    private Words words = Words.of(List.of());

    /** A published item whose next revision is under way, and one that came back with a note. */
    @BeforeEach
    void aHub() {
        SubmissionId published = world.publish(Samples.practice());
        world.ana().saveDraft(published, Samples.practice("Public, the next revision"));
        SubmissionId returned = world.inReview(Samples.practice("Returned"));
        world.review(returned, Samples.NINA, ReviewOutcome.REQUEST_CHANGES, Comments.toSubmitter("Say more."));
        words = Words.of(Stream.of(published, returned)
                .flatMap(id -> StoredJournal.chain(world.storage(), ChainId.of(id), Long.MAX_VALUE).stream())
                .toList());
        assertThat(words.contents()).hasSize(3);
        assertThat(words.notes()).hasSize(4);
        assertThat(StorageVerifier.contradictions(world.storage())).isEmpty();
    }

    @Test
    void eachTextIsComparedWithItsDigest() {
        for (ContentDigest digest : words.contents().keySet()) {
            assertFound(
                    with(digest, Optional.of(Samples.practice("Altered"))),
                    "content kept as " + digest + " is no longer what it was");
            assertFound(with(digest, Optional.empty()), "content " + digest);
        }
    }

    @Test
    void eachNoteIsComparedWithItsDigest() {
        for (Sha256 digest : words.notes().keySet()) {
            Note note = world.storage().note(digest).orElseThrow();
            Note altered =
                    new Note(note.author(), note.submission(), "Say less.", note.toSecretariat(), note.remarks());

            assertFound(with(digest, Optional.of(altered)), "note kept as " + digest + " is no longer what it was");
            assertFound(with(digest, Optional.empty()), "note " + digest);
        }
    }

    @Test
    void theNotesOfWhomWasErasedAreMissingOnPurpose() throws IOException {
        world.keeper().erase(Samples.NINA.id());

        assertThat(words.notes().keySet().stream()
                        .filter(note -> world.storage().note(note).isPresent()))
                .hasSize(2);
        assertThat(StorageVerifier.contradictions(world.storage())).isEmpty();
        HubArchive.write(world.storage(), OutputStream.nullOutputStream());
    }

    @Test
    void eachFileIsReadToItsEnd() {
        Sha256 file = Samples.practice().attachments().get(0).sha256();
        assertFound(
                new StorageWrapper(world.storage()) {
                    @Override
                    public Optional<InputStream> attachment(Sha256 digest) {
                        return Optional.of(
                                new VerifiedInputStream(new ByteArrayInputStream(new byte[100_000]), digest));
                    }
                },
                "file kept as " + file + " is no longer what it was");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        HubStorage broken = new StorageWrapper(world.storage()) {
            @Override
            public Optional<InputStream> attachment(Sha256 digest) {
                return Optional.of(new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("The disk says no");
                    }
                });
            }
        };

        assertThat(StorageVerifier.contradictions(broken))
                .singleElement()
                .asString()
                .startsWith("The disk says no; submission/");
    }

    private static void assertFound(HubStorage storage, String what) {
        assertThat(StorageVerifier.contradictions(storage)).anyMatch(fault -> fault.contains(what));
        assertThatIllegalStateException()
                .isThrownBy(() -> HubArchive.write(storage, OutputStream.nullOutputStream()))
                .withMessageContaining(what);
    }

    private HubStorage with(ContentDigest altered, Optional<ContentItem> kept) {
        return new StorageWrapper(world.storage()) {
            @Override
            public Optional<ContentItem> content(ContentDigest digest) {
                return digest.equals(altered) ? kept : super.content(digest);
            }
        };
    }

    private HubStorage with(Sha256 altered, Optional<Note> kept) {
        return new StorageWrapper(world.storage()) {
            @Override
            public Optional<Note> note(Sha256 digest) {
                return digest.equals(altered) ? kept : super.note(digest);
            }
        };
    }
}
