package org.migrationhub.core;

import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Criterion;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SeatStateName;

/**
 * A seat of a panel as one actor may see it.
 *
 * @param number of the seat; 0 for whoever may not tell seats apart
 * @param person who sits there; null for whoever may not know
 * @param sector the side of the review rule on which the person stood when seated
 * @param state what became of the seat
 * @param further whether this is the one further seat that decides a tie
 * @param due when the review is due; null for whoever may not know, and once it was filed
 * @param overdue whether it is awaited though it was due before
 * @param note why the seat was given up, as its occupant wrote it to the secretariat; null if nothing was said
 * @param review what was filed; null if nothing was, or it doesn't count any more
 */
public record SeatView(
        int number,
        @Nullable PersonId person,
        Sector sector,
        SeatStateName state,
        boolean further,
        @Nullable Instant due,
        boolean overdue,
        @Nullable String note,
        @Nullable ReviewView review) {

    /**
     * A review as one actor may see it.
     *
     * @param outcome what the reviewer says
     * @param text to the submitter; empty if nothing, or the reviewer's data was erased
     * @param toSecretariat what only the secretariat and the reviewer read; empty otherwise
     * @param remarks to the submitter, by criterion
     * @param at when it was filed; null for whoever may not know
     */
    public record ReviewView(
            ReviewOutcome outcome,
            String text,
            String toSecretariat,
            SortedMap<Criterion, String> remarks,
            @Nullable Instant at) {}
}
