package org.migrationhub.core.search;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.review.SubmissionId;

/**
 * A published item as an index takes it in.
 *
 * @param id of the submission, under which the item is public
 * @param content of the published revision
 * @param publishedAt since when this revision is public
 */
public record SearchDocument(SubmissionId id, ContentItem content, Instant publishedAt) {

    /** Refuses null. */
    public SearchDocument {
        requireNonNull(id, "id");
        requireNonNull(content, "content");
        requireNonNull(publishedAt, "publishedAt");
    }
}
