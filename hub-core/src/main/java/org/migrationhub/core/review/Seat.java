package org.migrationhub.core.review;

import java.time.Instant;
import java.util.Optional;
import org.migrationhub.core.content.PersonId;

/**
 * A place on the panel of one round, with one occupant for ever; a replacement is another seat, which starts empty.
 *
 * @param seating who sits here, as of when they were seated
 * @param state what became of it
 */
public record Seat(Seating seating, SeatState state) {

    /** Its number, unique in its round. */
    public int number() {
        return seating.number();
    }

    /** Who sits here. */
    public PersonId person() {
        return seating.person();
    }

    /** Whether it counts towards the panel. */
    public boolean isStanding() {
        return state.name().isStanding();
    }

    /** Whether this is the one further seat that decides a tie. */
    public boolean isFurther() {
        return seating.further();
    }

    /** The review that was filed from here and still counts. */
    public Optional<Review> review() {
        return state instanceof SeatState.Reviewed reviewed ? Optional.of(reviewed.review()) : Optional.empty();
    }

    /** Whether a review is still awaited at the instant though it was due before. */
    public boolean isOverdue(Instant at) {
        return isStanding()
                && !(state instanceof SeatState.Reviewed)
                && seating.due().isBefore(at);
    }

    boolean approves(Round round) {
        return state instanceof SeatState.Reviewed reviewed && reviewed.review().approves(round.digest());
    }

    Seat in(SeatState next) {
        return new Seat(seating, next);
    }

    static Seat taken(Seating seating, Instant at) {
        return new Seat(seating, seating.declared() ? new SeatState.Accepted(at) : new SeatState.Invited());
    }
}
