package org.migrationhub.core.review;

import java.time.Instant;
import java.util.List;

/**
 * What an act does to a submission: not yet stored.
 *
 * @param after the submission afterwards
 * @param events what happened, in order; none if all is as it should be
 * @param at when
 */
public record Change(Submission after, List<SubmissionEvent> events, Instant at) {

    /** Copies the events. */
    public Change {
        events = List.copyOf(events);
    }
}
