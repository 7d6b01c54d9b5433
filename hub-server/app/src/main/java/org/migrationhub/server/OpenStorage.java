package org.migrationhub.server;

import org.migrationhub.storage.jdbi.JdbiStorage;

/**
 * A storage with what it lies on. Closing it twice is closing it once.
 *
 * @param storage where everything is
 * @param ground is let go of after it
 */
record OpenStorage(JdbiStorage storage, Ground ground) implements AutoCloseable {

    /** Connections, or a lock. */
    interface Ground {
        void letGo();
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
