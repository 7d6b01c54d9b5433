package org.migrationhub.core.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.Round;
import org.migrationhub.core.review.Seat;
import org.migrationhub.core.review.SeatState;
import org.migrationhub.core.review.Submission;

/** What a person is to one item. Where several hold, the first in this order counts. */
public enum Relation {
    /** Submitted it. */
    SUBMITTER,
    /** Acts on its submitter's behalf. */
    REPRESENTATIVE,
    /** Has a seat on its last panel and declared no conflict. */
    SEATED,
    /** Has a seat on its last panel and has declared nothing yet. */
    INVITED,
    /** Has lost a seat, or sat on a panel for an earlier revision only. */
    FORMER,
    /** Is named in it as contributor, contact or focal point. */
    NAMED,
    /** Nothing. */
    NONE;

    /**
     * What the person is to the submission.
     *
     * @param person who; null for a visitor
     * @param submission the item
     * @param named the persons whom its content names
     */
    public static Relation of(@Nullable PersonId person, Submission submission, Set<PersonId> named) {
        if (person == null) {
            return NONE;
        }
        if (submission.submitter().equals(person)) {
            return SUBMITTER;
        }
        if (submission.isRepresentedBy(person)) {
            return REPRESENTATIVE;
        }
        Seat standing = submission
                .round()
                .filter(round -> round.revision() == submission.revisions().size())
                .flatMap(round -> round.seatOf(person))
                .orElse(null);
        if (standing != null) {
            return standing.state() instanceof SeatState.Invited ? INVITED : SEATED;
        }
        if (submission.rounds().stream().anyMatch(round -> sat(person, round))) {
            return FORMER;
        }
        return named.contains(person) ? NAMED : NONE;
    }

    /** Whether on the submitter's side: who submitted it, or acts for them. */
    public boolean isSubmitting() {
        return this == SUBMITTER || this == REPRESENTATIVE;
    }

    private static boolean sat(PersonId person, Round round) {
        return round.seats().stream().anyMatch(seat -> seat.person().equals(person));
    }
}
