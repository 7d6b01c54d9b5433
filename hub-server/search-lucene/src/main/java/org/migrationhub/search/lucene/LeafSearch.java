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
import org.apache.lucene.search.Scorer;
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
    private final There chosen;
    private final Map<Facet, int[]> counts = new EnumMap<>(Facet.class);

    /**
     * Finds and counts every hit: this needs no scores, and is remembered.
     *
     * @param words what finds the words
     * @param scored whether the best hits are to be kept, not the first
     * @param before after which place the page begins
     */
    LeafSearch(Leaf leaf, SearchQuery query, Matching words, boolean scored, Optional<Place> before)
            throws IOException {
        this.leaf = leaf;
        this.query = query;
        this.ordering = Ordering.of(query, scored, leaf);
        this.first = ordering.first(before);
        this.heap = new LongHeap(query.limit() + 1);
        this.chosen = there(words, query.filters());
        for (Facet facet : query.counted()) {
            boolean filtered = query.filters().containsKey(facet);
            There counted = filtered ? there(words, Segment.without(query.filters(), facet)) : chosen;
            counts.put(facet, counted.counts(facet));
        }
    }

    /** Keeps the first hits, of which all are equally good; in the order of the newest the rest need not be looked at. */
    void keepFirst() throws IOException {
        if (query.sort() == Sort.TITLE) {
            keepFrom(chosen.documents(), 0, Integer.MAX_VALUE);
            return;
        }
        int from = (int) Math.max(0, first);
        keepFrom(chosen.documents(), from, query.limit() + 1);
    }

    /** Keeps the best hits, after a look at each. */
    void keepEach(Weight scoring) throws IOException {
        Scorer scorer = total() == 0 ? null : scoring.scorer(leaf.context());
        if (scorer == null) {
            return;
        }
        FixedBitSet documents = chosen.documents();
        DocIdSetIterator each = scorer.iterator();
        for (int document = next(documents, 0); document < leaf.size(); document = next(documents, document + 1)) {
            if (each.docID() < document) {
                each.advance(document);
            }
            if (each.docID() == document) {
                keep(document, scorer.score());
            }
        }
    }

    /**
     * Keeps the best hits, without a look at most of those that can't be among them.
     *
     * @param best the scores of what other segments have kept, to which this one adds
     */
    void keepBest(Weight scoring, BestScores best) throws IOException {
        BulkScorer scorer = total() == 0 ? null : scoring.bulkScorer(leaf.context());
        if (scorer != null) {
            scorer.score(new Best(best), chosen.documents(), 0, DocIdSetIterator.NO_MORE_DOCS);
        }
    }

    private There there(Matching words, Map<Facet, SortedSet<String>> filters) throws IOException {
        return new There(leaf.choice(words, filters));
    }

    long total() {
        return chosen.size();
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

    /** Returns whether it is among the best, or first, so far. */
    private boolean keep(int document, float score) throws IOException {
        long number = ordering.number(document, score);
        return number >= first && heap.insertWithOverflow(~number);
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

    /** Documents that were chosen and are still there. */
    private final class There {

        private final Segment.Choice chosen;
        private final @Nullable FixedBitSet gone;
        private final int size;

        There(Segment.Choice chosen) {
            this.chosen = chosen;
            FixedBitSet all = leaf.gone();
            this.gone = all == null ? null : all.clone();
            if (gone != null) {
                gone.and(chosen.documents());
            }
            this.size = gone == null ? chosen.size() : chosen.size() - gone.cardinality();
        }

        int size() {
            return size;
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

        private final BestScores best;
        private @Nullable Scorable scorer;
        private float needed;

        Best(BestScores best) {
            this.best = best;
        }

        @Override
        public void setScorer(Scorable scores) throws IOException {
            scorer = scores;
            needed = 0;
            tell(scores);
        }

        @Override
        public void collect(int document) throws IOException {
            if (scorer == null) {
                return;
            }
            float score = scorer.score();
            if (keep(document, score)) {
                best.add(score);
                tell(scorer);
            }
        }

        private void tell(Scorable scores) throws IOException {
            float least = Math.max(best.least(), ownLeast());
            if (least > needed) {
                needed = least;
                scores.setMinCompetitiveScore(least);
            }
        }

        /** Of equal scores in one segment the earlier document is the newer, and is kept. */
        private float ownLeast() {
            return heap.size() > query.limit() ? Math.nextUp(ordering.score(~heap.top())) : 0;
        }
    }
}
