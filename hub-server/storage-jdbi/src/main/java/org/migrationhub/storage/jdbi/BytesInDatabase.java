package org.migrationhub.storage.jdbi;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.storage.StoredAttachment;

/** Bytes in rows of the database, a part at a time: neither is a file in memory whole, nor a connection held while it is read. */
final class BytesInDatabase implements FileBytes {

    private static final int PART = 1 << 18;

    private final Database database;

    BytesInDatabase(Database database) {
        this.database = database;
    }

    @Override
    public Path temporaryFile() throws IOException {
        return Files.createTempFile("hub-attachment-", ".tmp");
    }

    @Override
    public Sha256 digest(Connection connection, StoredAttachment file) throws SQLException {
        MessageDigest digest = Sha256.algorithm();
        for (int number = 1; number <= parts(file); number++) {
            part(connection, file.sha256(), number).ifPresent(digest::update);
        }
        return Sha256.ofDigest(digest.digest());
    }

    @Override
    public void put(Connection connection, StoredAttachment file, Path spooled) throws SQLException, IOException {
        Statements.update(
                connection,
                "delete from hub.attachment_part where digest = ?",
                List.of(file.sha256().hex()));
        try (InputStream in = Files.newInputStream(spooled)) {
            for (int number = 1; number <= parts(file); number++) {
                Statements.update(
                        connection,
                        "insert into hub.attachment_part (digest, number, bytes) values (?, ?, ?)",
                        List.of(file.sha256().hex(), number, in.readNBytes(PART)));
            }
        }
    }

    /** The parts went with the file's row. */
    @Override
    public void remove(Sha256 digest) {}

    @Override
    public InputStream open(StoredAttachment file) {
        return new Parts(file);
    }

    /** Nothing is left: a crash ends the transaction. */
    @Override
    public void sweep(Instant before, Consumer<Sha256> removeUnlessKept) {}

    private static int parts(StoredAttachment file) {
        return (int) ((file.size() + PART - 1) / PART);
    }

    private static Optional<byte[]> part(Connection connection, Sha256 digest, int number) throws SQLException {
        return Statements.bytes(
                connection,
                "select bytes from hub.attachment_part where digest = ? and number = ?",
                List.of(digest.hex(), number));
    }

    /** The parts of a file, one after the other: whoever reads slowly holds the part at hand and no other. */
    private final class Parts extends InputStream {

        private final StoredAttachment file;
        private int number;
        private InputStream part = InputStream.nullInputStream();

        Parts(StoredAttachment file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = part.read(into, from, length);
            while (read < 0 && number < parts(file)) {
                part = InputStream.nullInputStream(); // before the next comes, so that there are never two
                part = next();
                read = part.read(into, from, length);
            }
            return read;
        }

        /** Somebody may have taken it away, as a sweep does. */
        private InputStream next() throws IOException {
            number++;
            return new ByteArrayInputStream(database.work(connection -> part(connection, file.sha256(), number))
                    .orElseThrow(() -> new FileNotFoundException(
                            "Part %d of the attachment %s is not in the database".formatted(number, file.sha256()))));
        }

        @Override
        public void close() {
            number = parts(file);
            part = InputStream.nullInputStream();
        }
    }
}
