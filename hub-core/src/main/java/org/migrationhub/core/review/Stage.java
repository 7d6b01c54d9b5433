package org.migrationhub.core.review;

import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Sha256;

/** Where a submission stands, with exactly what is known then. What is public meanwhile is part of the stage. */
public sealed interface Stage {

    /** The name by which the tables know this stage. */
    StageName name();

    /** What the public can read in this stage; null if nothing. */
    @Nullable
    Publication publication();

    /** Seen by its submitter alone. */
    record Draft() implements Stage {
        @Override
        public StageName name() {
            return StageName.DRAFT;
        }

        @Override
        public @Nullable Publication publication() {
            return null;
        }
    }

    /**
     * Waits for the secretariat.
     *
     * @param publication what stays public meanwhile
     */
    record Submitted(@Nullable Publication publication) implements Stage {
        @Override
        public StageName name() {
            return publication == null ? StageName.SUBMITTED : StageName.UPDATE_SUBMITTED;
        }
    }

    /**
     * A panel has it: the one of the submission's last round.
     *
     * @param publication what stays public meanwhile
     */
    record InReview(@Nullable Publication publication) implements Stage {
        @Override
        public StageName name() {
            return publication == null ? StageName.IN_REVIEW : StageName.UPDATE_IN_REVIEW;
        }
    }

    /**
     * Back with the submitter.
     *
     * @param verdict by which panel verdict; null when the secretariat returned it at screening
     * @param note what the secretariat wrote at screening; null after a verdict
     * @param publication what stays public meanwhile
     */
    record ChangesRequested(
            @Nullable PanelVerdict verdict,
            @Nullable Sha256 note,
            @Nullable Publication publication) implements Stage {
        @Override
        public StageName name() {
            return publication == null ? StageName.CHANGES_REQUESTED : StageName.UPDATE_CHANGES_REQUESTED;
        }
    }

    /**
     * Refused for good.
     *
     * @param verdict by which panel verdict; null when the secretariat declined it at screening
     * @param note what the secretariat wrote at screening; null after a verdict
     */
    record Declined(
            @Nullable PanelVerdict verdict, @Nullable Sha256 note) implements Stage {
        @Override
        public StageName name() {
            return StageName.DECLINED;
        }

        @Override
        public @Nullable Publication publication() {
            return null;
        }
    }

    /**
     * Public.
     *
     * @param publication what the public reads
     * @param note why a next revision was withdrawn or declined at screening since; null if none was, or nothing was said
     */
    record Published(Publication publication, @Nullable Sha256 note) implements Stage {
        /** Newly public: nothing has been tried since. */
        Published(Publication publication) {
            this(publication, null);
        }

        @Override
        public StageName name() {
            return StageName.PUBLISHED;
        }
    }

    /**
     * Taken back by its submitter.
     *
     * @param note why, if said
     */
    record Withdrawn(@Nullable Sha256 note) implements Stage {
        @Override
        public StageName name() {
            return StageName.WITHDRAWN;
        }

        @Override
        public @Nullable Publication publication() {
            return null;
        }
    }

    /**
     * Was public and was taken down.
     *
     * @param last what had been public
     * @param note why; shown on the tombstone
     */
    record Retracted(Publication last, Sha256 note) implements Stage {
        @Override
        public StageName name() {
            return StageName.RETRACTED;
        }

        @Override
        public @Nullable Publication publication() {
            return null;
        }
    }
}
