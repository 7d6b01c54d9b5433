package org.migrationhub.core.search;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.review.SubmissionId;

/**
 * A published item as an index takes it in. An index looks at its {@link #texts()}, at the {@link Facet#values values} of
 * its facets, at its titles and at when it was published, and at nothing else: what offers these can be indexed.
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

    /** Every text by which it is found. */
    public List<SearchText> texts() {
        return SearchText.of(content);
    }
}
