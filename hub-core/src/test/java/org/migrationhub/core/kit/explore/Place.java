package org.migrationhub.core.kit.explore;

import org.jspecify.annotations.Nullable;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.SeatStateName;

/** A seat in the ledger. */
record Place(
        int seat,
        Persona persona,
        boolean further,
        Sector side,
        SeatStateName state,
        @Nullable Filing filing) {

    boolean isStanding() {
        return state.isStanding();
    }

    boolean hasFiled() {
        return filing != null && isStanding();
    }

    boolean approves() {
        return hasFiled() && filing().approves();
    }

    boolean refuses() {
        return hasFiled() && !filing().approves();
    }

    Place in(SeatStateName next) {
        return new Place(seat, persona, further, side, next, filing);
    }

    Place reviewed(Filing review) {
        return new Place(seat, persona, further, side, SeatStateName.REVIEWED, review);
    }

    /** A short mark for the state's key: all that matters of it but the person; of a seat that was left, little does. */
    char mark() {
        int outcome = filing == null
                ? 3
                : isStanding() || filing.approves() ? filing.outcome().ordinal() : 3;
        int rest = isStanding() ? (further ? 4 : 0) + side.ordinal() : 0;
        return (char) ((state.ordinal() * 4 + outcome) * 8 + rest);
    }
}
