package org.migrationhub.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.SubmissionId;

class RecordingNotifierTest {

    private static final PersonId UMA = new PersonId("uma");
    private static final PersonId NINA = new PersonId("nina");
    private static final SubmissionId ITEM = new SubmissionId("s-1");

    private final RecordingNotifier notifier = new RecordingNotifier();

    @Test
    void itBeginsWithNothing() {
        assertThat(notifier.position()).isZero();
        assertThat(notifier.notices()).isEmpty();
        assertThat(notifier.toldTo(UMA)).isEmpty();
    }

    @Test
    void itKeepsWhatItIsHandedInOrderWithThePosition() {
        Notice invited = new Notice(3, UMA, NoticeKind.INVITED, ITEM);
        Notice ended = new Notice(5, UMA, NoticeKind.SEAT_ENDED, ITEM);
        Notice other = new Notice(5, NINA, NoticeKind.INVITED, ITEM);

        notifier.deliver(List.of(invited), 4);
        notifier.deliver(List.of(ended, other), 7);
        notifier.deliver(List.of(), 9);

        assertThat(notifier.position()).isEqualTo(9);
        assertThat(notifier.notices()).containsExactly(invited, ended, other);
        assertThat(notifier.toldTo(UMA)).containsExactly(NoticeKind.INVITED, NoticeKind.SEAT_ENDED);
    }

    @Test
    void whatItGaveOutDoesNotChangeLater() {
        List<Notice> before = notifier.notices();

        notifier.deliver(List.of(new Notice(1, UMA, NoticeKind.INVITED, ITEM)), 1);

        assertThat(before).isEmpty();
    }

    @Test
    void theCodesAreStable() {
        assertThat(Arrays.stream(NoticeKind.values()).map(NoticeKind::code))
                .containsExactly(
                        "invited",
                        "revised",
                        "seat-ended",
                        "taken-back",
                        "returned",
                        "in-review",
                        "changes-requested",
                        "declined",
                        "published",
                        "retracted",
                        "represented",
                        "featured");
    }
}
