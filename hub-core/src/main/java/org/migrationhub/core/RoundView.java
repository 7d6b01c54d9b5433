package org.migrationhub.core;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.review.VerdictOutcome;

/**
 * A round as one actor may see it.
 *
 * @param number 1 for the first
 * @param revision the number of the revision that it judges
 * @param digest of that revision; null for whoever may not read it
 * @param open whether it goes on
 * @param outcome how it was judged; null if it was not
 * @param judgedOn the day on which it was judged; null if it was not
 * @param vacancies how many seats nobody sits in; 0 for whoever may not see the panel
 * @param seats for whoever may see the panel, all; for a reviewer, their own; for the submitter, once the round is
 *     judged, the reviews without anything that tells who wrote them, in an order that doesn't either
 */
public record RoundView(
        int number,
        int revision,
        @Nullable ContentDigest digest,
        boolean open,
        @Nullable VerdictOutcome outcome,
        @Nullable LocalDate judgedOn,
        int vacancies,
        List<SeatView> seats) {

    /** Copies the seats. */
    public RoundView {
        seats = List.copyOf(seats);
    }
}
