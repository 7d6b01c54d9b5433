package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.migrationhub.core.Hub;
import org.migrationhub.core.journal.FeedEntry;

class PostgresFollowingTest extends FollowingRules {

    @Override
    HikariDataSource openPool() throws Exception {
        return TestPostgres.newDatabase().pool();
    }

    @Override
    HikariDataSource again(HikariDataSource pool) {
        return new TestPostgres.Database(pool.getJdbcUrl()).pool();
    }

    @Test
    void nothingIsReadPastAPositionThatATransactionUnderWayMayStillFill() throws Exception {
        try (HikariDataSource pool = openPool();
                JdbiStorage storage = JdbiStorage.on(pool)) {
            SampleOffice office =
                    new SampleOffice(Hub.builder().storage(storage).build());
            long end = last(storage.feed(0, 1_000));
            try (Connection slow = pool.getConnection()) {
                slow.setAutoCommit(false);
                long taken = Statements.number(slow, "select hub.next_journal_position()", List.of());
                assertThat(taken).isEqualTo(end + 1);
                office.submit("Committed meanwhile");
                assertThat(storage.feed(end, 1_000))
                        .as("while a position before them is open")
                        .isEmpty();
                assertThat(storage.feed(0, 1_000)).hasSize((int) end);
                slow.rollback();
            }
            assertThat(storage.feed(end, 1_000)).isNotEmpty().allMatch(entry -> entry.position() > end + 1);
        }
    }

    @Test
    void whatWasReadBeforeTheDatabaseWasPutBackSaysNothingOfWhatIsWrittenThen() throws Exception {
        try (HikariDataSource pool = openPool();
                JdbiStorage storage = JdbiStorage.on(pool)) {
            SampleOffice office =
                    new SampleOffice(Hub.builder().storage(storage).build());
            long kept = storage.end();
            office.publish("Lost");
            assertThat(last(storage.feed(0, 1_000))).isEqualTo(storage.end()).isGreaterThan(kept + 10);
            putBack(pool, kept);
            try (Connection slow = pool.getConnection()) {
                slow.setAutoCommit(false);
                assertThat(Statements.number(slow, "select hub.next_journal_position()", List.of()))
                        .isEqualTo(kept + 1);
                office.submit("Committed meanwhile");
                assertThat(storage.end())
                        .as("while a position before them is open")
                        .isEqualTo(kept);
                assertThat(storage.feed(kept, 1_000)).isEmpty();
                office.publish("Beyond the positions that were read before");
                assertThat(storage.end()).isEqualTo(kept);
                assertThat(storage.feed(kept, 1_000)).isEmpty();
                slow.rollback();
            }
            assertThat(last(storage.feed(kept, 1_000))).isEqualTo(storage.end());
        }
    }

    /** As an earlier copy would have it. */
    private static void putBack(HikariDataSource pool, long kept) throws Exception {
        try (Connection connection = pool.getConnection()) {
            Statements.update(connection, "set session_replication_role = replica", List.of());
            Statements.update(connection, "delete from hub.journal where position > ?", List.of(kept));
            Statements.update(connection, "set session_replication_role = origin", List.of());
            Statements.exists(connection, "select setval('hub.journal_position', ?)", List.of(kept));
        }
    }

    @Test
    void aTransactionThatBeganAfterTheReaderLookedHidesNothing() throws Exception {
        try (HikariDataSource pool = openPool();
                JdbiStorage first = JdbiStorage.on(pool)) {
            new SampleOffice(Hub.builder().storage(first).build());
            long end = last(first.feed(0, 1_000));
            try (Connection later = pool.getConnection();
                    JdbiStorage fresh = JdbiStorage.on(pool)) {
                later.setAutoCommit(false);
                // as if others had taken positions, and this one its lock, between the reader's two looks
                Statements.exists(
                        later,
                        "select pg_advisory_xact_lock_shared(('hub.journal_position'::regclass::oid::bigint & 2147483647)"
                                + "::integer, ?)",
                        List.of((int) end + 3));
                assertThat(fresh.end()).isEqualTo(end);
                assertThat(fresh.feed(0, 1_000)).hasSize((int) end);
                later.rollback();
            }
        }
    }

    @Test
    void anotherProgramsLongTransactionHoldsNothingUp() throws Exception {
        try (HikariDataSource pool = openPool();
                JdbiStorage storage = JdbiStorage.on(pool);
                Connection theirs = pool.getConnection()) {
            theirs.setAutoCommit(false);
            Statements.update(theirs, "create table theirs (id int)", List.of());
            new SampleOffice(Hub.builder().storage(storage).build());
            assertThat(storage.feed(0, 1_000)).isNotEmpty();
            theirs.rollback();
            theirs.setAutoCommit(true);
        }
    }

    @Test
    @Timeout(60)
    void wantOfMemoryEndsNoListening() throws Exception {
        try (HikariDataSource pool = new ExhaustedPool(openPool());
                Bell bell = new Bell(pool)) {
            while (bell.heard() == 0) {
                bell.await(0, Duration.ofSeconds(1));
            }
            bell.ring();
            while (bell.heard() < 3) { // that it listens, what is rung here, and what the database says of that
                bell.await(2, Duration.ofSeconds(1));
            }
        }
    }

    /** There is no memory for the first connection that is asked for. */
    private static final class ExhaustedPool extends HikariDataSource {

        private final HikariDataSource pool;
        private final AtomicBoolean exhausted = new AtomicBoolean(true);

        ExhaustedPool(HikariDataSource pool) {
            this.pool = pool;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (exhausted.compareAndSet(true, false)) {
                throw new OutOfMemoryError("a sample");
            }
            return pool.getConnection();
        }

        @Override
        public void close() {
            pool.close();
        }
    }

    private static long last(List<FeedEntry> feed) {
        return feed.get(feed.size() - 1).position();
    }
}
