package org.migrationhub.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server's own directory, which it alone uses while this is open. Thread-safe. */
final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "hub.lock";

    private final FileChannel lock;

    private DataDirectory(FileChannel lock) {
        this.lock = lock;
    }

    /**
     * Looks whether a directory could be used; changes nothing.
     *
     * @param setting that names it
     * @param reasons takes why it can't
     */
    static void check(String setting, Path directory, List<String> reasons) {
        Path there = directory.toAbsolutePath().normalize();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            reasons.add("%s: %s is no directory and can't be made one; name another.".formatted(setting, directory));
        } else if (!Files.isReadable(there) || !Files.isWritable(there)) {
            reasons.add("%s: %s can't be read and written; give the server's user the right to, or name another."
                    .formatted(setting, directory));
        }
    }

    /**
     * Makes it if it isn't there, for the server's user alone, and keeps others out until it is closed.
     *
     * @throws StartRefusedException if it can't be used, or another server uses it
     */
    static DataDirectory open(Path directory) {
        try {
            make(directory);
            FileChannel channel =
                    FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw inUse(directory);
            }
            return new DataDirectory(channel);
        } catch (IOException e) {
            throw new StartRefusedException(
                    "--data: %s can't be used (%s); give the server's user the right to, or name another."
                            .formatted(directory, e));
        }
    }

    /** Makes it if it isn't there, for the server's user alone. */
    static void make(Path directory) throws IOException {
        Files.createDirectories(directory, onlyForOwner());
    }

    /** What is said to a second server. */
    static StartRefusedException inUse(Path directory) {
        return new StartRefusedException(
                "--data: another server is running on %s; stop it first, or name another directory. Several servers can"
                                .formatted(directory.toAbsolutePath().normalize())
                        + " share a hub in PostgreSQL: see database.url.");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("The lock of the data directory couldn't be given back", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // a server in this very process has it
        }
    }

    private static FileAttribute<?>[] onlyForOwner() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
