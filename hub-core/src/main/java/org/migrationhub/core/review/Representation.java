package org.migrationhub.core.review;

import java.time.Instant;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.Violation;

/**
 * That somebody of the secretariat acts on the submitter's behalf. It never ends: who has stood on the submitter's side
 * doesn't go back to the other.
 *
 * @param person who acts
 * @param note why, as the digest of the words
 * @param since when it began
 */
public record Representation(PersonId person, Sha256 note, Instant since) {

    /** What is said to whoever would act for themselves. */
    public static final Violation ONESELF =
            new Violation("", "represents-oneself", "This is your own submission; act on it as its submitter.");

    /** What is said to whoever doesn't say why. */
    public static final Violation REASON_REQUIRED =
            new Violation("/text", "note.required", "Say how the submitter asked you to act for them.");
}
