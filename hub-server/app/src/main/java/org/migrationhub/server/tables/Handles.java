package org.migrationhub.server.tables;

import java.sql.Connection;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * Opens handles on connections that somebody else has. All are of one Jdbi, which reads each statement once: by itself Jdbi
 * makes everything anew for a connection that is given, and so for each small query. Thread-safe.
 */
final class Handles {

    private static final ThreadLocal<Connection> GIVEN = new ThreadLocal<>();

    private final Jdbi jdbi = Jdbi.create(Handles::connection);

    Handles() {
        jdbi.getConfig(StatementExceptions.class)
                .setMessageRendering(
                        MessageRendering.NONE); // or addresses of people would get into the log with a failure
    }

    /** A handle, to be used as long as the connection may be, and not to be closed. */
    Handle on(Connection connection) {
        GIVEN.set(connection);
        try {
            return jdbi.open();
        } finally {
            GIVEN.remove();
        }
    }

    private static Connection connection() {
        return Objects.requireNonNull(GIVEN.get(), "Handles are opened on connections that are given");
    }
}
