package org.migrationhub.core;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.ItemDocument;
import org.migrationhub.core.search.SearchCard;
import org.migrationhub.core.search.SearchDocument;
import org.migrationhub.core.search.SearchText;

/**
 * A practice or resource as the public reads it and as an index takes it in.
 *
 * @param item that is public
 * @param document what is indexed of it
 */
record PublicItem(PublicRecord.Published item, ItemDocument document) implements SearchDocument {

    static PublicItem of(PublicRecord.Published item, Instant publishedAt) {
        return new PublicItem(item, new ItemDocument(item.id(), item.content(), publishedAt));
    }

    @Override
    public DocumentId id() {
        return document.id();
    }

    @Override
    public Instant publishedAt() {
        return document.publishedAt();
    }

    @Override
    public List<SearchText> texts() {
        return document.texts();
    }

    @Override
    public SortedSet<String> values(Facet facet) {
        return document.values(facet);
    }

    @Override
    public SearchCard card() {
        return document.card();
    }
}
