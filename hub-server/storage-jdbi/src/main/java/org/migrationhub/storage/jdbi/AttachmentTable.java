package org.migrationhub.storage.jdbi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.storage.MeasuredInputStream;
import org.migrationhub.core.storage.StorageUnavailableException;
import org.migrationhub.core.storage.StoredAttachment;
import org.migrationhub.core.storage.VerifiedInputStream;

/**
 * Files: a row for each, and the bytes where {@link FileBytes} keeps them. What comes in lies in a temporary file until its
 * digest is known, so that a slow sender holds no connection. A file's row is locked while its bytes are put there or taken
 * away. Thread-safe.
 */
final class AttachmentTable {

    private static final String INSERT =
            "insert into hub.attachment (digest, size, held_at) values (?, ?, ?) on conflict do nothing";
    private static final int BUFFER = 1 << 14;

    private final Database database;
    private final Transactions transactions;
    private final FileBytes bytes;

    AttachmentTable(Database database, Transactions transactions, FileBytes bytes) {
        this.database = database;
        this.transactions = transactions;
        this.bytes = bytes;
    }

    StoredAttachment store(InputStream incoming, long most, Instant at) throws IOException {
        Path spooled = here(bytes::temporaryFile);
        try {
            StoredAttachment file = spool(incoming, most, spooled);
            boolean stored = false;
            while (!stored) { // whoever sweeps the same file in between makes this begin again
                stored = database.work(
                        connection -> transactions.in(connection, () -> put(connection, file, spooled, at)));
            }
            return file;
        } finally {
            Files.deleteIfExists(spooled);
        }
    }

    private static StoredAttachment spool(InputStream incoming, long most, Path spooled) throws IOException {
        MeasuredInputStream measured = new MeasuredInputStream(incoming, most);
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = here(() -> Files.newOutputStream(spooled))) {
            for (int length = measured.read(buffer); length >= 0; length = measured.read(buffer)) {
                write(out, buffer, length);
            }
        }
        return measured.measured();
    }

    private static void write(OutputStream out, byte[] buffer, int length) {
        here(() -> {
            out.write(buffer, 0, length);
            return out;
        });
    }

    /** What is done with files of our own: where it fails, the sender is not to blame. */
    private static <R> R here(Own<R> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private static StorageUnavailableException unavailable(IOException failure) {
        return new StorageUnavailableException("The place where files are kept takes nothing now.", failure);
    }

    private interface Own<R> {
        R run() throws IOException;
    }

    private boolean put(Connection connection, StoredAttachment file, Path spooled, Instant at) throws SQLException {
        String digest = file.sha256().hex();
        int inserted = Statements.update(connection, INSERT, List.of(digest, file.size(), at));
        boolean locked = Statements.exists(
                connection, "select digest from hub.attachment where digest = ? for update", List.of(digest));
        if (!locked) {
            return false;
        }
        try {
            if (inserted > 0 || !bytes.digest(connection, file).equals(file.sha256())) {
                bytes.put(connection, file, spooled); // also where what is there was damaged
            }
        } catch (IOException e) {
            throw unavailable(e);
        }
        renew(connection, digest, at);
        return true;
    }

    Optional<InputStream> open(Sha256 digest) {
        List<Long> size = database.work(connection -> Statements.numbers(
                connection, "select size from hub.attachment where digest = ?", List.of(digest.hex())));
        return size.stream()
                .findFirst()
                .map(known -> new VerifiedInputStream(bytes.open(new StoredAttachment(digest, known)), digest));
    }

    Map<Sha256, Long> hold(Set<Sha256> digests, Instant at) {
        TreeSet<String> sorted = new TreeSet<>(); // everybody locks them in the same order
        digests.forEach(digest -> sorted.add(digest.hex()));
        return database.work(connection -> transactions.in(connection, () -> hold(connection, sorted, at)));
    }

    private static Map<Sha256, Long> hold(Connection connection, Set<String> digests, Instant at) throws SQLException {
        Map<Sha256, Long> sizes = new HashMap<>();
        for (String digest : digests) {
            List<Long> size = Statements.numbers(
                    connection, "select size from hub.attachment where digest = ? for update", List.of(digest));
            if (!size.isEmpty()) {
                renew(connection, digest, at);
                sizes.put(new Sha256(digest), size.get(0));
            }
        }
        return sizes;
    }

    private static void renew(Connection connection, String digest, Instant at) throws SQLException {
        Statements.update(
                connection,
                "update hub.attachment set held_at = ? where digest = ? and held_at < ?",
                List.of(at, digest, at));
    }

    int sweep(Instant before) {
        List<String> old = database.read(
                handle -> handle.createQuery("select digest from hub.attachment a where held_at < ? and not exists"
                                + " (select 1 from hub.content_attachment c where c.attachment = a.digest)")
                        .bind(0, Statements.utc(before))
                        .mapTo(String.class)
                        .list());
        int removed = 0;
        for (String digest : old) {
            if (database.work(connection -> transactions.in(connection, () -> delete(connection, digest, before)))) {
                removeUnlessKept(digest, before);
                removed++;
            }
        }
        bytes.sweep(before, digest -> removeUnlessKept(digest.hex(), before));
        return removed;
    }

    private static boolean delete(Connection connection, String digest, Instant before) throws SQLException {
        return Statements.update(
                        connection,
                        "delete from hub.attachment where digest = ? and held_at < ? and not exists"
                                + " (select 1 from hub.content_attachment c where c.attachment = ?)",
                        List.of(digest, before, digest))
                > 0;
    }

    /**
     * Takes away the bytes of a file whose row has gone for good: a crash in between must leave bytes without a row, which a
     * later sweep finds, never a row without bytes. A row that nobody sees is locked meanwhile, so that whoever brings the
     * same file waits, and then brings the bytes, too; where somebody has brought it already, it stays.
     */
    private boolean removeBytes(Connection connection, String digest, Instant at) throws SQLException, IOException {
        boolean isGone = Statements.update(connection, INSERT, List.of(digest, 0L, at)) > 0;
        if (isGone) {
            bytes.remove(new Sha256(digest));
            Statements.update(connection, "delete from hub.attachment where digest = ?", List.of(digest));
        }
        return isGone;
    }

    private void removeUnlessKept(String digest, Instant at) {
        database.work(connection -> {
            boolean isKept = Statements.exists(
                    connection, "select digest from hub.attachment where digest = ?", List.of(digest));
            return isKept || transactions.in(connection, () -> removeBytes(connection, digest, at));
        });
    }
}
