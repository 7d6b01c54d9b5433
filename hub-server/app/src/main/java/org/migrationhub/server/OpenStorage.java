package org.migrationhub.server;

import org.migrationhub.server.tables.ServerTables;
import org.migrationhub.storage.jdbi.JdbiStorage;

/**
 * A storage with what it lies on. Closing it twice is closing it once.
 *
 * @param storage where everything is
 * @param tables of the server's own, in the same database
 * @param ground is let go of after it
 */
record OpenStorage(JdbiStorage storage, ServerTables tables, Ground ground) implements AutoCloseable {

    /** Connections, or a lock. */
    interface Ground {
        void letGo();
    }

    /** A storage that was opened, with the server's own tables made in it; closed again if they can't be. */
    static OpenStorage of(JdbiStorage opened, Ground ground) {
        try {
            return new OpenStorage(opened, ServerTables.in(opened), ground);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            storage.close();
        } finally {
            ground.letGo();
        }
    }
}
