package org.migrationhub.core.kit;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.SearchCard;
import org.migrationhub.core.search.SearchDocument;
import org.migrationhub.core.search.SearchText;

/** What another document says, under an id of its own: so a document of any kind. */
record Renamed(DocumentId id, SearchDocument other) implements SearchDocument {

    @Override
    public Instant publishedAt() {
        return other.publishedAt();
    }

    @Override
    public List<SearchText> texts() {
        return other.texts();
    }

    @Override
    public SortedSet<String> values(Facet facet) {
        return other.values(facet);
    }

    @Override
    public SearchCard card() {
        return other.card();
    }
}
