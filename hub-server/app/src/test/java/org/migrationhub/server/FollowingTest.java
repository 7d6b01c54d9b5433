package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.Hub;
import org.migrationhub.core.search.InMemorySearchIndex;
import org.migrationhub.core.search.IndexBatch;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.SearchIndex;
import org.migrationhub.core.search.SearchPage;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.server.message.Await;

class FollowingTest {

    @Test
    void wantOfMemoryEndsNoFollowing() {
        ExhaustedIndex index = new ExhaustedIndex();
        Hub hub = Hub.builder().searchIndex(index).build();
        index.exhausted.set(true);
        try (Following following = new Following(hub)) {
            following.start();
            Await.until(index.exhausted::get, exhausted -> !exhausted);
            Await.until(following::isClose, close -> close);
            assertThat(following.isAlive()).isTrue();
        }
    }

    /** An index for which there is no memory when it is asked for the first time. */
    private static final class ExhaustedIndex implements SearchIndex {

        private final SearchIndex index = new InMemorySearchIndex();
        private final AtomicBoolean exhausted = new AtomicBoolean();

        @Override
        public long position() {
            if (exhausted.compareAndSet(true, false)) {
                throw new OutOfMemoryError("a sample");
            }
            return index.position();
        }

        @Override
        public void apply(List<IndexChange> changes, long position) {
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
}
