package org.migrationhub.core.review;

import java.time.Instant;

/**
 * An event with its time, as a journal hands it back.
 *
 * @param event what happened
 * @param at when
 */
public record PastEvent(SubmissionEvent event, Instant at) {}
