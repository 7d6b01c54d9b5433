package org.migrationhub.core.search;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.migrationhub.core.review.SubmissionId;

/**
 * Something public as an index takes it in. An index looks at nothing else: of whatever offers this, of whatever kind, it
 * finds the words, counts the values and shows the card. {@link ItemDocument} offers it of items. Immutable.
 */
public interface SearchDocument {

    /** Under which it is public; no two documents of an index have the same. */
    SubmissionId id();

    /** Since when it is public as it is now. */
    Instant publishedAt();

    /** Every text by which it is found. */
    List<SearchText> texts();

    /** The values of a facet that it has, by which it is filtered and counted; none of a facet that means nothing here. */
    SortedSet<String> values(Facet facet);

    /** What a list shows of it. */
    SearchCard card();
}
