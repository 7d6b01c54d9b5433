package org.migrationhub.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.migrationhub.storage.jdbi.JdbiStorage;

/**
 * In a database that runs within the server and lies in one file of its directory.
 *
 * @param directory the server's own
 * @param attachments a directory for the bytes of attachments; null if they are in the database, too
 */
record KeptInFiles(Path directory, @Nullable Path attachments) implements Kept {

    private static final String NAME = "hub"; // H2 adds .mv.db
    private static final String BACKUPS = "backup.socket";
    private static final String ALREADY_OPEN = "90020";

    @Override
    public OpenStorage open() {
        DataDirectory alone = DataDirectory.open(directory);
        try {
            JdbiStorage.Builder storage = JdbiStorage.builder().file(directory.resolve(NAME));
            if (attachments != null) {
                storage.attachmentsIn(attachments);
            }
            return OpenStorage.of(storage.open(), alone::close);
        } catch (RuntimeException e) {
            alone.close();
            throw refused(e);
        }
    }

    /** Nobody else must be in a directory that is there; one that isn't will be made. */
    @Override
    public void ask() {
        if (Files.exists(Path.of(where()))) {
            DataDirectory.open(directory).close();
        }
    }

    /**
     * Holds that there is something: a mistyped directory must not pass for an empty hub.
     *
     * @throws StartRefusedException if there isn't
     */
    void requireThere() {
        if (!Files.exists(Path.of(where()))) {
            throw new StartRefusedException("--data: there is no hub in %s; name the directory of one."
                    .formatted(directory.toAbsolutePath().normalize()));
        }
    }

    @Override
    public Path index() {
        return LocalIndex.under(directory);
    }

    @Override
    public Path backupSocket() {
        return directory.resolve(BACKUPS);
    }

    @Override
    public String where() {
        return directory.toAbsolutePath().normalize().resolve(NAME + ".mv.db").toString();
    }

    private StartRefusedException refused(RuntimeException failure) {
        SQLException cause = Failure.ofDatabase(failure);
        if (cause == null) {
            return new StartRefusedException("--data: " + failure.getMessage());
        }
        return ALREADY_OPEN.equals(cause.getSQLState())
                ? DataDirectory.inUse(directory)
                : new StartRefusedException(
                        "--data: the database %s can't be opened (%s); mend that, or restore a backup into another directory."
                                .formatted(where(), cause.getMessage()));
    }
}
