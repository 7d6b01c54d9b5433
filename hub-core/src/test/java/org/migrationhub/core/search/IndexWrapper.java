package org.migrationhub.core.search;

import java.util.List;

/** An index that does what another does; for planting faults in single methods. */
class IndexWrapper implements SearchIndex {

    final SearchIndex inner = new InMemorySearchIndex();

    @Override
    public long position() {
        return inner.position();
    }

    @Override
    public void apply(List<IndexChange> changes, long position) {
        inner.apply(changes, position);
    }

    @Override
    public SearchPage search(SearchQuery query) {
        return inner.search(query);
    }

    @Override
    public void clear() {
        inner.clear();
    }

    @Override
    public void rebuild(IndexBatch.Source source) {
        inner.rebuild(source);
    }

    @Override
    public void close() {
        inner.close();
    }
}
