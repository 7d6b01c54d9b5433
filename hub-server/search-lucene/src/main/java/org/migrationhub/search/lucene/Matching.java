package org.migrationhub.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * What holds the words of a query, worked out for those segments that don't know it yet: whoever refines a search, turns its
 * pages or orders it otherwise asks for the same words again. Not thread-safe.
 */
final class Matching {

    private final Snapshot snapshot;
    private final Query query;
    private @Nullable Weight weight;

    private Matching(Snapshot snapshot, Query query) {
        this.snapshot = snapshot;
        this.query = query;
    }

    static Matching of(Snapshot snapshot, Query query) {
        return new Matching(snapshot, query);
    }

    /** No words: all documents. */
    static Matching everything(Snapshot snapshot) {
        return new Matching(snapshot, new MatchAllDocsQuery());
    }

    Matching withoutWords() {
        return everything(snapshot);
    }

    boolean isEverything() {
        return query instanceof MatchAllDocsQuery;
    }

    /** What it is known by: equal queries match the same documents of a segment. */
    Query query() {
        return query;
    }

    /** The documents of a segment that match, those that were taken out among them. */
    FixedBitSet documents(LeafReaderContext segment) throws IOException {
        FixedBitSet documents = new FixedBitSet(Math.max(1, segment.reader().maxDoc()));
        if (isEverything()) {
            documents.set(0, segment.reader().maxDoc());
            return documents;
        }
        BulkScorer scorer = weight().bulkScorer(segment);
        if (scorer != null) {
            scorer.score(new Marking(documents), null, 0, DocIdSetIterator.NO_MORE_DOCS);
        }
        return documents;
    }

    private Weight weight() throws IOException {
        Weight known = weight;
        if (known == null) {
            known = snapshot.weight(query, ScoreMode.COMPLETE_NO_SCORES);
            weight = known;
        }
        return known;
    }

    private record Marking(FixedBitSet documents) implements LeafCollector {

        @Override
        public void setScorer(Scorable scores) {
            // marking needs none
        }

        @Override
        public void collect(int document) {
            documents.set(document);
        }
    }
}
