package org.migrationhub.storage.jdbi;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.storage.StoredAttachment;

/**
 * Bytes in files of a directory, called by their digest, in 256 folders by its first two digits. A file appears under its
 * name whole and on the disk, or not at all.
 */
final class BytesInDirectory implements FileBytes {

    private static final String INCOMING = "incoming-";

    private final Path directory;

    /** Makes the directory if it isn't there; a link is followed once, here. */
    BytesInDirectory(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory);
            }
            this.directory = directory.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("The directory " + directory + " can't be made", e);
        }
    }

    @Override
    public Path temporaryFile() throws IOException {
        return Files.createTempFile(directory, INCOMING, "");
    }

    @Override
    public Sha256 digest(Connection connection, StoredAttachment file) throws IOException {
        Path kept = path(file.sha256());
        MessageDigest digest = Sha256.algorithm();
        if (Files.isRegularFile(kept)) {
            try (InputStream bytes = new DigestInputStream(Files.newInputStream(kept), digest)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
        }
        return Sha256.ofDigest(digest.digest());
    }

    @Override
    public void put(Connection connection, StoredAttachment file, Path spooled) throws IOException {
        Path folder = folder(file.sha256());
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            force(directory, StandardOpenOption.READ);
        }
        force(spooled, StandardOpenOption.WRITE);
        Files.move(spooled, path(file.sha256()), StandardCopyOption.ATOMIC_MOVE);
        force(folder, StandardOpenOption.READ);
    }

    @Override
    public void remove(Sha256 digest) throws IOException {
        Files.deleteIfExists(path(digest));
    }

    @Override
    public InputStream open(StoredAttachment file) {
        try {
            return Files.newInputStream(path(file.sha256()));
        } catch (NoSuchFileException e) {
            return new Missing(file.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files that came in and were never put into their place, and files in their place whose row was never committed. */
    @Override
    public void sweep(Instant before, Consumer<Sha256> removeUnlessKept) {
        try (Stream<Path> files = Files.walk(directory, 2)) {
            for (Path file : files.filter(found -> isOlder(found, before)).toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(INCOMING)) {
                    Files.deleteIfExists(file);
                }
                Sha256.find(name).ifPresent(removeUnlessKept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of what is no longer there, false. */
    private static boolean isOlder(Path file, Instant before) {
        return Files.isRegularFile(file)
                && Instant.ofEpochMilli(file.toFile().lastModified()).isBefore(before)
                && Files.exists(file);
    }

    private Path folder(Sha256 digest) {
        return directory.resolve(digest.hex().substring(0, 2));
    }

    private Path path(Sha256 digest) {
        return folder(digest).resolve(digest.hex());
    }

    private static void force(Path written, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(written, option)) {
            channel.force(true);
        }
    }

    /** A file that a sweep took away, or somebody else. */
    private static final class Missing extends InputStream {

        private final Sha256 digest;

        Missing(Sha256 digest) {
            this.digest = digest;
        }

        @Override
        public int read() throws IOException {
            throw new FileNotFoundException("The bytes of the attachment " + digest + " are not in the directory");
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            return read();
        }
    }
}
