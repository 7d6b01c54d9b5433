package org.migrationhub.storage.jdbi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.storage.AlteredException;
import org.migrationhub.storage.jdbi.Writes.Null;

/** Plain statements on a connection, with parameters as {@link Writes} has them. Stateless and thread-safe. */
final class Statements {

    private Statements() {}

    /** How many rows the statement changed. */
    static int update(Connection connection, String sql, List<?> parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** The number in the first column of the first row; 0 if there is no row. */
    static long number(Connection connection, String sql, List<?> parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** The truth in the first column of the first row; false if there is no row. */
    static boolean truth(Connection connection, String sql, List<?> parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** The text in the first column of the first row; empty if there is none. */
    static String text(Connection connection, String sql, List<?> parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            String text = rows.next() ? rows.getString(1) : null;
            return text == null ? "" : text;
        }
    }

    /** The numbers in the first column. */
    static List<Long> numbers(Connection connection, String sql, List<?> parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<Long> numbers = new ArrayList<>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        }
    }

    /** The texts in the first column. */
    static List<String> texts(Connection connection, String sql, List<?> parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** The bytes in the first column of the one row; empty if there is no row. */
    static Optional<byte[]> bytes(Connection connection, String sql, List<?> parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
        }
    }

    /** Whether the query finds a row. */
    static boolean exists(Connection connection, String sql, List<?> parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next();
        }
    }

    /**
     * The entries of a query that gives position and entry.
     *
     * @throws AlteredException if one can't be read any more
     */
    static List<FeedEntry> entries(Connection connection, String sql, List<?> parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return entries(rows);
        }
    }

    /** The entries of the rows that are left, each with its position before it. */
    static List<FeedEntry> entries(ResultSet rows) throws SQLException {
        List<FeedEntry> entries = new ArrayList<>();
        while (rows.next()) {
            entries.add(entry(rows.getLong(1), rows.getString(2)));
        }
        return entries;
    }

    private static FeedEntry entry(long position, String body) {
        try {
            return new FeedEntry(position, Bodies.entry(body));
        } catch (IllegalArgumentException e) {
            throw AlteredException.ofEntry(position, e);
        }
    }

    /** The beginning of an insert. */
    static String insertInto(String table, List<String> columns) {
        return "insert into " + table + " (" + String.join(", ", columns) + ")";
    }

    /** Question marks for these rows. */
    static String rows(List<List<Object>> rows) {
        String row = "(" + String.join(", ", Collections.nCopies(rows.get(0).size(), "?")) + ")";
        return String.join(", ", Collections.nCopies(rows.size(), row));
    }

    /** Instants as both databases take them. */
    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A statement with its parameters; whoever asks closes it. */
    static PreparedStatement prepared(Connection connection, String sql, List<?> parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int index = 0; index < parameters.size(); index++) {
                bind(connection, statement, index + 1, parameters.get(index));
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int at, Object value)
            throws SQLException {
        if (value instanceof Null type) {
            statement.setNull(at, sqlType(type));
        } else if (value instanceof Instant instant) {
            statement.setObject(at, utc(instant));
        } else if (value instanceof String[] texts) {
            statement.setArray(at, connection.createArrayOf("text", texts));
        } else {
            statement.setObject(at, value);
        }
    }

    private static int sqlType(Null type) {
        return switch (type) {
            case TEXT -> Types.VARCHAR;
            case TEXTS -> Types.ARRAY;
            case TIME -> Types.TIMESTAMP_WITH_TIMEZONE;
            case NUMBER -> Types.BIGINT;
        };
    }
}
