package org.migrationhub.core.search;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/**
 * Something public as an index takes it in. An index looks at nothing else: of whatever offers this, of whatever kind, it
 * finds the words, counts the values and shows the card. {@link ItemDocument} offers it of items. Immutable.
 */
public interface SearchDocument {

    /** Which document it is; no two of an index have the same. */
    DocumentId id();

    /** Since when it is public as it is now. */
    Instant publishedAt();

    /** Every text by which it is found. */
    List<SearchText> texts();

    /** The values of a facet that it has, by which it is filtered and counted; none of a facet that means nothing here. */
    SortedSet<String> values(Facet facet);

    /** What a list shows of it. */
    SearchCard card();
}
