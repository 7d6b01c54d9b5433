package org.migrationhub.core.review;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.people.Sector;

/**
 * How a policy judged a round. Only {@link ReviewPolicy} makes one, from a round's own seats; it never changes.
 */
public final class PanelVerdict {

    private final SubmissionId submission;
    private final int round;
    private final PolicyRef policy;
    private final ContentDigest digest;
    private final VerdictOutcome outcome;
    private final List<Seat> approvals;
    private final Instant at;

    PanelVerdict(Round round, PolicyRef policy, VerdictOutcome outcome, List<Seat> approvals, Instant at) {
        this.submission = round.submission();
        this.round = round.number();
        this.policy = policy;
        this.digest = round.digest();
        this.outcome = outcome;
        this.approvals = List.copyOf(approvals);
        this.at = at;
    }

    /** Of which submission. */
    public SubmissionId submission() {
        return submission;
    }

    /** The number of the round that was judged. */
    public int round() {
        return round;
    }

    /** The policy that judged, in its version. */
    public PolicyRef policy() {
        return policy;
    }

    /** The digest of the content that was judged. */
    public ContentDigest digest() {
        return digest;
    }

    /** What it leads to. */
    public VerdictOutcome outcome() {
        return outcome;
    }

    /** The seats whose reviews approve exactly this content, with the affiliations on which the decision rests. */
    public List<Seat> approvals() {
        return approvals;
    }

    /** When it was given. */
    public Instant at() {
        return at;
    }

    /** How many of the approvals come from this side of the review rule. */
    public int approvals(Sector sector) {
        int count = 0;
        for (Seat seat : approvals) {
            if (seat.seating().sector() == sector) {
                count++;
            }
        }
        return count;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PanelVerdict that
                && submission.equals(that.submission)
                && round == that.round
                && policy.equals(that.policy)
                && digest.equals(that.digest)
                && outcome == that.outcome
                && approvals.equals(that.approvals)
                && at.equals(that.at);
    }

    @Override
    public int hashCode() {
        return Objects.hash(submission, round, outcome, at);
    }

    @Override
    public String toString() {
        return outcome.code() + " by " + policy + " in round " + round + " of " + submission;
    }
}
