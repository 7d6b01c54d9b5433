package org.migrationhub.core.review;

import java.time.Instant;
import org.migrationhub.core.content.Sha256;

/**
 * That the secretariat returned a revision at screening. What was asked for stays known when the next revision comes.
 *
 * @param revision the number of the revision
 * @param note what was asked for, as the digest of the words
 * @param at when
 */
public record Screening(int revision, Sha256 note, Instant at) {}
