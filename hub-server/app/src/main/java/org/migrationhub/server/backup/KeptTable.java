package org.migrationhub.server.backup;

import static org.migrationhub.server.backup.Column.text;
import static org.migrationhub.server.backup.Column.time;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.migrationhub.core.content.CanonicalJson;

/**
 * A table of the server's own that belongs into a backup, each row as a line. What is in no such table is of a day (sessions,
 * links of letters, tries, answers to repeats, the key of the places where pages of searches ended), or must not come back:
 * messages would be sent twice. Who uploaded which file is counted anew. Thread-safe.
 */
enum KeptTable {
    /** With a password as Argon2id leaves it, which lets nobody in by itself. */
    ACCOUNT(
            text("id"),
            text("person"),
            text("email"),
            text("email_key"),
            text("password").orNull(),
            text("language"),
            time("created_at"),
            time("confirmed_at")),
    ROLE_GRANT(
            text("id"),
            text("account"),
            text("person"),
            text("role"),
            time("granted_at"),
            text("granted_by"),
            time("revoked_at").orNull(),
            text("revoked_by").orNull()),
    IDENTITY(text("issuer"), text("subject"), text("account"), time("linked_at")),
    /** Of a token only its digest is kept. */
    API_TOKEN(
            text("id"),
            text("account"),
            text("digest"),
            text("name"),
            text("scopes"),
            time("created_at"),
            time("expires_at"),
            time("revoked_at").orNull()),
    ERASURE_REQUEST(text("person"), time("asked_at")),
    IMPORT_KEY(text("owner"), text("kind"), text("source_key"), text("id")),
    /** What submitters call people: without it their drafts would name numbers. */
    ACQUAINTANCE(text("owner"), text("email"), text("person"), text("name"), text("address"));

    private final List<Column> columns;

    KeptTable(Column... columns) {
        this.columns = List.of(columns);
    }

    /** The name of the table, by which its lines begin. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All its rows, each as a line without its end, in ascending order. */
    List<String> lines(Handle handle) {
        return handle
                .createQuery("select %s from server.%s".formatted(names(""), code()))
                .map((row, context) -> line(row))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /** Whether it has no row. */
    boolean isEmpty(Handle handle) {
        return handle.createQuery("select count(*) from server." + code())
                        .mapTo(Long.class)
                        .one()
                == 0;
    }

    /** Adds rows, each of a line that was checked. */
    void insert(Handle handle, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                handle.prepareBatch("insert into server.%s (%s) values (%s)".formatted(code(), names(""), names(":")));
        for (String line : lines) {
            Map<?, ?> row = row(line);
            columns.forEach(column -> column.bind(batch, row.get(column.name())));
            batch.add();
        }
        batch.execute();
    }

    /**
     * The fields of a line.
     *
     * @throws IllegalArgumentException if it isn't one of this table, in the one form that it can have
     */
    Map<String, Object> row(String line) {
        Object said =
                CanonicalJson.parseObject(line.getBytes(StandardCharsets.UTF_8)).get(code());
        Map<String, Object> row = new LinkedHashMap<>();
        if (said instanceof Map<?, ?> object) {
            object.forEach((name, value) -> row.put(String.valueOf(name), value));
        }
        boolean fits = columns.stream().allMatch(column -> column.takes(row.get(column.name())))
                && columns.stream()
                        .map(Column::name)
                        .collect(Collectors.toSet())
                        .containsAll(row.keySet());
        if (!fits || !line(row).equals(line)) {
            throw new IllegalArgumentException("it isn't in the one form that it can have");
        }
        return row;
    }

    /** Whether a line is one of this table's, by how it begins. */
    boolean isOf(String line) {
        return line.startsWith("{\"" + code() + "\":");
    }

    private String line(ResultSet row) throws SQLException {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Column column : columns) {
            String value = column.of(row);
            if (value != null) {
                fields.put(column.name(), value);
            }
        }
        return line(fields);
    }

    private String line(Map<String, Object> fields) {
        return new String(CanonicalJson.verbatim(Map.of(code(), fields)), StandardCharsets.UTF_8);
    }

    private String names(String before) {
        return columns.stream().map(column -> before + column.name()).collect(Collectors.joining(", "));
    }
}
