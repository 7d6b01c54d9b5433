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
        boolean done = false;
        try {
            R result = work.run();
            connection.commit();
            done = true;
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }
}
