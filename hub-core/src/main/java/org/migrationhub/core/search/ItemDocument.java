package org.migrationhub.core.search;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.review.SubmissionId;

/**
 * A published practice or resource as an index takes it in.
 *
 * @param item the submission, under whose id the item is public
 * @param content of the published revision
 * @param publishedAt since when this revision is public
 */
public record ItemDocument(SubmissionId item, ContentItem content, Instant publishedAt) implements SearchDocument {

    /** Refuses null. */
    public ItemDocument {
        requireNonNull(item, "item");
        requireNonNull(content, "content");
        requireNonNull(publishedAt, "publishedAt");
    }

    @Override
    public DocumentId id() {
        return DocumentId.of(item);
    }

    @Override
    public List<SearchText> texts() {
        return SearchText.of(content);
    }

    @Override
    public SortedSet<String> values(Facet facet) {
        return facet.of(this);
    }

    @Override
    public SearchCard card() {
        return SearchCard.of(this);
    }
}
