package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
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

    private final Leaf leaf;
    private final SearchQuery query;
    private final Ordering ordering;
    private final long first;
    private final LongHeap heap;
    private final Map<Facet, int[]> counts = new EnumMap<>(Facet.class);
    private long total;
    private long onPages;

    LeafSearch(Leaf leaf, SearchQuery query, boolean words, Optional<Place> before) throws IOException {
        this.leaf = leaf;
        this.query = query;
        this.ordering = Ordering.of(query, words, leaf);
        this.first = ordering.first(before);
        this.heap = new LongHeap(query.limit());
    }

    /** Among what holds the words. */
    void run(Weight words) throws IOException {
        for (Facet facet : query.counted()) {
            counts.put(facet, new int[leaf.segment().column(facet).labels().size()]);
        }
        BulkScorer scorer = words.bulkScorer(leaf.context());
        if (scorer != null) {
            scorer.score(new Collecting(), leaf.live(), 0, DocIdSetIterator.NO_MORE_DOCS);
        }
    }

    /** Among everything. */
    void run() throws IOException {
        Segment.Choice chosen = leaf.segment().choice(query.filters());
        FixedBitSet gone = leaf.gone();
        total = chosen.size() - (gone == null ? 0 : FixedBitSet.intersectionCount(chosen.documents(), gone));
        for (Facet facet : query.counted()) {
            Map<Facet, SortedSet<String>> others = Segment.without(query.filters(), facet);
            counts.put(facet, counts(facet, leaf.segment().choice(others), gone));
        }
        keepFirst(chosen.documents());
    }

    long total() {
        return total;
    }

    /** How many of the hits are on this page or a later one. */
    long onPages() {
        return onPages;
    }

    int[] counts(Facet facet) {
        int[] counted = counts.get(facet);
        if (counted == null) {
            throw new IllegalArgumentException("Not counted: " + facet);
        }
        return counted;
    }

    /** The first hits of the page, at most as many as fit on it, in their order. */
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
            onPages++;
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
                document < leaf.size() && onPages < most;
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
        int[] all = chosen.counts(facet);
        if (gone == null) {
            return all;
        }
        FixedBitSet taken = gone.clone();
        taken.and(chosen.documents());
        Column column = leaf.segment().column(facet);
        int[] out = column.count(taken);
        int[] left = all.clone();
        for (int ordinal = 0; ordinal < left.length; ordinal++) {
            left[ordinal] -= out[ordinal];
        }
        return left;
    }

    /** Takes in what holds the words: a hit if it passes all filters, counted beside if it fails a single one. */
    private final class Collecting implements LeafCollector {

        private final List<Facet> filtered = List.copyOf(query.filters().keySet());
        private final FixedBitSet[] filters = new FixedBitSet[filtered.size()];
        private final List<Tallied> tallied = new ArrayList<>();
        private final @Nullable Tallied[] beside = new Tallied[filtered.size()];
        private final boolean scoring = query.sort() == Sort.RELEVANCE;
        private @Nullable Scorable scorer;

        Collecting() throws IOException {
            for (Facet facet : query.counted()) {
                tallied.add(new Tallied(leaf.segment().column(facet), counts(facet)));
            }
            List<Facet> counted = List.copyOf(query.counted());
            for (int filter = 0; filter < filters.length; filter++) {
                Facet facet = filtered.get(filter);
                filters[filter] = leaf.segment()
                        .choice(Segment.only(query.filters(), facet))
                        .documents();
                int at = counted.indexOf(facet);
                beside[filter] = at < 0 ? null : tallied.get(at);
            }
        }

        @Override
        public void setScorer(Scorable scores) {
            scorer = scores;
        }

        @Override
        public void collect(int document) throws IOException {
            int failed = -1;
            for (int filter = 0; filter < filters.length; filter++) {
                if (!filters[filter].get(document)) {
                    if (failed >= 0) {
                        return;
                    }
                    failed = filter;
                }
            }
            if (failed < 0) {
                hit(document);
            } else if (beside[failed] != null) {
                beside[failed].count(document);
            }
        }

        private void hit(int document) throws IOException {
            total++;
            for (Tallied facet : tallied) {
                facet.count(document);
            }
            keep(document, scoring && scorer != null ? scorer.score() : 0);
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
