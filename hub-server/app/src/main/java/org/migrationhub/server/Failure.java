package org.migrationhub.server;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What lies behind an exception. */
final class Failure {

    private Failure() {}

    /** What the database said; null if it isn't the database that failed. */
    static @Nullable SQLException ofDatabase(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return (SQLException) cause;
    }
}
