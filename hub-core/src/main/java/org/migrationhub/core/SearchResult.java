package org.migrationhub.core;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.search.Enough;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.SearchPage;

/**
 * What a search of all that is public found.
 *
 * @param found what is on this page, in the order asked for
 * @param total how many there are on all pages
 * @param next what the query for the next page takes; null after the last. It tells nothing to whoever doesn't have the
 *     hub's key ({@link Hub.Builder#cursorKey})
 * @param counts how many each value of each facet would find, the facet's own choice apart. Objectives that none has
 *     are among them with 0, since a gap is information; other values that none has are not. Of organisations, of which
 *     there may be any number, only the {@value #MOST_ORGANISATIONS} most frequent are, and those that were chosen
 * @param organisations what to call each counted organisation
 * @param didYouMean what was looked for in place of what was typed, because nothing holds a word of it, or beside it, because
 *     hardly anything does; null if it was looked for as it was typed
 * @param enough by which measure what was found has the words: another than {@link Enough#ALL} if nothing has them by that one
 * @param missing which words nothing on this page has, as they were typed, where not all are needed; none if each is somewhere,
 *     and as long as it isn't known of what the index tells of
 */
public record SearchResult(
        List<FoundDocument> found,
        long total,
        @Nullable String next,
        Map<Facet, SortedMap<String, Long>> counts,
        SortedMap<String, String> organisations,
        @Nullable String didYouMean,
        Enough enough,
        List<String> missing) {

    /** How many organisations are counted for one search: each has to be asked for by what it is called. */
    public static final int MOST_ORGANISATIONS = SearchPage.MOST_ORGANISATIONS;

    /** Copies the collections. */
    public SearchResult {
        requireNonNull(enough, "enough");
        found = List.copyOf(found);
        missing = List.copyOf(missing);
        Map<Facet, SortedMap<String, Long>> copy = new EnumMap<>(Facet.class);
        counts.forEach((facet, values) -> copy.put(facet, Collections.unmodifiableSortedMap(new TreeMap<>(values))));
        counts = Collections.unmodifiableMap(copy);
        organisations = Collections.unmodifiableSortedMap(new TreeMap<>(organisations));
    }

    /** The practices and resources alone. */
    public List<PublicRecord.Published> items() {
        return found.stream().flatMap(one -> one.item().stream()).toList();
    }
}
