package org.migrationhub.core.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Sha256;

/** What became of a seat, with exactly what is known then. */
public sealed interface SeatState {

    /** The name by which the transition table knows this state. */
    SeatStateName name();

    /** Asked to take part; sees title, submitter and organisations. */
    record Invited() implements SeatState {
        @Override
        public SeatStateName name() {
            return SeatStateName.INVITED;
        }
    }

    /**
     * Has declared to have no conflict of interest; sees the content.
     *
     * @param at when it was declared
     */
    record Accepted(Instant at) implements SeatState {
        @Override
        public SeatStateName name() {
            return SeatStateName.ACCEPTED;
        }
    }

    /**
     * Couldn't take part.
     *
     * @param note why, to the secretariat, if said
     */
    record Declined(@Nullable Sha256 note) implements SeatState {
        @Override
        public SeatStateName name() {
            return SeatStateName.DECLINED;
        }
    }

    /**
     * Has, or was found to have, a conflict of interest.
     *
     * @param reasons the codes of the rules that found it; only {@code declared} when the reviewer declared it
     * @param note why, to the secretariat, if said
     */
    record Recused(List<String> reasons, @Nullable Sha256 note) implements SeatState {
        /** Copies the reasons. */
        public Recused {
            reasons = List.copyOf(reasons);
        }

        @Override
        public SeatStateName name() {
            return SeatStateName.RECUSED;
        }
    }

    /**
     * Somebody else took over.
     *
     * @param by the number of the seat that took over
     */
    record Replaced(int by) implements SeatState {
        @Override
        public SeatStateName name() {
            return SeatStateName.REPLACED;
        }
    }

    /**
     * Has reviewed.
     *
     * @param review what was filed
     */
    record Reviewed(Review review) implements SeatState {
        @Override
        public SeatStateName name() {
            return SeatStateName.REVIEWED;
        }
    }
}
