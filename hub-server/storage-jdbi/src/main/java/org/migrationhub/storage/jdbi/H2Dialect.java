package org.migrationhub.storage.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.journal.FeedEntry;

/**
 * H2 within this process: one statement after the other, none of which leaves it. Positions are given by the
 * {@link PositionBook} that all storages of this process on the same database share; no other process can have it open.
 *
 * <p>In a file, one transaction writes at a time. When H2 2.5.252 writes one to the file, what others have changed by then
 * gets there, too; and if they change anything while it gathers that, a change may get there without what is needed to undo
 * it. Whatever is killed then leaves a row that a transaction changed without the rest of that transaction. Commits that
 * wait for each other therefore share a transaction.
 */
final class H2Dialect implements Dialect {

    static final String FOLDER = "h2";

    /** H2 would look at all entries for the greatest position that isn't after another one. */
    static final String END =
            "select position from hub.journal where position <= ? order by position desc fetch first row only";

    private final String database;
    private final PositionBook book;
    private final Transactions transactions;
    private final @Nullable GroupCommit group;

    private H2Dialect(String database, PositionBook book) {
        this.database = database;
        this.book = book;
        boolean atOnce = H2Url.isInMemory(database);
        this.transactions = atOnce ? Transactions.atOnce() : Transactions.inTurn(book.turn());
        this.group = atOnce ? null : new GroupCommit(transactions);
    }

    /** For the database of this connection, whose tables are up to date. */
    static H2Dialect of(Connection connection, String database) throws SQLException {
        return new H2Dialect(database, PositionBook.share(database, () -> last(connection)));
    }

    @Override
    public boolean store(Connection connection, Writes writes) throws SQLException, InterruptedException {
        Turn turn = new Turn();
        if (group != null && !writes.waitsForNotes()) {
            return group.store(connection, writes, turn);
        }
        try {
            return StepByStep.inTransaction(transactions, connection, writes, turn);
        } finally {
            turn.end();
        }
    }

    /** What one commit holds in the book until it has ended. */
    private final class Turn implements GroupCommit.Places {

        private final List<Long> begun = new ArrayList<>();
        private boolean alone;

        @Override
        public Writes.Journal of(Connection connection, Writes.Journal journal) throws InterruptedException {
            if (journal.isPlaced()) {
                return journal;
            }
            long first = book.begin(journal.rows().size());
            begun.add(first);
            List<Long> positions = new ArrayList<>();
            for (int index = 0; index < journal.rows().size(); index++) {
                positions.add(first + index);
            }
            return journal.at(positions);
        }

        /** Notes are written after their commit has begun in the book: none is under way when nothing else is. */
        @Override
        public void settleNotes() throws InterruptedException {
            book.beginAlone();
            alone = true;
        }

        @Override
        public String lockingAuthor() {
            return "";
        }

        @Override
        public void end() {
            begun.forEach(book::end);
            if (alone) {
                book.endAlone();
            }
        }
    }

    @Override
    public List<FeedEntry> feed(Connection connection, long after, int limit) throws SQLException {
        return Statements.entries(
                connection,
                "select position, entry from hub.journal where position > ? and position <= ? order by position limit ?",
                List.of(after, book.settled(), limit));
    }

    @Override
    public long end(Connection connection) throws SQLException {
        return Statements.number(connection, END, List.of(book.settled()));
    }

    @Override
    public <R> R alone(Connection connection, Transactions.Work<R> work) throws SQLException, InterruptedException {
        transactions.begin(); // first: whoever has the turn may wait for the book
        try {
            book.beginAlone();
            try {
                return transactions.in(connection, work);
            } finally {
                book.endAlone();
            }
        } finally {
            transactions.end();
        }
    }

    @Override
    public String folder() {
        return FOLDER;
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public void goOnAfterLast(Connection connection) throws SQLException {
        book.goOnAfter(last(connection));
    }

    @Override
    public void wakeFollowers() {
        book.wake();
    }

    @Override
    public long wakings() {
        return book.wakings();
    }

    @Override
    public void awaitWaking(long seen, Duration atMost) throws InterruptedException {
        book.await(seen, atMost);
    }

    @Override
    public void close() {
        PositionBook.release(database);
    }

    private static long last(Connection connection) throws SQLException {
        return Statements.number(connection, "select max(position) from hub.journal", List.of());
    }
}
