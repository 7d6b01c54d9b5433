package org.migrationhub.storage.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.migrationhub.core.journal.FeedEntry;

/**
 * PostgreSQL: a commit is one statement where it can be. Positions are given by the database (see the migration on
 * positions), and followers on all nodes are woken through it.
 */
final class PostgresDialect implements Dialect {

    static final String FOLDER = "postgresql";

    private static final Transactions TRANSACTIONS = Transactions.atOnce();

    /** Each position that the database gives by itself may cost a lock, of which there are some thousands for all. */
    private static final int MOST_LOCKS = 32;

    /** Positions come from the database; a note locks its author, and so waits for the erasure or is waited for. */
    private static final StepByStep.Places PLACES = new StepByStep.Places() {
        @Override
        public Writes.Journal of(Connection connection, Writes.Journal entries) throws SQLException {
            int number = entries.rows().size();
            return number <= MOST_LOCKS ? entries : entries.at(positions(connection, number));
        }

        @Override
        public void settleNotes() {
            // the lock on the person's row did it
        }

        @Override
        public String lockingAuthor() {
            return " for share";
        }
    };

    private final Bell bell;

    /** The last position that was given out: whatever comes before it is there. */
    private final AtomicLong settled = new AtomicLong();

    PostgresDialect(DataSource connections) {
        this.bell = new Bell(connections);
    }

    @Override
    public boolean store(Connection connection, Writes writes) throws SQLException, InterruptedException {
        boolean stored = writes.isStepwise()
                ? StepByStep.inTransaction(TRANSACTIONS, connection, writes, PLACES)
                : atOnce(connection, writes);
        if (stored) {
            bell.ring();
        }
        return stored;
    }

    private static boolean atOnce(Connection connection, Writes writes) throws SQLException {
        OneStatement statement = OneStatement.of(writes);
        return Statements.number(connection, statement.sql(), statement.parameters()) > 0;
    }

    /** The lock of the first keeps readers from all that come after it (see the migration on positions). */
    private static List<Long> positions(Connection connection, int number) throws SQLException {
        List<Long> positions = new ArrayList<>();
        positions.add(Statements.number(connection, "select hub.next_journal_position()", List.of()));
        positions.addAll(Statements.numbers(
                connection, "select nextval('hub.journal_position') from generate_series(2, ?)", List.of(number)));
        return positions;
    }

    @Override
    public List<FeedEntry> feed(Connection connection, long after, int limit) throws SQLException {
        List<FeedEntry> entries = Statements.entries(
                connection,
                "select at_position, what from hub.journal_after(?, ?, ?)",
                List.of(after, limit, settled.get()));
        if (!entries.isEmpty()) {
            settle(entries.get(entries.size() - 1).position());
        }
        return entries;
    }

    @Override
    public long end(Connection connection) throws SQLException {
        long end = Statements.number(connection, "select hub.journal_end(?)", List.of(settled.get()));
        settle(end);
        return end;
    }

    private void settle(long position) {
        settled.accumulateAndGet(position, Math::max);
    }

    @Override
    public <R> R alone(Connection connection, Transactions.Work<R> work) throws SQLException, InterruptedException {
        return TRANSACTIONS.in(connection, () -> {
            Statements.update(connection, "lock table hub.journal in share row exclusive mode", List.of());
            return work.run();
        });
    }

    @Override
    public String folder() {
        return FOLDER;
    }

    @Override
    public Transactions transactions() {
        return TRANSACTIONS;
    }

    @Override
    public void goOnAfterLast(Connection connection) throws SQLException {
        Statements.exists(
                connection,
                "select setval('hub.journal_position', greatest(max(position), hub.last_journal_position(), 1))"
                        + " from hub.journal",
                List.of());
    }

    @Override
    public void wakeFollowers() {
        bell.ring();
    }

    @Override
    public long wakings() {
        return bell.heard();
    }

    @Override
    public void awaitWaking(long seen, Duration atMost) throws InterruptedException {
        bell.await(seen, atMost);
    }

    @Override
    public void close() {
        bell.close();
    }
}
