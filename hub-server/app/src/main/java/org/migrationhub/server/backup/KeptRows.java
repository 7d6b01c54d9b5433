package org.migrationhub.server.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.storage.NotEmptyException;

/**
 * The rows of the server's own tables that a backup holds, as the lines of {@code server.jsonl}: table by table, and
 * ascending. Immutable and thread-safe.
 *
 * @param lines of each table
 */
record KeptRows(Map<KeptTable, List<String>> lines) {

    private static final String ACCOUNT_FIELD = "account";

    KeptRows {
        Map<KeptTable, List<String>> copy = new EnumMap<>(KeptTable.class);
        lines.forEach((table, some) -> copy.put(table, List.copyOf(some)));
        lines = Collections.unmodifiableMap(copy);
    }

    /** Those that there are. What belongs to an account that was made meanwhile is left out, as the account is. */
    static KeptRows in(Handle handle) {
        Map<KeptTable, List<String>> lines = new EnumMap<>(KeptTable.class);
        for (KeptTable table : KeptTable.values()) {
            lines.put(table, table.lines(handle));
        }
        Set<String> accounts = accounts(lines.getOrDefault(KeptTable.ACCOUNT, List.of()));
        for (KeptTable table : List.of(KeptTable.IDENTITY, KeptTable.API_TOKEN)) {
            lines.computeIfPresent(
                    table,
                    (same, all) -> all.stream()
                            .filter(line -> accounts.contains(table.row(line).get(ACCOUNT_FIELD)))
                            .toList());
        }
        return new KeptRows(lines);
    }

    /**
     * Those of a file.
     *
     * @throws BackupDamagedException at the first line that can't stand where it stands
     */
    static KeptRows read(RowReader file) throws IOException {
        Map<KeptTable, List<String>> lines = new EnumMap<>(KeptTable.class);
        for (KeptTable table : KeptTable.values()) {
            lines.put(table, new ArrayList<>());
        }
        KeptTable last = KeptTable.ACCOUNT;
        String before = "";
        for (String line = file.next(); line != null; line = file.next()) {
            KeptTable table = table(line, file);
            if (table.compareTo(last) < 0 || (table == last && line.compareTo(before) <= 0)) {
                throw file.damaged("it doesn't come after the line before");
            }
            lines.computeIfAbsent(table, any -> new ArrayList<>()).add(line);
            last = table;
            before = line;
        }
        KeptRows rows = new KeptRows(lines);
        rows.requireAccounts(file);
        return rows;
    }

    private static KeptTable table(String line, RowReader file) {
        for (KeptTable table : KeptTable.values()) {
            if (table.isOf(line)) {
                try {
                    table.row(line);
                    return table;
                } catch (IllegalArgumentException e) {
                    throw file.damaged(String.valueOf(e.getMessage()));
                }
            }
        }
        throw file.damaged("it is of no table that belongs into a backup");
    }

    private void requireAccounts(RowReader file) {
        Set<String> accounts = accounts(of(KeptTable.ACCOUNT));
        for (KeptTable table : List.of(KeptTable.IDENTITY, KeptTable.API_TOKEN)) {
            for (String line : of(table)) {
                if (!accounts.contains(table.row(line).get(ACCOUNT_FIELD))) {
                    throw new BackupDamagedException(
                            file.file(), "a row of %s is of no account".formatted(table.code()));
                }
            }
        }
    }

    /** How many accounts there are among them. */
    long accounts() {
        return of(KeptTable.ACCOUNT).size();
    }

    /** Writes all lines, each with its end. */
    void writeTo(OutputStream out) throws IOException {
        for (KeptTable table : KeptTable.values()) {
            for (String line : of(table)) {
                out.write((line + '\n').getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Of all that is written. */
    Sha256 digest() {
        MessageDigest digest = Sha256.algorithm();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // never: nothing is written anywhere
        }
        return Sha256.ofDigest(digest.digest());
    }

    /**
     * Puts them into tables that hold nothing yet.
     *
     * @return how many
     * @throws NotEmptyException if they hold anything
     */
    int insert(Handle handle) {
        for (KeptTable table : KeptTable.values()) {
            if (!table.isEmpty(handle)) {
                throw new NotEmptyException("there are rows in the table " + table.code() + ".");
            }
            table.insert(handle, of(table));
        }
        return lines.values().stream().mapToInt(List::size).sum();
    }

    /** Whether none of those whom they are about has gone: what was erased must not stay in a backup. */
    boolean areAllStillIn(Handle handle) {
        Set<String> now = KeptRows.in(handle).ids();
        return now.containsAll(ids());
    }

    private Set<String> ids() {
        Set<String> ids = new HashSet<>();
        for (KeptTable table : List.of(KeptTable.ACCOUNT, KeptTable.IMPORT_KEY)) {
            of(table).forEach(line -> ids.add(table.code() + table.row(line).get("id")));
        }
        of(KeptTable.ACQUAINTANCE).forEach(line -> {
            Map<String, Object> row = KeptTable.ACQUAINTANCE.row(line);
            ids.add(KeptTable.ACQUAINTANCE.code() + row.get("owner") + " " + row.get("person"));
        });
        return ids;
    }

    private List<String> of(KeptTable table) {
        return lines.getOrDefault(table, List.of());
    }

    private static Set<String> accounts(List<String> lines) {
        return lines.stream()
                .map(line -> String.valueOf(KeptTable.ACCOUNT.row(line).get("id")))
                .collect(Collectors.toSet());
    }
}
