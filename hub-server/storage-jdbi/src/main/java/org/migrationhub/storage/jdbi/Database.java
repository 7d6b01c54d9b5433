package org.migrationhub.storage.jdbi;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.storage.StorageUnavailableException;

/** Connections in the mode that every statement here relies on, and failures by what they mean. Thread-safe. */
final class Database {

    /**
     * Classes of SQLSTATE that pass: connection, transaction undone (as by a deadlock), insufficient resources, operator
     * intervention, system errors.
     */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");

    /** Of other classes: read-only, as after a failover; idle for too long; a lock not to be had in time, also on H2. */
    private static final Set<String> PASSING = Set.of("25006", "25P03", "55P03", "HYT00");

    /** H2's own: the database closed or closing, or closed by an error of its file. */
    private static final Set<String> CLOSED_H2 = Set.of("90098", "90121", "90031", "90028", "90067");

    private final DataSource connections;
    private final Jdbi jdbi;

    Database(DataSource connections) {
        this.connections = connections;
        this.jdbi = Jdbi.create(() -> autocommitting(connections)).registerArrayType(String.class, "text");
        jdbi.getConfig(StatementExceptions.class)
                .setMessageRendering(MessageRendering.NONE); // or what it was asked about would get into the log
    }

    /** Work on a connection. */
    interface Work<R> {
        R on(Connection connection) throws SQLException, InterruptedException;
    }

    /** Queries on a handle. */
    interface Queries<R> {
        R on(Handle handle);
    }

    /** Reads; each query sees all that was committed when it began. */
    <R> R read(Queries<R> queries) {
        try {
            return jdbi.withHandle(queries::on);
        } catch (JdbiException e) {
            throw meant(e);
        }
    }

    /** Works on a connection that is in autocommit mode, and must be left so. */
    <R> R work(Work<R> work) {
        try (Connection connection = autocommitting(connections)) {
            return work.on(connection);
        } catch (SQLException | JdbiException e) {
            throw meant(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException("The thread was interrupted while it waited for the database.", e);
        }
    }

    private static Connection autocommitting(DataSource connections) throws SQLException {
        Connection connection = connections.getConnection();
        if (!connection.getAutoCommit()) {
            connection.setAutoCommit(true);
        }
        return connection;
    }

    private static RuntimeException meant(Exception failure) {
        SQLException cause = cause(failure);
        if (cause != null && isPassing(cause)) {
            return new StorageUnavailableException("The database can't be reached or takes nothing now.", failure);
        }
        return failure instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("The database refused a statement", failure);
    }

    private static boolean isPassing(SQLException cause) {
        String state = cause.getSQLState();
        return cause instanceof SQLTransientException
                || isOfClosedH2(cause)
                || (state != null && (PASSING_CLASSES.contains(state.substring(0, 2)) || PASSING.contains(state)));
    }

    /**
     * Whether it says that H2 has closed the database, or is about to since its file can't be read or written, so that the
     * connection is of no use any more.
     */
    static boolean isOfClosedH2(SQLException failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        return cause != null || (failure.getSQLState() != null && CLOSED_H2.contains(failure.getSQLState()));
    }

    private static @Nullable SQLException cause(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return (SQLException) cause;
    }
}
