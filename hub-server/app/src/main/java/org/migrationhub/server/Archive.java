package org.migrationhub.server;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.archive.ArchiveDamagedException;
import org.migrationhub.core.archive.ArchiveSummary;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.storage.NotEmptyException;
import org.migrationhub.server.backup.BackupDamagedException;
import org.migrationhub.server.backup.BackupSummary;
import org.migrationhub.server.backup.ServerBackup;

/** The commands that write all that is kept into a file, and take it out of one. */
final class Archive {

    private static final int TRIES = 3;

    private final Path file;
    private final PrintStream out;

    Archive(Path file, PrintStream out) {
        this.file = file.toAbsolutePath().normalize();
        this.out = out;
    }

    /**
     * Writes all that is kept. The file appears whole and on the disk, or not at all.
     *
     * @throws StartRefusedException if it can't be written, or is there already
     */
    void backUp(OpenStorage kept) {
        appear(part -> {
            print("Backed up", written(part, out -> ServerBackup.write(kept.storage(), kept.tables(), out)));
            return true;
        });
    }

    /**
     * The same of what a running server keeps, which alone can read it.
     *
     * @param socket where the server would give it out; null if there is no such place
     * @return whether a server runs there; if not, nothing was written
     * @throws StartRefusedException if it can't be written, is there already, or the server doesn't finish it
     */
    boolean fetch(@Nullable Path socket) {
        return socket != null && appear(part -> isFetched(socket, part));
    }

    private boolean isFetched(Path socket, Path part) throws IOException {
        boolean isThere = written(part, out -> BackupDoor.fetch(socket, out));
        if (isThere) {
            print("Backed up", checked(part));
        }
        return isThere;
    }

    private static BackupSummary checked(Path part) throws IOException {
        try {
            return ServerBackup.verify(part, Policies.presets());
        } catch (ArchiveDamagedException | BackupDamagedException e) {
            StartRefusedException damaged =
                    new StartRefusedException("What the server gave out is damaged: " + e.getMessage());
            damaged.initCause(e);
            throw damaged;
        }
    }

    /** Writes what is to be a backup, or finds that there is none to be written. */
    private interface Part {
        boolean written(Path part) throws IOException;
    }

    private boolean appear(Part backup) {
        if (Files.exists(file)) {
            throw new StartRefusedException(file + ": it is there already; name another file, or remove it.");
        }
        try {
            Path folder = file.getParent() == null ? file : file.getParent();
            Path part = Files.createTempFile(folder, ".hub-backup-", ".part"); // only its owner may read it
            try {
                boolean written = backup.written(part);
                if (written) {
                    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                    force(folder, StandardOpenOption.READ);
                }
                return written;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new StartRefusedException(
                    "%s: it can't be written (%s); see to the directory, or name another file.".formatted(file, e));
        }
    }

    /**
     * Puts all that the file holds into a database, or nothing.
     *
     * @throws StartRefusedException if the file is damaged, or the database holds anything else
     */
    void restore(OpenStorage kept, String where) {
        try {
            print(
                    "Restored",
                    ServerBackup.read(file, kept.storage(), kept.tables(), Policies.presets(), InstantSource.system()));
        } catch (NotEmptyException e) {
            throw new StartRefusedException(
                    "%s: it holds a hub already, and not this one (%s); name an empty directory or database."
                            .formatted(where, e.getMessage()));
        } catch (ArchiveDamagedException | BackupDamagedException e) {
            throw new StartRefusedException(
                    "%s: %s Nothing was restored; take another backup.".formatted(file, e.getMessage()));
        } catch (IOException e) {
            throw new StartRefusedException(
                    "%s: it can't be read (%s); see that it is there, and who may read it.".formatted(file, e));
        }
    }

    /** Writes bytes, and says what they are. */
    private interface Bytes<R> {
        R writeTo(OutputStream out) throws IOException;
    }

    /** Begins anew when somebody's data was erased meanwhile: a backup must not keep it. */
    private static <R> R written(Path part, Bytes<R> backup) throws IOException {
        for (int tries = 1; ; tries++) {
            try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(part))) {
                R summary = backup.writeTo(bytes);
                bytes.flush();
                force(part, StandardOpenOption.WRITE);
                return summary;
            } catch (StaleVersionException e) {
                if (tries == TRIES) {
                    throw new StartRefusedException("Somebody's data is being erased; back up again later.");
                }
            }
        }
    }

    private static void force(Path written, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(written, option)) {
            channel.force(true);
        }
    }

    private void print(String done, BackupSummary summary) {
        ArchiveSummary hub = summary.hub();
        out.printf(
                "%s: %d submissions, %d persons, %d of them with accounts, %d organisations, %d files, %d entries of the"
                        + " journal: %s%n",
                done,
                hub.submissions(),
                hub.persons(),
                summary.accounts(),
                hub.organisations(),
                hub.attachments(),
                hub.entries(),
                file);
    }
}
