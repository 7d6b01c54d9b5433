package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
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

    LeafSearch(Leaf leaf, SearchQuery query, boolean words, Optional<Place> before) throws IOException {
        this.leaf = leaf;
        this.query = query;
        this.ordering = Ordering.of(query, words, leaf);
        this.first = ordering.first(before);
        this.heap = new LongHeap(query.limit() + 1);
    }

    /**
     * Counts every hit, and keeps the first ones. With scores it looks twice: counting needs no score, and is remembered; the
     * best hits are found without a look at most of the others.
     *
     * @param words what finds the words
     * @param scoring what finds them with scores; null if the order doesn't need them
     */
    void run(Matching words, @Nullable Weight scoring) throws IOException {
        There chosen = there(words, query.filters());
        total = chosen.size();
        for (Facet facet : query.counted()) {
            boolean filtered = query.filters().containsKey(facet);
            There counted = filtered ? there(words, Segment.without(query.filters(), facet)) : chosen;
            counts.put(facet, counted.counts(facet));
        }
        if (scoring == null) {
            keepFirst(chosen.documents());
        } else if (total > 0) {
            keepBest(scoring, chosen.documents());
        }
    }

    private There there(Matching words, Map<Facet, SortedSet<String>> filters) throws IOException {
        return new There(leaf.choice(words, filters));
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
        for (int document = next(documents, from);
                document < leaf.size() && heap.size() < most;
                document = next(documents, document + 1)) {
            keep(document, 0);
        }
    }

    private int next(FixedBitSet documents, int from) {
        return from < leaf.size() ? documents.nextSetBit(from) : Integer.MAX_VALUE;
    }

    private void keepBest(Weight scoring, FixedBitSet documents) throws IOException {
        BulkScorer scorer = scoring.bulkScorer(leaf.context());
        if (scorer != null) {
            scorer.score(new Best(), documents, 0, DocIdSetIterator.NO_MORE_DOCS);
        }
    }

    /** Documents that were chosen and are still there. */
    private final class There {

        private final Segment.Choice chosen;
        private final @Nullable FixedBitSet gone;

        There(Segment.Choice chosen) {
            this.chosen = chosen;
            FixedBitSet all = leaf.gone();
            this.gone = all == null ? null : all.clone();
            if (gone != null) {
                gone.and(chosen.documents());
            }
        }

        int size() {
            return gone == null ? chosen.size() : chosen.size() - gone.cardinality();
        }

        FixedBitSet documents() {
            if (gone == null) {
                return chosen.documents();
            }
            FixedBitSet documents = chosen.documents().clone();
            documents.andNot(gone);
            return documents;
        }

        int[] counts(Facet facet) throws IOException {
            int[] all = leaf.counts(chosen, facet);
            if (gone == null) {
                return all;
            }
            int[] left = all.clone();
            int[] out = leaf.column(facet).count(gone);
            for (int ordinal = 0; ordinal < left.length; ordinal++) {
                left[ordinal] -= out[ordinal];
            }
            return left;
        }
    }

    /** Keeps the best hits, and says from which score on another would be among them. */
    private final class Best implements LeafCollector {

        private @Nullable Scorable scorer;

        @Override
        public void setScorer(Scorable scores) {
            scorer = scores;
        }

        @Override
        public void collect(int document) throws IOException {
            if (scorer == null) {
                return;
            }
            keep(document, scorer.score());
            if (heap.size() > query.limit()) {
                // of equal scores the earlier document is the newer, and is kept
                scorer.setMinCompetitiveScore(Math.nextUp(ordering.score(~heap.top())));
            }
        }
    }
}
