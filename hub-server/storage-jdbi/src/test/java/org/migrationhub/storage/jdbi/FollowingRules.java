package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.Hub;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.SearchQuery;

/** Two storages on one database, as two servers have them. */
abstract class FollowingRules {

    private HikariDataSource pool;
    private HikariDataSource otherPool;
    private JdbiStorage storage;
    private JdbiStorage other;

    abstract HikariDataSource openPool() throws Exception;

    /** Further connections to the same database. */
    abstract HikariDataSource again(HikariDataSource pool);

    @BeforeEach
    void open() throws Exception {
        pool = openPool();
        otherPool = again(pool);
        storage = JdbiStorage.on(pool);
        other = JdbiStorage.on(otherPool);
    }

    @AfterEach
    void close() {
        storage.close();
        other.close();
        otherPool.close();
        pool.close();
    }

    @Test
    void whoeverWaitsAtOneIsWokenByACommitAtTheOther() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> waiting = threads.submit(() -> other.awaitEntry(0, Duration.ofMinutes(1)));
            new SampleOffice(Hub.builder().storage(storage).build());
            assertThat(waiting.get()).isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatOneDidTheOtherSeesAtOnceAlsoWhereItRemembersWhatWasBefore() {
        SampleOffice here = new SampleOffice(Hub.builder().storage(storage).build());
        Hub there = Hub.builder().storage(other).build();
        SubmissionId id = here.seat("Sample seen from both");
        var office = there.as(Actor.secretariat(SampleOffice.OFFICE));
        assertThat(office.view(id).stage().code()).isEqualTo("in-review");

        here.publishSeated(id);

        assertThat(office.view(id).stage().code()).isEqualTo("published");
        there.follow();
        assertThat(there.as(Actor.visitor()).search(SearchQuery.of("seen")).items())
                .hasSize(1);
    }
}
