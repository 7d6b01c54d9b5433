package org.migrationhub.storage.jdbi;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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
        Enumeration<InputStream> parts = Collections.enumeration(IntStream.rangeClosed(1, parts(file))
                .<InputStream>mapToObj(number -> new Part(file.sha256(), number))
                .toList());
        return new SequenceInputStream(parts);
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

    /** One part, asked for when it is first read. */
    private final class Part extends InputStream {

        private final Sha256 digest;
        private final int number;
        private InputStream bytes = InputStream.nullInputStream();
        private boolean read;

        Part(Sha256 digest, int number) {
            this.digest = digest;
            this.number = number;
        }

        @Override
        public int read() throws IOException {
            return bytes().read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return bytes().read(into, from, length);
        }

        /** Somebody may have taken it away, as a sweep does. */
        private InputStream bytes() throws IOException {
            if (!read) {
                bytes = new ByteArrayInputStream(database.work(connection -> part(connection, digest, number))
                        .orElseThrow(() -> new FileNotFoundException(
                                "Part %d of the attachment %s is not in the database".formatted(number, digest))));
                read = true;
            }
            return bytes;
        }
    }
}
