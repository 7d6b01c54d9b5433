package org.migrationhub.core.kit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.SearchDocument;
import org.migrationhub.core.search.SearchPage;
import org.migrationhub.core.search.SearchQuery;

/** What an index should hold, and what it should answer, by definition alone. Not thread-safe. */
final class Corpus {

    private final SortedMap<DocumentId, SearchDocument> documents = new TreeMap<>();

    void apply(List<? extends IndexChange> changes) {
        for (IndexChange change : changes) {
            if (change instanceof IndexChange.Put put) {
                documents.put(put.id(), put.document());
            } else {
                documents.remove(change.id());
            }
        }
    }

    List<SearchDocument> documents() {
        return List.copyOf(documents.values());
    }

    SearchDocument document(DocumentId id) {
        SearchDocument document = documents.get(id);
        if (document == null) {
            throw new IllegalArgumentException("There is no " + id);
        }
        return document;
    }

    /** The query that an index should answer: the first of its attempts whose words something fits, whatever the filters. */
    SearchQuery answered(SearchQuery query) {
        return query.attempts()
                .filter(attempt -> !matching(SearchQuery.of(attempt.words()).enough(attempt.enough()))
                        .isEmpty())
                .findFirst()
                .orElse(query);
    }

    /** What the query means: its hits, in no order. */
    List<SearchDocument> matching(SearchQuery query) {
        return documents.values().stream().filter(query::matches).toList();
    }

    /** Of each facet, how many hits there would be if each value alone were chosen. */
    Map<Facet, SortedMap<String, Long>> counts(SearchQuery query) {
        Map<Facet, SortedMap<String, Long>> counts = new EnumMap<>(Facet.class);
        List<SearchDocument> matching = matching(query);
        for (Facet facet : query.counted()) {
            boolean filtered = query.filters().containsKey(facet);
            SortedMap<String, Long> all = counts(facet, filtered ? matching(query.only(facet)) : matching);
            SortedMap<String, Long> counted = new TreeMap<>(all);
            counted.keySet().removeIf(value -> facet == Facet.ORGANISATION && !isCounted(value, all, query));
            counts.put(facet, counted);
        }
        return counts;
    }

    List<IndexChange> removals() {
        List<IndexChange> removals = new ArrayList<>();
        documents.keySet().forEach(id -> removals.add(new IndexChange.Remove(id)));
        return removals;
    }

    /** Whether an organisation is chosen, or one of the most frequent. */
    private static boolean isCounted(String value, SortedMap<String, Long> all, SearchQuery query) {
        long count = all.getOrDefault(value, 0L);
        long before = all.entrySet().stream()
                .filter(other -> other.getValue() > count
                        || (other.getValue() == count && other.getKey().compareTo(value) < 0))
                .count();
        return before < SearchPage.MOST_ORGANISATIONS
                || query.filters()
                        .getOrDefault(Facet.ORGANISATION, Collections.emptySortedSet())
                        .contains(value);
    }

    private static SortedMap<String, Long> counts(Facet facet, List<SearchDocument> documents) {
        SortedMap<String, Long> counts = new TreeMap<>();
        documents.forEach(document -> facet.values(document).forEach(value -> counts.merge(value, 1L, Long::sum)));
        return counts;
    }
}
