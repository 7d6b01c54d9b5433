package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.search.Facet;

/** One state of the index: what a search sees, from its beginning to its end. Thread-safe. */
final class Snapshot {

    private static final CollectionStatistics NOWHERE = new CollectionStatistics("", 1, 1, 1, 1);

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final List<Leaf> leaves;
    private final Segment.Open segments;

    Snapshot(DirectoryReader reader, Segment.Open segments) {
        this.reader = reader;
        this.leaves = new ArrayList<>();
        this.segments = segments;
        this.searcher = new Searcher(reader);
        searcher.setQueryCache(null);
        searcher.setSimilarity(Scoring.SIMILARITY);
        for (LeafReaderContext context : reader.leaves()) {
            leaves.add(new Leaf(leaves.size(), context, segments.of(context.reader())));
        }
    }

    DirectoryReader reader() {
        return reader;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    /**
     * How to look for something. A searcher would refuse more than 1,024 terms, which a single long phrase may have; whoever
     * makes a query for this one has bounded what can be left out.
     */
    Weight weight(Query query, ScoreMode mode) throws IOException {
        Query rewritten = query;
        for (Query next = query.rewrite(searcher); !next.equals(rewritten); next = rewritten.rewrite(searcher)) {
            rewritten = next;
        }
        return searcher.createWeight(rewritten, mode, 1);
    }

    List<Leaf> leaves() {
        return leaves;
    }

    Labels labels(Facet facet) {
        return segments.labels(facet);
    }

    /** Adds up once over all segments how much there is of a field, where Lucene does for every word that is looked for. */
    private static final class Searcher extends IndexSearcher {

        private final Map<String, CollectionStatistics> statistics = new ConcurrentHashMap<>();

        Searcher(DirectoryReader reader) {
            super(reader);
        }

        @Override
        public @Nullable CollectionStatistics collectionStatistics(String field) throws IOException {
            CollectionStatistics known = statistics.get(field);
            if (known == null) {
                CollectionStatistics added = super.collectionStatistics(field);
                known = added == null ? NOWHERE : added;
                statistics.put(field, known);
            }
            return known == NOWHERE ? null : known;
        }
    }
}
