package org.migrationhub.core;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.migrationhub.core.search.InMemorySearchIndex;
import org.migrationhub.core.search.IndexBatch;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.SearchIndex;
import org.migrationhub.core.search.SearchPage;
import org.migrationhub.core.search.SearchQuery;

/** An index in memory that takes no changes while it is told to fail, or only after something else. Thread-safe. */
final class FlakyIndex implements SearchIndex {

    private final InMemorySearchIndex index = new InMemorySearchIndex();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final AtomicReference<Runnable> before = new AtomicReference<>(() -> {});

    void fail(boolean from) {
        failing.set(from);
    }

    /** Does this before the next changes are taken. */
    void beforeNext(Runnable work) {
        before.set(work);
    }

    @Override
    public long position() {
        return index.position();
    }

    @Override
    public void apply(List<IndexChange> changes, long position) {
        if (failing.get()) {
            throw new IllegalStateException("The index's disk is full");
        }
        before.getAndSet(() -> {}).run();
        index.apply(changes, position);
    }

    @Override
    public SearchPage search(SearchQuery query) {
        return index.search(query);
    }

    @Override
    public void clear() {
        index.clear();
    }

    @Override
    public void rebuild(IndexBatch.Source source) {
        index.rebuild(source);
    }

    @Override
    public void close() {
        index.close();
    }
}
