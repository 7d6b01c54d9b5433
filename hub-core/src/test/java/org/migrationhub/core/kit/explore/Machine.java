package org.migrationhub.core.kit.explore;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Change;
import org.migrationhub.core.review.PastEvent;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionId;

/**
 * What is explored besides the policy: where submissions come from. By default the Hub's own; the tests of the
 * exploration itself hand in broken ones, to see that it notices. Implementations must be thread-safe if the exploration
 * uses several threads.
 */
public interface Machine {

    /** The Hub's own. */
    Machine STANDARD = new Machine() {
        @Override
        public Change start(
                SubmissionId id,
                ReviewPolicy policy,
                PersonId submitter,
                SortedSet<OrganisationId> organisations,
                ContentDigest draft,
                Instant at) {
            return Submission.start(id, policy, Kind.PRACTICE, submitter, organisations, draft, at);
        }

        @Override
        public Submission replay(SubmissionId id, List<PastEvent> events, ReviewPolicy policy) {
            return Submission.replay(id, events, Policies.presets().with(policy));
        }
    };

    /** A new submission. See {@link Submission#start}. */
    Change start(
            SubmissionId id,
            ReviewPolicy policy,
            PersonId submitter,
            SortedSet<OrganisationId> organisations,
            ContentDigest draft,
            Instant at);

    /** The submission that the events add up to. See {@link Submission#replay}. */
    Submission replay(SubmissionId id, List<PastEvent> events, ReviewPolicy policy);

    /**
     * Called with every change before it is looked at; gives the change that counts, which is the same unless this
     * machine is broken on purpose.
     *
     * @param before the submission before the act
     * @param act what was done
     * @param change what it did
     */
    default Change done(Submission before, Act act, Change change) {
        return change;
    }
}
