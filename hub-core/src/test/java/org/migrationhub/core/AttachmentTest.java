package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.UMA;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;

/** Files come before the item that refers to them, and are read by whoever may read the item, at the same time. */
class AttachmentTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final byte[] TEXT = "This is a sample".getBytes(StandardCharsets.UTF_8);

    private final World world = World.standard();

    // Taking in.

    @Test
    void anUploadGivesWhatToPutIntoAnItem() throws IOException {
        Attachment file = world.ana().upload("Sample é.TXT", "Text/Plain", stream(TEXT));
        assertThat(file).isEqualTo(Attachment.of("Sample é.TXT", "text/plain", TEXT));

        SubmissionId id = world.submit(with(file));
        assertThat(read(world.ana().attachment(id, file.sha256()))).isEqualTo(TEXT);
    }

    @Test
    void whatIsRefusedIsNotKept() {
        byte[] html = "<html>".getBytes(StandardCharsets.UTF_8);
        assertThat(Refusals.codes(() -> world.ana().upload("a.pdf", "", stream(html))))
                .containsExactly("attachment.content-mismatch");
        assertThat(Refusals.codes(() -> world.ana().upload("a.html", "text/html", stream(html))))
                .containsExactly("attachment.type-not-allowed");
        assertThat(world.storage().attachment(Sha256.of(html))).isEmpty();
    }

    @Test
    void aFileMayHaveAsManyBytesAsTheFormAllowsAndNotOneMore() throws IOException {
        byte[] large = new byte[(int) Attachment.MOST_BYTES + 1];
        Arrays.fill(large, (byte) 'x');
        assertThat(Refusals.codes(() -> world.ana().upload("a.txt", "", stream(large))))
                .containsExactly("attachment.too-large");
        Attachment most =
                world.ana().upload("a.txt", "", new ByteArrayInputStream(large, 0, (int) Attachment.MOST_BYTES));
        assertThat(world.ana().check(with(most)).violations()).isEmpty();
    }

    @Test
    void aStreamThatBreaksTellsSo() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The line is broken");
            }
        };
        assertThatThrownBy(() -> world.ana().upload("a.txt", "", broken)).isInstanceOf(IOException.class);
    }

    // What an item refers to.

    @Test
    void anItemWhoseFilesWereNeverUploadedIsRefusedNamingEach() {
        Attachment there = world.upload("there.pdf");
        Attachment lost = Samples.attachment("lost.pdf", Language.EN);
        Attachment cut = new Attachment(there.name(), there.mediaType(), 5, there.sha256(), null, "");
        ContentItem item = Samples.practice("Sample").toBuilder()
                .attachments(List.of(lost, there, named(cut, "cut.pdf")))
                .build();

        List<String> expected = List.of("/attachments/0 attachment.unknown", "/attachments/2 attachment.unknown");
        assertThat(Refusals.reasons(() -> world.submit(item))).isEqualTo(expected);
        assertThat(reasons(world.ana().check(item).violations())).isEqualTo(expected);
        SubmissionId id = world.submit(Samples.practice());
        assertThat(Refusals.reasons(() -> world.ana().revise(id, item))).isEqualTo(expected);
    }

    @Test
    void aFileUnderAnotherTypesNameIsRefused() {
        Attachment text = world.upload("sample.txt", TEXT);
        Attachment posing = new Attachment("sample.pdf", "application/pdf", text.size(), text.sha256(), null, "");
        assertThat(Refusals.reasons(() -> world.submit(with(posing))))
                .containsExactly("/attachments/0 attachment.content-mismatch");
        Attachment page = new Attachment("sample.txt", "text/html", text.size(), text.sha256(), null, "");
        assertThat(Refusals.reasons(() -> world.submit(with(page))))
                .containsExactly("/attachments/0/mediaType attachment.type-mismatch");
    }

    @Test
    void ofTooManyFilesTheFirstAreLookedAt() {
        Attachment lost = Samples.attachment("lost.pdf", Language.EN);
        List<Attachment> many = Collections.nCopies(Attachment.MOST_OF_AN_ITEM + 1, lost);
        ContentItem item =
                Samples.practice("Sample").toBuilder().attachments(many).build();
        assertThat(Refusals.codes(() -> world.submit(item)))
                .contains("list.too-long")
                .filteredOn(code -> code.equals("attachment.unknown"))
                .hasSize(Attachment.MOST_OF_AN_ITEM);
    }

    @Test
    void aDraftIsSavedWithoutItsFilesAndHandedInWithThem() throws IOException {
        Attachment later = Attachment.of("later.txt", "text/plain", TEXT);
        SubmissionId id = world.ana().saveDraft(with(later)).id();
        assertThat(Refusals.codes(() -> world.ana().submitDraft(id))).containsExactly("attachment.unknown");
        assertNotThere(world.ana(), id, later);

        world.upload("later.txt", TEXT);
        assertThat(read(world.ana().attachment(id, later.sha256()))).isEqualTo(TEXT);
        world.ana().submitDraft(id);
        assertThat(read(world.sam().attachment(id, later.sha256()))).isEqualTo(TEXT);
    }

    @Test
    void aDraftGivesNoFileOutAsWhatItIsNot() {
        Attachment text = world.upload("sample.txt", TEXT);
        for (Attachment posing : List.of(
                new Attachment("a.html", "text/html", text.size(), text.sha256(), null, ""),
                new Attachment("a.html", "text/plain", text.size(), text.sha256(), null, ""),
                new Attachment("a.pdf", "application/pdf", text.size(), text.sha256(), null, ""),
                new Attachment("a.txt", "text/plain", text.size() + 1, text.sha256(), null, ""))) {
            SubmissionId id = world.ana().saveDraft(with(posing)).id();
            assertNotThere(world.ana(), id, posing);
        }
    }

    @Test
    void theSameFileUnderTwoNamesIsGivenOutUnderTheNameOfTheItem() {
        Attachment one = world.upload("one.txt", TEXT);
        Attachment other = world.upload("other.txt", TEXT);
        SubmissionId first = world.submit(with(one));
        SubmissionId second = world.submit(with(other));

        assertThat(world.ana().attachment(first, one.sha256()).attachment()).isEqualTo(one);
        assertThat(world.ana().attachment(second, one.sha256()).attachment()).isEqualTo(other);
    }

    // Giving out.

    @Test
    void aDraftsFileIsItsSubmittersAlone() throws IOException {
        Attachment file = world.upload("secret.txt", TEXT);
        SubmissionId id = world.ana().saveDraft(with(file)).id();

        assertThat(read(world.ana().attachment(id, file.sha256()))).isEqualTo(TEXT);
        for (Desk other : List.of(world.visitor(), world.sam(), world.ada(), world.reviewer(UMA), otto())) {
            assertAsIfNoSubmission(other, id, file);
        }
    }

    @Test
    void theWorkingCopyOfAnUpdateIsNotGivenToThoseWhoReadTheRevisions() throws IOException {
        Attachment first = world.upload("first.txt", TEXT);
        SubmissionId id = world.inReview(with(first));
        Attachment second = world.upload("second.pdf");
        world.ana().saveDraft(id, with(second));

        assertThat(read(world.ana().attachment(id, second.sha256()))).isEqualTo(Samples.file("second.pdf"));
        for (Desk reader : List.of(world.sam(), world.reviewer(UMA))) {
            assertNotThere(reader, id, second);
            assertThat(read(reader.attachment(id, first.sha256()))).isEqualTo(TEXT);
        }
    }

    @Test
    void aReviewerReadsFilesOnceThereIsNoConflict() throws IOException {
        Attachment file = world.upload("sample.txt", TEXT);
        SubmissionId id = world.submit(with(file));
        assertAsIfNoSubmission(world.reviewer(UMA), id, file);
        world.seat(id, UMA, NOEL, NINA);
        Sha256 unknown = Sha256.of(new byte[1]);
        for (Sha256 digest : List.of(file.sha256(), unknown)) {
            assertThatThrownBy(() -> world.reviewer(UMA).attachment(id, digest)).isInstanceOf(ForbiddenException.class);
        }
        world.accept(id, UMA);
        assertThat(read(world.reviewer(UMA).attachment(id, file.sha256()))).isEqualTo(TEXT);
        world.reviewer(UMA).recuse(id, "");
        assertAsIfNoSubmission(world.reviewer(UMA), id, file);
    }

    @Test
    void filesOfEarlierRevisionsAreReadByThoseWhoReadTheRevisions() throws IOException {
        Attachment first = world.upload("first.txt", TEXT);
        SubmissionId id = world.inReview(with(first));
        world.ana().revise(id, with(world.upload("second.pdf")));

        for (Desk reader : List.of(world.ana(), world.sam())) {
            assertThat(read(reader.attachment(id, first.sha256()))).isEqualTo(TEXT);
        }
    }

    @Test
    void thePublicReadsTheFilesOfThePublishedRevisionAndNoOther() throws IOException {
        Attachment first = world.upload("first.txt", TEXT);
        SubmissionId id = world.inReview(with(first));
        assertNotPublic(id, first);
        world.approve(id, UMA, NOEL, NINA);
        assertThat(read(world.visitor().publishedAttachment(id, first.sha256())))
                .isEqualTo(TEXT);

        Attachment second = world.upload("second.pdf");
        world.ana().revise(id, with(second));
        assertNotPublic(id, second);
        assertThat(read(world.visitor().publishedAttachment(id, first.sha256())))
                .isEqualTo(TEXT);

        world.seat(id, UMA, NOEL, NINA);
        world.accept(id, UMA, NOEL, NINA);
        world.approve(id, UMA, NOEL, NINA);
        assertNotPublic(id, first);
        assertThat(read(world.visitor().publishedAttachment(id, second.sha256())))
                .isEqualTo(Samples.file("second.pdf"));

        world.sam().retract(id, "Wrong.");
        assertNotPublic(id, second);
    }

    // Sweeping.

    @Test
    void whatNoItemCameToReferToIsSweptAfterItsGrace() throws IOException {
        Attachment lost = world.upload("lost.pdf");
        Attachment kept = world.upload("kept.txt", TEXT);
        SubmissionId id = world.ana().saveDraft(with(kept)).id();
        assertThat(world.hub().sweepAttachments(DAY)).isZero();

        world.clock().advance(DAY.plusSeconds(1));
        int samples = Samples.files().size(); // which nothing refers to here
        assertThat(world.hub().sweepAttachments(DAY)).isEqualTo(1 + samples);
        assertThat(Refusals.codes(() -> world.submit(with(lost)))).containsExactly("attachment.unknown");
        assertThat(read(world.ana().attachment(id, kept.sha256()))).isEqualTo(TEXT);
    }

    @Test
    void whoeverChecksAFormHasItsFilesKeptForAnotherWhile() {
        Attachment file = world.upload("sample.txt", TEXT);
        world.clock().advance(DAY);
        world.ana().check(with(file));
        world.clock().advance(DAY);
        world.hub().sweepAttachments(DAY);

        assertThat(world.submit(with(file))).isNotNull();
    }

    @Test
    void aGraceIsNotNegative() {
        assertThatThrownBy(() -> world.hub().sweepAttachments(DAY.negated()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Somebody who submits other items. */
    private Desk otto() {
        return world.hub().as(Actor.contributor(new PersonId("otto")));
    }

    private static ContentItem with(Attachment file) {
        return Samples.practice("Sample").toBuilder().attachment(file).build();
    }

    private static Attachment named(Attachment file, String name) {
        return new Attachment(name, file.mediaType(), file.size(), file.sha256(), null, "");
    }

    private void assertNotPublic(SubmissionId id, Attachment file) {
        for (Desk reader : List.of(world.visitor(), world.ana(), world.sam())) {
            assertThatThrownBy(() -> reader.publishedAttachment(id, file.sha256()))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    private static void assertNotThere(Desk desk, SubmissionId id, Attachment file) {
        assertThatThrownBy(() -> desk.attachment(id, file.sha256()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining(file.sha256().hex());
    }

    private static void assertAsIfNoSubmission(Desk desk, SubmissionId id, Attachment file) {
        String none = new NotFoundException("submission", id.value()).getMessage();
        for (Sha256 digest : List.of(file.sha256(), Sha256.of(new byte[1]))) {
            assertThatThrownBy(() -> desk.attachment(id, digest))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessage(none);
        }
    }

    private static List<String> reasons(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.path() + " " + violation.code())
                .toList();
    }

    private static byte[] read(OpenedAttachment file) throws IOException {
        try (file) {
            return file.bytes().readAllBytes();
        }
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
