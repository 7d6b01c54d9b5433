package org.migrationhub.server.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table: as a text in a line, an instant in ISO 8601. Immutable and thread-safe.
 *
 * @param name of the column, and of the field
 * @param isTime whether it is an instant
 * @param isOptional whether it may be missing
 */
record Column(String name, boolean isTime, boolean isOptional) {

    static Column text(String name) {
        return new Column(name, false, false);
    }

    static Column time(String name) {
        return new Column(name, true, false);
    }

    Column orNull() {
        return new Column(name, isTime, true);
    }

    /** What a row has there; null if nothing. */
    @Nullable
    String of(ResultSet row) throws SQLException {
        if (!isTime) {
            return row.getString(name);
        }
        OffsetDateTime time = row.getObject(name, OffsetDateTime.class);
        return time == null ? null : time.toInstant().toString();
    }

    /** Whether it could stand there. */
    boolean takes(@Nullable Object value) {
        if (value == null) {
            return isOptional;
        }
        return value instanceof String text && (!isTime || isInstant(text));
    }

    /** Puts it there. */
    void bind(PreparedBatch row, @Nullable Object value) {
        if (isTime) {
            OffsetDateTime time =
                    value == null ? null : Instant.parse((String) value).atOffset(ZoneOffset.UTC);
            row.bindByType(name, time, OffsetDateTime.class);
        } else {
            row.bind(name, (String) value);
        }
    }

    private static boolean isInstant(String text) {
        try {
            return Instant.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
