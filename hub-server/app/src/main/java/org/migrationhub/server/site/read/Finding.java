package org.migrationhub.server.site.read;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.migrationhub.core.Desk;
import org.migrationhub.core.PublicRecord;
import org.migrationhub.core.SearchResult;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Sort;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.Term;
import org.migrationhub.server.site.page.Visit;

/**
 * Every question that pages ask of the search, in one place. Immutable and thread-safe.
 *
 * @param desk of a visitor
 * @param language in which titles are read and sorted
 */
record Finding(Desk desk, Language language) {

    /** What a visit may ask. */
    static Finding of(Visit visit) {
        return new Finding(visit.ask().desk(), visit.voice().language());
    }

    /** What a search of the reader finds. */
    SearchResult found(SearchQuery query) {
        return desk.search(query.preferred(List.of(language)));
    }

    /** The newest of all, with counts of some facets. */
    SearchResult newest(int limit, Facet... counted) {
        return found(newestFirst(limit).counting(facets(counted)));
    }

    /** The newest of those that have a value, with counts of some facets. */
    SearchResult newest(Facet facet, Term value, int limit, Facet... counted) {
        return found(newestFirst(limit).only(facet, value.code()).counting(facets(counted)));
    }

    /** What editors show before others, the last first. */
    List<PublicRecord.Published> featured(int limit) {
        return desk.featured(null, limit);
    }

    /** Items that are like this one, the most alike first. */
    List<PublicRecord.Published> related(PublicRecord.Published item, int limit) {
        return desk.similar(item.id(), limit);
    }

    /** How many items there are of each objective, none left out. */
    static SortedMap<Objective, Long> perObjective(SearchResult result) {
        Map<String, Long> counts = counts(result, Facet.OBJECTIVE);
        SortedMap<Objective, Long> all = new TreeMap<>();
        for (Objective objective : Objective.values()) {
            all.put(objective, counts.getOrDefault(objective.code(), 0L));
        }
        return all;
    }

    /** How many items there are of each value of a facet that was counted. */
    static SortedMap<String, Long> counts(SearchResult result, Facet facet) {
        SortedMap<String, Long> counts = result.counts().get(facet);
        return counts == null ? new TreeMap<>() : counts;
    }

    private static SearchQuery newestFirst(int limit) {
        return SearchQuery.everything().sort(Sort.NEWEST).limit(limit);
    }

    private static Set<Facet> facets(Facet... some) {
        Set<Facet> facets = EnumSet.noneOf(Facet.class);
        facets.addAll(List.of(some));
        return facets;
    }
}
