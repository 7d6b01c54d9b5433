package org.migrationhub.core.journal;

import org.jspecify.annotations.Nullable;

/**
 * Whether positions rise. Where one doesn't, either it or the one before is wrong: the one before, if the journal would be
 * in order without it. Not thread-safe.
 */
final class PositionOrder {

    private long beforeLast;
    private @Nullable Place last;

    @Nullable
    Fault check(Place next) {
        if (last != null && next.position() <= last.position()) {
            return fault(last, next);
        }
        beforeLast = last == null ? 0 : last.position();
        last = next;
        return null;
    }

    private Fault fault(Place former, Place next) {
        return Fault.at(
                isWrong(former, next) ? former : next,
                Fault.Code.REORDERED,
                "stands at another place than its position %d and %d next to it say"
                        .formatted(former.position(), next.position()));
    }

    /** Of two that claim the same position, the one is right that follows without a gap. */
    private boolean isWrong(Place former, Place next) {
        return next.position() == former.position()
                ? former.position() != beforeLast + 1
                : next.position() > beforeLast;
    }
}
