package org.migrationhub.core.review;

import java.time.Instant;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.Sha256;

/**
 * One reviewer's review of exactly one revision. It is never edited.
 *
 * @param digest of the revision that was judged
 * @param outcome what the reviewer says of it
 * @param note the digest of the {@link Note} that was filed with it
 * @param at when it was filed
 */
public record Review(ContentDigest digest, ReviewOutcome outcome, Sha256 note, Instant at) {

    /** Whether it approves exactly this content. */
    boolean approves(ContentDigest content) {
        return outcome == ReviewOutcome.APPROVE && digest.equals(content);
    }
}
