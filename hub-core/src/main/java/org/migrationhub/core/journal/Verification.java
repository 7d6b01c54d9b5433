package org.migrationhub.core.journal;

import java.util.Optional;

/**
 * What a verifier found.
 *
 * @param entries how many lines are sound: all, or those before the first fault was met
 * @param chains how many chains they belong to
 * @param submissions how many of these are of submissions
 * @param checkpoint the last checkpoint among them: what to keep elsewhere
 * @param unpinned how many of the entries no checkpoint vouches for yet; checkpoints themselves not counted
 * @param fault the first thing that is wrong, if anything is
 */
public record Verification(
        long entries, long chains, long submissions, ChainHead checkpoint, long unpinned, Optional<Fault> fault) {

    /** Whether nothing is wrong. */
    public boolean isSound() {
        return fault.isEmpty();
    }

    /** How many checkpoints there are. */
    public long checkpoints() {
        return checkpoint.sequence();
    }
}
