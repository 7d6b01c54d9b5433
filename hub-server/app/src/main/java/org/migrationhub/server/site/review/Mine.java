package org.migrationhub.server.site.review;

import java.util.List;
import java.util.Optional;
import org.migrationhub.core.RoundView;
import org.migrationhub.core.SeatView;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.SeatStateName;

/**
 * A submission from the seat of one reviewer.
 *
 * @param view as they may see it
 * @param round the last in which they sit
 * @param seat theirs in it
 * @param earlier the rounds before it in which they have reviewed, the first first
 */
record Mine(SubmissionView view, RoundView round, SeatView seat, List<RoundView> earlier) {

    /** What a person's seat shows; empty if they have none, whatever else they may see. */
    static Optional<Mine> of(SubmissionView view, PersonId person) {
        List<RoundView> rounds = view.rounds().stream()
                .filter(round -> seat(round, person).isPresent())
                .toList();
        if (rounds.isEmpty()) {
            return Optional.empty();
        }
        RoundView last = rounds.get(rounds.size() - 1);
        List<RoundView> earlier = rounds.subList(0, rounds.size() - 1).stream()
                .filter(round -> seat(round, person)
                        .filter(seat -> seat.review() != null)
                        .isPresent())
                .toList();
        return seat(last, person).map(seat -> new Mine(view, last, seat, earlier));
    }

    /** The seat of a person in a round. */
    static Optional<SeatView> seat(RoundView round, PersonId person) {
        return round.seats().stream()
                .filter(seat -> person.equals(seat.person()))
                .findFirst();
    }

    /** Whether it waits for a declaration. */
    boolean isInvited() {
        return seat.state() == SeatStateName.INVITED;
    }

    /** Whether the actor can do this now. */
    boolean can(Act act) {
        return view.possible().contains(act);
    }

    /** The last round before in which they have reviewed. */
    Optional<RoundView> before() {
        return earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.get(earlier.size() - 1));
    }
}
