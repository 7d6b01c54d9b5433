package org.migrationhub.core.review;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;

/**
 * A revision that the public can read, and the verdict that allows it. There is no other way to make one than from an
 * approving verdict on exactly that revision's digest.
 */
public final class Publication {

    private final PanelVerdict verdict;
    private final int revision;

    Publication(PanelVerdict verdict, Revision revision) {
        if (verdict.outcome() != VerdictOutcome.APPROVED) {
            throw new IllegalStateException("A verdict that doesn't approve can't publish: " + verdict);
        }
        if (!verdict.digest().equals(revision.digest())) {
            throw new IllegalStateException("The verdict is on other content than revision " + revision.number());
        }
        this.verdict = verdict;
        this.revision = revision.number();
    }

    /** The verdict that allows it. */
    public PanelVerdict verdict() {
        return verdict;
    }

    /** The number of the revision. */
    public int revision() {
        return revision;
    }

    /** The digest of the content. */
    public ContentDigest digest() {
        return verdict.digest();
    }

    /** Since when it is public: the instant of the verdict. */
    public Instant at() {
        return verdict.at();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Publication that && verdict.equals(that.verdict) && revision == that.revision;
    }

    @Override
    public int hashCode() {
        return Objects.hash(verdict, revision);
    }

    @Override
    public String toString() {
        return "revision " + revision + ", " + verdict;
    }
}
