package org.migrationhub.search.lucene;

import org.apache.lucene.util.LongHeap;
import org.apache.lucene.util.NumericUtils;

/** The best scores of a page so far, whichever segments they are from: what scores less need not be looked at. Not thread-safe. */
final class BestScores {

    private final int most;
    private final LongHeap scores;

    /** For so many hits. */
    BestScores(int most) {
        this.most = most;
        this.scores = new LongHeap(most);
    }

    void add(float score) {
        scores.insertWithOverflow(NumericUtils.floatToSortableInt(score));
    }

    /** The score that the next hit needs at least. */
    float least() {
        return scores.size() < most ? 0 : NumericUtils.sortableIntToFloat((int) scores.top());
    }
}
