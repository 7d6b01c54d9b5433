package org.migrationhub.core.search;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param hits in the order of the query, at most its limit
 * @param total how many hits there are on all pages together
 * @param next what to ask the next page with ({@link SearchQuery#after(String)}); null if this is the last. Not for readers:
 *     it may tell of a hit what isn't public, see {@link SearchCursor}
 * @param counts of each facet that was to be counted, how many items have each value; values that none has are left out.
 *     A facet is counted among the items that match words and filters, its own filter apart: the count says how many hits
 *     there are when this value is chosen instead. Of {@link Facet#ORGANISATION}, of which there may be any number, only the
 *     {@value #MOST_ORGANISATIONS} most frequent are counted, of equally frequent ones the first by value, and those that
 *     are chosen
 * @param didYouMean what was looked for in place of what was typed, because nothing holds a word of it, or beside it, because
 *     hardly anything does; null if it was looked for as it was typed
 * @param enough by which measure the hits have the words; the one by which the query asked if nothing has any of them
 * @param missing where not all of the words are needed, what no hit of this page has: folded words, those of one name in one text
 */
public record SearchPage(
        List<SearchHit> hits,
        long total,
        @Nullable String next,
        Map<Facet, SortedMap<String, Long>> counts,
        @Nullable String didYouMean,
        Enough enough,
        List<String> missing) {

    /** How many organisations are counted beside those that are chosen. */
    public static final int MOST_ORGANISATIONS = 20;

    /** Copies the collections. */
    public SearchPage {
        requireNonNull(enough, "enough");
        hits = List.copyOf(hits);
        missing = List.copyOf(missing);
        Map<Facet, SortedMap<String, Long>> copy = new EnumMap<>(Facet.class);
        counts.forEach((facet, values) -> copy.put(facet, Collections.unmodifiableSortedMap(new TreeMap<>(values))));
        counts = Collections.unmodifiableMap(copy);
    }

    /** What was found for exactly what was typed, all of it. */
    public SearchPage(
            List<SearchHit> hits, long total, @Nullable String next, Map<Facet, SortedMap<String, Long>> counts) {
        this(hits, total, next, counts, null, Enough.ALL, List.of());
    }
}
