package org.migrationhub.server.site.secretariat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.RoundView;
import org.migrationhub.core.SeatView;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.review.Act;

/**
 * How the panel of an item gets on, as far as whoever looks may know.
 *
 * @param view of the item
 */
record Progress(SubmissionView view) {

    /** How many seats nobody sits in. */
    int vacancies() {
        return round().map(RoundView::vacancies).orElse(0);
    }

    /** Whether all have reviewed or it can't be published any more, so that it doesn't go on by itself. */
    boolean isStuck() {
        return isTied() || view.possible().contains(Act.CLOSE_ROUND);
    }

    /** Whether one further review can decide. */
    boolean isTied() {
        return view.possible().contains(Act.SEAT_FURTHER);
    }

    /** How many reviews are awaited. */
    long awaited() {
        return seats().stream()
                .filter(seat -> seat.state().isStanding() && seat.review() == null)
                .count();
    }

    /** When the first of the reviews that are late was due; null if none is. */
    @Nullable
    Instant overdueSince() {
        return seats().stream()
                .filter(SeatView::overdue)
                .flatMap(seat -> Optional.ofNullable(seat.due()).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<SeatView> seats() {
        return round().map(RoundView::seats).orElse(List.of());
    }

    private Optional<RoundView> round() {
        return view.rounds().stream().filter(RoundView::open).findFirst();
    }
}
