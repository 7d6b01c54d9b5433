package org.migrationhub.storage.jdbi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Several statements as one. Thread-safe. */
final class Transactions {

    private final @Nullable ReentrantLock turn;

    private Transactions(@Nullable ReentrantLock turn) {
        this.turn = turn;
    }

    /** As many at a time as there are connections: the database keeps them apart. */
    static Transactions atOnce() {
        return new Transactions(null);
    }

    /**
     * One at a time.
     *
     * @param turn who has it, writes; shared by all who write to the same database
     */
    static Transactions inTurn(ReentrantLock turn) {
        return new Transactions(turn);
    }

    /** What is done in a transaction. */
    interface Work<R> {
        R run() throws SQLException, InterruptedException, IOException;
    }

    /**
     * Commits the work, or, if it throws anything, undoes it.
     *
     * @param connection in autocommit mode, and so again afterwards
     */
    <R> R in(Connection connection, Work<R> work) throws SQLException, InterruptedException {
        begin();
        try {
            return run(connection, work);
        } finally {
            end();
        }
    }

    /** Takes the turn before the first transaction that belongs to something larger; a thread may take it again. */
    void begin() {
        if (turn != null) {
            turn.lock();
        }
    }

    /** Gives it back. */
    void end() {
        if (turn != null) {
            turn.unlock();
        }
    }

    private static <R> R run(Connection connection, Work<R> work) throws SQLException, InterruptedException {
        connection.setAutoCommit(false);
        R result;
        try {
            result = work.run();
            connection.commit();
        } catch (IOException e) {
            undo(connection, e);
            throw new UncheckedIOException(e);
        } catch (SQLException | InterruptedException | RuntimeException | Error e) {
            undo(connection, e);
            throw e;
        }
        connection.setAutoCommit(true);
        return result;
    }

    /** A broken connection can't be told to undo anything, which the database does by itself; what broke it is thrown on. */
    private static void undo(Connection connection, Throwable failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
