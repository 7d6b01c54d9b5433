package org.migrationhub.storage.jdbi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Several statements as one. Stateless and thread-safe. */
final class Transactions {

    private Transactions() {}

    /** What is done in a transaction. */
    interface Work<R> {
        R run() throws SQLException, InterruptedException, IOException;
    }

    /**
     * Commits the work, or, if it throws anything, undoes it.
     *
     * @param connection in autocommit mode, and so again afterwards
     */
    static <R> R in(Connection connection, Work<R> work) throws SQLException, InterruptedException {
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
