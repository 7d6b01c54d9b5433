package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongHeap;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.Place;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Sort;

/** Searches one segment: counts what there is and keeps the first hits of the page. Not thread-safe. */
final class LeafSearch {

    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    private final Leaf leaf;
    private final SearchQuery query;
    private final Ordering ordering;
    private final long first;
    private final LongHeap heap;
    private final Map<Facet, int[]> counts = new EnumMap<>(Facet.class);
    private long total;

    LeafSearch(Leaf leaf, SearchQuery query, boolean words, Optional<Place> before) throws IOException {
        this.leaf = leaf;
        this.query = query;
        this.ordering = Ordering.of(query, words, leaf);
        this.first = ordering.first(before);
        this.heap = new LongHeap(query.limit() + 1);
    }

    /**
     * Counts every hit, and keeps the first ones. With scores it looks twice: counting needs no score, and the best hits are
     * found without a look at most of the others.
     *
     * @param matching what finds the words; null for everything
     * @param scoring what finds them with scores; null if the order doesn't need them
     */
    void run(@Nullable Weight matching, @Nullable Weight scoring) throws IOException {
        if (matching == null) {
            browse();
            return;
        }
        for (Facet facet : query.counted()) {
            counts.put(facet, new int[leaf.column(facet).labels().size()]);
        }
        Filters filters = new Filters();
        collect(matching, new Counting(filters, scoring == null));
        if (scoring != null && total > 0) {
            collect(scoring, new Best(filters));
        }
    }

    private void collect(Weight weight, LeafCollector collector) throws IOException {
        BulkScorer scorer = weight.bulkScorer(leaf.context());
        if (scorer != null) {
            scorer.score(collector, leaf.live(), 0, DocIdSetIterator.NO_MORE_DOCS);
        }
    }

    private void browse() throws IOException {
        Segment.Choice chosen = leaf.choice(query.filters());
        FixedBitSet gone = leaf.gone();
        total = chosen.size() - (gone == null ? 0 : FixedBitSet.intersectionCount(chosen.documents(), gone));
        for (Facet facet : query.counted()) {
            Map<Facet, SortedSet<String>> others = Segment.without(query.filters(), facet);
            counts.put(facet, counts(facet, leaf.choice(others), gone));
        }
        keepFirst(chosen.documents());
    }

    long total() {
        return total;
    }

    int[] counts(Facet facet) {
        int[] counted = counts.get(facet);
        if (counted == null) {
            throw new IllegalArgumentException("Not counted: " + facet);
        }
        return counted;
    }

    /** The first hits of the page, at most one more than fit on it, in their order. */
    Deque<Found> hits() {
        long[] numbers = new long[heap.size()];
        for (int at = numbers.length - 1; at >= 0; at--) {
            numbers[at] = ~heap.pop();
        }
        Deque<Found> hits = new ArrayDeque<>();
        for (long number : numbers) {
            hits.add(new Found(leaf, Ordering.document(number), ordering.score(number)));
        }
        return hits;
    }

    private void keep(int document, float score) throws IOException {
        long number = ordering.number(document, score);
        if (number >= first) {
            heap.insertWithOverflow(~number);
        }
    }

    /** Of documents of equal score; in the order of the newest the rest need not be looked at. */
    private void keepFirst(FixedBitSet documents) throws IOException {
        if (query.sort() == Sort.TITLE) {
            keepFrom(documents, 0, Integer.MAX_VALUE);
            return;
        }
        int from = (int) Math.max(0, first);
        keepFrom(documents, from, query.limit() + 1);
    }

    private void keepFrom(FixedBitSet documents, int from, int most) throws IOException {
        var live = leaf.live();
        for (int document = next(documents, from);
                document < leaf.size() && heap.size() < most;
                document = next(documents, document + 1)) {
            if (live == null || live.get(document)) {
                keep(document, 0);
            }
        }
    }

    private int next(FixedBitSet documents, int from) {
        return from < leaf.size() ? documents.nextSetBit(from) : Integer.MAX_VALUE;
    }

    private int[] counts(Facet facet, Segment.Choice chosen, @Nullable FixedBitSet gone) throws IOException {
        int[] all = leaf.counts(chosen, facet);
        if (gone == null) {
            return all;
        }
        FixedBitSet taken = gone.clone();
        taken.and(chosen.documents());
        Column column = leaf.column(facet);
        int[] out = column.count(taken);
        int[] left = all.clone();
        for (int ordinal = 0; ordinal < left.length; ordinal++) {
            left[ordinal] -= out[ordinal];
        }
        return left;
    }

    /** The filters of the query as sets of documents. */
    private final class Filters {

        private final List<Facet> facets = List.copyOf(query.filters().keySet());
        private final FixedBitSet[] documents = new FixedBitSet[facets.size()];

        Filters() throws IOException {
            for (int filter = 0; filter < documents.length; filter++) {
                documents[filter] = leaf.choice(Segment.only(query.filters(), facets.get(filter)))
                        .documents();
            }
        }

        /** Which filter a document fails: {@link #NONE}, or {@link #SEVERAL}. */
        int failed(int document) {
            int failed = NONE;
            for (int filter = 0; filter < documents.length; filter++) {
                if (!documents[filter].get(document)) {
                    if (failed != NONE) {
                        return SEVERAL;
                    }
                    failed = filter;
                }
            }
            return failed;
        }
    }

    /** Takes in what holds the words: a hit if it passes all filters, counted beside if it fails a single one. */
    private final class Counting implements LeafCollector {

        private final Filters filters;
        private final boolean keeping;
        private final Tallied[] tallied = new Tallied[query.counted().size()];
        private final @Nullable Tallied[] beside;

        Counting(Filters filters, boolean keeping) throws IOException {
            this.filters = filters;
            this.keeping = keeping;
            this.beside = new Tallied[filters.facets.size()];
            int next = 0;
            for (Facet facet : query.counted()) {
                Tallied one = new Tallied(leaf.column(facet), counts(facet));
                tallied[next++] = one;
                int filter = filters.facets.indexOf(facet);
                if (filter >= 0) {
                    beside[filter] = one;
                }
            }
        }

        @Override
        public void setScorer(Scorable scores) {
            // counting needs none
        }

        @Override
        public void collect(int document) throws IOException {
            int failed = filters.failed(document);
            if (failed == NONE) {
                total++;
                for (Tallied facet : tallied) {
                    facet.count(document);
                }
                if (keeping) {
                    keep(document, 0);
                }
            } else if (failed != SEVERAL) {
                Tallied facet = beside[failed];
                if (facet != null) {
                    facet.count(document);
                }
            }
        }
    }

    /** Keeps the best hits, and says from which score on another would be among them. */
    private final class Best implements LeafCollector {

        private final Filters filters;
        private @Nullable Scorable scorer;

        Best(Filters filters) {
            this.filters = filters;
        }

        @Override
        public void setScorer(Scorable scores) {
            scorer = scores;
        }

        @Override
        public void collect(int document) throws IOException {
            if (scorer == null || filters.failed(document) != NONE) {
                return;
            }
            keep(document, scorer.score());
            if (heap.size() > query.limit()) {
                // of equal scores the earlier document is the newer, and is kept
                scorer.setMinCompetitiveScore(Math.nextUp(ordering.score(~heap.top())));
            }
        }
    }

    /** A facet that is counted. */
    private static final class Tallied {

        private final Column column;
        private final int[] counts;

        Tallied(Column column, int[] counts) {
            this.column = column;
            this.counts = counts;
        }

        void count(int document) {
            column.count(document, counts);
        }
    }
}
