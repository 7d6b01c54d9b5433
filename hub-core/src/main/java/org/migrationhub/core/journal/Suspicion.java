package org.migrationhub.core.journal;

import org.jspecify.annotations.Nullable;

/**
 * Something is wrong, and what comes later in the journal may tell what. Not thread-safe.
 *
 * <p>Several stories fit any one finding. A suspicion settles for the one with the fewest changed entries.
 */
interface Suspicion {

    /** Looks at a later entry, itself intact; gives the fault once that is certain, or null to look on. */
    @Nullable
    Fault consider(FeedEntry later);

    /** What to say when the journal ends. */
    Fault conclude();

    /** Nothing that comes later can change it. */
    static Suspicion certain(Fault fault) {
        return new Suspicion() {
            @Override
            public Fault consider(FeedEntry later) {
                return fault;
            }

            @Override
            public Fault conclude() {
                return fault;
            }
        };
    }
}
