package org.migrationhub.core.storage;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.SubmissionId;

/**
 * What is typed and not saved yet, beside the journal: at most one working copy of each submission, of which only the last
 * state is kept.
 *
 * <p>A working copy goes with the base that it began from: from the commit on that {@link Commit.OfSubmission#endsWorkingCopy
 * ends} it, in the same atomic step, it is no longer found, nor is any that is kept later on the former base. Where the saved
 * draft is handed in, the base stays: what is kept at that very moment may be found afterwards, as if it had been typed then.
 * Of what no draft can be saved any more, none is ever found. A commit that erases a person takes all that this person typed. Nothing here is compared with, or changes, the head of a chain.
 */
public interface WorkingCopyStore {

    /**
     * Keeps a working copy in the place of the one that its author has seen. When this returns true, it survives as a commit
     * does. Of several who have seen the same one, with different contents, exactly one succeeds.
     *
     * @param copy begun from what {@link WorkingCopy#baseOf} says of the submission
     * @param replaced the digest of the working copy that is there; null if there is none
     * @return whether it was kept; false, and nothing was changed, if another working copy is there or none, the submission
     *     isn't there, has gone on from the base or takes no draft any more, or the author was erased
     */
    boolean keepWorkingCopy(WorkingCopy copy, @Nullable ContentDigest replaced);

    /**
     * The working copy of a submission, exactly as it was kept.
     *
     * @return empty if there is none
     */
    Optional<WorkingCopy> workingCopy(SubmissionId id);

    /**
     * Drops a working copy, if it is still this one.
     *
     * @param seen its digest
     * @return whether it was dropped
     */
    boolean dropWorkingCopy(SubmissionId id, ContentDigest seen);

    /**
     * The working copies that somebody typed last, by descending id of the submission.
     *
     * @param after only those after this one: the last of the page before; null for the beginning
     * @param limit at most so many; positive
     */
    List<WorkingCopy> workingCopies(PersonId author, @Nullable SubmissionId after, int limit);
}
