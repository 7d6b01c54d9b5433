package org.migrationhub.core.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks at one item after the other and keeps what a query is to find and to count. Not thread-safe. */
final class Tally {

    private final SearchQuery query;
    private final WordQuery words;
    private final List<Place> hits = new ArrayList<>();
    private final Map<Facet, SortedMap<String, Long>> counts = new EnumMap<>(Facet.class);
    private boolean fitting;

    Tally(SearchQuery query) {
        this.query = query;
        this.words = query.enough().of(WordQuery.of(query.words()));
        query.counted().forEach(facet -> counts.put(facet, new TreeMap<>()));
    }

    void look(IndexedDocument item) {
        if (!item.words().holds(words, query.enough())) {
            return;
        }
        fitting = true;
        List<Facet> against = query.filters().keySet().stream()
                .filter(facet -> !query.passes(facet, item.values(facet)))
                .toList();
        if (against.isEmpty()) {
            hits.add(Place.of(item.document(), item.words().score(words, query.enough()), query));
        }
        counts.forEach((facet, counted) -> {
            if (against.isEmpty() || against.equals(List.of(facet))) {
                item.values(facet).forEach(value -> counted.merge(value, 1L, Long::sum));
            }
        });
    }

    /** Whether some item has the words, though the filters may not let it pass. */
    boolean isFitting() {
        return fitting;
    }

    List<Place> hits() {
        return hits;
    }

    Map<Facet, SortedMap<String, Long>> counts() {
        counts.computeIfPresent(Facet.ORGANISATION, (facet, counted) -> mostFrequent(counted));
        return counts;
    }

    private SortedMap<String, Long> mostFrequent(SortedMap<String, Long> counted) {
        Set<String> kept = new HashSet<>(query.filters().getOrDefault(Facet.ORGANISATION, new TreeSet<>()));
        counted.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SearchPage.MOST_ORGANISATIONS)
                .forEach(entry -> kept.add(entry.getKey()));
        SortedMap<String, Long> most = new TreeMap<>(counted);
        most.keySet().retainAll(kept);
        return most;
    }
}
