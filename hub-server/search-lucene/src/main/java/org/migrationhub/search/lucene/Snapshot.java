package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.migrationhub.core.search.Facet;

/** One state of the index: what a search sees, from its beginning to its end. Thread-safe. */
final class Snapshot {

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final List<Leaf> leaves;
    private final Map<Facet, Labels> labels;

    Snapshot(DirectoryReader reader, Segment.Open segments) {
        this.reader = reader;
        this.leaves = new ArrayList<>();
        this.labels = new ConcurrentHashMap<>();
        this.searcher = new IndexSearcher(reader);
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

    List<Leaf> leaves() {
        return leaves;
    }

    Labels labels(Facet facet) throws IOException {
        Labels known = labels.get(facet);
        if (known == null) {
            List<Column> columns = new ArrayList<>();
            for (Leaf leaf : leaves) {
                columns.add(leaf.column(facet));
            }
            known = Labels.of(columns);
            labels.put(facet, known);
        }
        return known;
    }
}
