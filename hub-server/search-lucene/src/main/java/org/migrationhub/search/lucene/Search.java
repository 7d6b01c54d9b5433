package org.migrationhub.search.lucene;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.search.Enough;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.Place;
import org.migrationhub.core.search.SearchHit;
import org.migrationhub.core.search.SearchPage;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Sort;

/** One search of one state of the index. Not thread-safe. */
final class Search {

    /** Of so few hits each is given its score; of more, Lucene finds the best without a look at most of the others. */
    private static final int FEW = 300;

    private final Snapshot snapshot;
    private final SearchQuery query;
    private final WordSearch words;
    private final Matching matching;
    private final List<LeafSearch> leaves = new ArrayList<>();

    private Search(Snapshot snapshot, SearchQuery query) throws IOException {
        this.snapshot = snapshot;
        this.query = query;
        this.words = WordSearch.of(query, snapshot);
        this.matching = words.isEmpty() ? Matching.everything(snapshot) : Matching.of(snapshot, words.matching());
    }

    /** The page of the first of these whose words anything fits; else that of the first of all, with nothing. */
    static SearchPage answer(Snapshot snapshot, Iterator<SearchQuery> attempts) throws IOException {
        SearchPage nothing = null;
        while (attempts.hasNext()) {
            SearchQuery attempt = attempts.next();
            Search search = new Search(snapshot, attempt);
            SearchPage page = search.page();
            if (page.total() > 0 || search.isFitting()) {
                return page;
            }
            nothing = nothing == null ? page : nothing;
        }
        return requireNonNull(nothing, "There is nothing to look for");
    }

    private SearchPage page() throws IOException {
        Optional<Place> before = Place.before(query);
        boolean scored = !words.isEmpty() && query.sort() == Sort.RELEVANCE;
        long total = 0;
        for (Leaf leaf : snapshot.leaves()) {
            LeafSearch search = new LeafSearch(leaf, query, matching, scored, before);
            leaves.add(search);
            total += search.total();
        }
        if (scored) {
            keepBest(total);
        } else {
            keepFirst();
        }
        List<Found> hits = hits();
        return new SearchPage(
                read(hits), total, next(hits), counts(), words.didYouMean(), query.enough(), missing(hits));
    }

    /** Whether anything fits the words, though no filter may let it pass. */
    private boolean isFitting() throws IOException {
        SearchQuery anywhere = SearchQuery.of(query.words()).counting(Set.of());
        for (Leaf leaf : query.filters().isEmpty() ? List.<Leaf>of() : snapshot.leaves()) {
            if (new LeafSearch(leaf, anywhere, matching, false, Optional.empty()).total() > 0) {
                return true;
            }
        }
        return false;
    }

    /** What of the words no hit of the page has; none where all are needed. */
    private List<String> missing(List<Found> hits) throws IOException {
        List<String> missing = new ArrayList<>();
        if (query.enough() != Enough.ALL && !hits.isEmpty()) {
            for (WordSearch.Counted one : words.counted()) {
                Weight finding = snapshot.weight(one.query(), ScoreMode.COMPLETE_NO_SCORES);
                if (!isIn(shown(hits), finding)) {
                    missing.addAll(one.words());
                }
            }
        }
        return missing;
    }

    private static boolean isIn(List<Found> hits, Weight finding) throws IOException {
        for (Found hit : hits) {
            if (hit.fits(finding)) {
                return true;
            }
        }
        return false;
    }

    private void keepFirst() throws IOException {
        for (LeafSearch leaf : leaves) {
            leaf.keepFirst();
        }
    }

    private void keepBest(long total) throws IOException {
        if (total == 0) {
            return;
        }
        boolean few = total <= FEW;
        Weight scoring = snapshot.weight(words.scoring(), few ? ScoreMode.COMPLETE : ScoreMode.TOP_SCORES);
        BestScores best = new BestScores(query.limit() + 1);
        for (LeafSearch leaf : leaves) {
            if (few) {
                leaf.keepEach(scoring);
            } else {
                leaf.keepBest(scoring, best);
            }
        }
    }

    /** The first of all segments' hits, each of which has them in order: the page, and one more if there is. */
    private List<Found> hits() throws IOException {
        List<Deque<Found>> queues = new ArrayList<>();
        for (LeafSearch leaf : leaves) {
            Deque<Found> found = leaf.hits();
            if (!found.isEmpty()) {
                queues.add(found);
            }
        }
        Comparator<Place> order = Place.order(query);
        List<Found> hits = new ArrayList<>();
        while (hits.size() <= query.limit() && !queues.isEmpty()) {
            Deque<Found> best = queues.get(0);
            for (Deque<Found> queue : queues) {
                if (comesBefore(queue.getFirst(), best.getFirst(), order)) {
                    best = queue;
                }
            }
            hits.add(best.removeFirst());
            if (best.isEmpty()) {
                queues.remove(best);
            }
        }
        return hits;
    }

    private boolean comesBefore(Found one, Found other, Comparator<Place> order) throws IOException {
        if (one == other) {
            return false;
        }
        int byScore = query.sort() == Sort.RELEVANCE ? Float.compare(other.score(), one.score()) : 0;
        return byScore != 0 ? byScore < 0 : order.compare(one.place(query), other.place(query)) < 0;
    }

    private List<Found> shown(List<Found> hits) {
        return hits.subList(0, Math.min(hits.size(), query.limit()));
    }

    private List<SearchHit> read(List<Found> hits) throws IOException {
        List<SearchHit> read = new ArrayList<>();
        try (Unpacking unpacking = new Unpacking()) {
            for (Found hit : shown(hits)) {
                read.add(hit.hit(unpacking));
            }
        }
        return read;
    }

    private @Nullable String next(List<Found> hits) throws IOException {
        return hits.size() > query.limit()
                ? hits.get(query.limit() - 1).place(query).cursor().text(query)
                : null;
    }

    private Map<Facet, SortedMap<String, Long>> counts() throws IOException {
        Map<Facet, SortedMap<String, Long>> counts = new EnumMap<>(Facet.class);
        for (Facet facet : query.counted()) {
            counts.put(facet, counts(facet));
        }
        return counts;
    }

    /** Organisations are as many as whoever writes items thinks of: only the first of them are made into words. */
    private SortedMap<String, Long> counts(Facet facet) throws IOException {
        List<int[]> numbers = new ArrayList<>();
        for (Leaf leaf : snapshot.leaves()) {
            numbers.add(leaf.numbers(facet));
        }
        List<int[]> counted = leaves.stream().map(leaf -> leaf.counts(facet)).toList();
        Labels.Sum sum = snapshot.labels(facet).sum(numbers, counted);
        return facet == Facet.ORGANISATION
                ? sum.mostFrequent(
                        SearchPage.MOST_ORGANISATIONS, query.filters().getOrDefault(facet, new TreeSet<>()))
                : sum.all();
    }
}
