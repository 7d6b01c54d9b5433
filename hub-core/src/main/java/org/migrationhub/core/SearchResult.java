package org.migrationhub.core;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.search.Facet;

/**
 * What a search of the public items found.
 *
 * @param items of this page, in the order asked for
 * @param total how many there are on all pages
 * @param next what the query for the next page takes; null after the last
 * @param counts how many items each value of each facet would find, the facet's own choice apart
 * @param didYouMean what was looked for in place of what was typed, because nothing holds a word of it; null if it was
 *     looked for as it was typed
 */
public record SearchResult(
        List<PublicRecord.Published> items,
        long total,
        @Nullable String next,
        Map<Facet, SortedMap<String, Long>> counts,
        @Nullable String didYouMean) {

    /** Copies the items. */
    public SearchResult {
        items = List.copyOf(items);
    }
}
