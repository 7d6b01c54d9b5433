package org.migrationhub.core.storage;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionId;

/** The submissions, and the words that their events refer to by digest. */
public interface SubmissionStore {

    /**
     * A submission as it stands, with the head of its chain, both of the same instant.
     *
     * @return empty if there is none with this id
     */
    Optional<Stored<Submission>> submission(SubmissionId id);

    /**
     * The content with this digest, exactly as it was committed.
     *
     * @return empty if no commit held it, or it {@linkplain #forgetDrafts went} with its submitter's data
     * @throws AlteredException if what is kept isn't that any more: it is compared, at least whenever it is read from where
     *     others could have changed it
     */
    Optional<ContentItem> content(ContentDigest digest);

    /**
     * The note with this digest.
     *
     * @return empty if no commit held it, or its author was erased
     * @throws AlteredException if what is kept isn't that any more
     */
    Optional<Note> note(Sha256 digest);

    /**
     * The submissions that the query shows, in its order, at most its limit. The cost grows with the limit, not with
     * what there is.
     */
    List<SubmissionSummary> submissions(SubmissionQuery query);

    /**
     * Drops what persons whose data was erased have only drafted: of each submission whose submitter is one, every content that
     * no entry hands in, unless another submission names it, too, and what is typed of it and not saved. Chains stay as they
     * are; where nothing was ever handed in, lists show {@link Words#forgotten} instead. Files to which nothing else refers go
     * in the next sweep. For each submission it is one atomic step; what is committed at the same time is dropped by this call
     * or by the next. Several may call it at once.
     *
     * @return how many contents this call dropped
     */
    int forgetDrafts();

    /**
     * What is featured now ({@link Submission#feature}), in order. The cost grows with the limit, not with what there is.
     *
     * @param after only what comes after this place; null for the first page
     * @param limit at most so many
     */
    List<FeaturedPlace> featured(@Nullable FeaturedPlace after, int limit);
}
