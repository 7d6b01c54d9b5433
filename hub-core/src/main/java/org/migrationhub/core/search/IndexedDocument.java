package org.migrationhub.core.search;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;

/** A document with everything that queries look at, worked out once. Immutable once made. */
final class IndexedDocument {

    private final SearchDocument document;
    private final DocumentWords words;
    private final Map<Facet, SortedSet<String>> values = new EnumMap<>(Facet.class);

    IndexedDocument(SearchDocument document) {
        this.document = document;
        this.words = new DocumentWords(document);
        for (Facet facet : Facet.values()) {
            values.put(facet, facet.values(document));
        }
    }

    SearchDocument document() {
        return document;
    }

    DocumentWords words() {
        return words;
    }

    SortedSet<String> values(Facet facet) {
        return requireNonNull(values.get(facet));
    }
}
