package org.migrationhub.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;

class WordsTest {

    private static final Sha256 NOTE = Sha256.of(new byte[] {1});
    private static final ContentDigest CONTENT = new ContentDigest(Sha256.of(new byte[] {2}));
    private static final List<SubmissionEvent> WITH_NOTE = List.of(
            new SubmissionEvent.Returned(NOTE),
            new SubmissionEvent.DeclinedAtScreening(NOTE),
            new SubmissionEvent.SeatDeclined(1, 1, NOTE),
            new SubmissionEvent.SeatRecused(1, 1, List.of(SubmissionEvent.SeatRecused.DECLARED), NOTE),
            new SubmissionEvent.Reviewed(1, 1, CONTENT, ReviewOutcome.DECLINE, NOTE),
            new SubmissionEvent.Withdrawn(NOTE),
            new SubmissionEvent.Retracted(NOTE),
            new SubmissionEvent.Represented(new PersonId("sam"), NOTE));

    @Test
    void theNoteOfEachEventThatNamesOneHasToBeThere() {
        assertThat(WITH_NOTE)
                .<Class<?>>extracting(Object::getClass)
                .containsExactlyInAnyOrderElementsOf(thoseWithANote());
        for (SubmissionEvent event : WITH_NOTE) {
            assertThat(Words.of(List.of(fed(event))).notes()).containsOnlyKeys(NOTE);
        }
    }

    private static List<Class<?>> thoseWithANote() {
        return Stream.of(SubmissionEvent.class.getPermittedSubclasses())
                .<Class<?>>map(one -> one)
                .filter(event -> Arrays.stream(event.getRecordComponents())
                        .anyMatch(component -> component.getType().equals(Sha256.class)
                                && component.getName().equals("note")))
                .toList();
    }

    private static FeedEntry fed(SubmissionEvent event) {
        ChainHead head = ChainHead.empty(ChainId.of(new SubmissionId("s")));
        return new FeedEntry(
                1,
                Entry.next(head, Actor.visitor(), Instant.EPOCH, List.of(event)).get(0));
    }
}
