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
     * @return empty if no commit held it
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
     * What is featured now ({@link Submission#feature}), in order. The cost grows with the limit, not with what there is.
     *
     * @param after only what comes after this place; null for the first page
     * @param limit at most so many
     */
    List<FeaturedPlace> featured(@Nullable FeaturedPlace after, int limit);
}
