package org.migrationhub.storage.jdbi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /**
     * The position of an entry before which whatever comes is there, if the journal holds it. One that was put back to an
     * earlier state doesn't; its positions are given anew, and nothing is known of them.
     */
    private static final String KNOWN =
            "coalesce((select position from hub.journal where position = ? and hash = ?), 0)";

    /** The entry itself may have come after this query began to look: then its hash isn't seen, and can't be remembered. */
    private static final String END = "select at_position, coalesce(hash, '') from (select hub.journal_end(" + KNOWN
            + ") as at_position) as last left join hub.journal on position = at_position";

    /** Between two statements somebody may read for minutes what the next one writes, as all files of a large archive. */
    private static final String AS_LONG_AS_IT_TAKES = "set local idle_in_transaction_session_timeout = 0";

    private final Bell bell;

    /** The last entry that was given out. */
    private volatile Settled settled = new Settled(0, "");

    private record Settled(long position, String hash) {}

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
        Settled known = settled;
        List<FeedEntry> entries = Statements.entries(
                connection,
                "select at_position, what from hub.journal_after(?, ?, " + KNOWN + ")",
                List.of(after, limit, known.position(), known.hash()));
        if (!entries.isEmpty()) {
            FeedEntry last = entries.get(entries.size() - 1);
            settle(new Settled(last.position(), last.entry().hash().hex()));
        }
        return entries;
    }

    @Override
    public long end(Connection connection) throws SQLException {
        Settled known = settled;
        try (PreparedStatement statement =
                        Statements.prepared(connection, END, List.of(known.position(), known.hash()));
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            Settled end = new Settled(rows.getLong(1), rows.getString(2));
            settle(end);
            return end.position();
        }
    }

    private synchronized void settle(Settled last) {
        if (last.position() > settled.position() && !last.hash().isEmpty()) {
            settled = last;
        }
    }

    @Override
    public <R> R alone(Connection connection, Transactions.Work<R> work) throws SQLException, InterruptedException {
        return TRANSACTIONS.in(connection, () -> {
            Statements.update(connection, AS_LONG_AS_IT_TAKES, List.of());
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
