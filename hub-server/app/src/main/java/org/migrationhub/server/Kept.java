package org.migrationhub.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where everything is kept. */
sealed interface Kept extends Check.Neighbour permits KeptInMemory, KeptInFiles, KeptInPostgres {

    /**
     * Opens it.
     *
     * @throws StartRefusedException if it can't be used, naming the setting and the remedy
     */
    OpenStorage open();

    @Override
    default String name() {
        return where();
    }
    /** The directory of this server's own search index; null if that is in memory. */
    @Nullable
    Path index();

    /** Where a running server gives out backups, in its directory; null if others can reach the database themselves. */
    @Nullable
    Path backupSocket();

    /** Where that is, for people; without any secret. */
    String where();
}
