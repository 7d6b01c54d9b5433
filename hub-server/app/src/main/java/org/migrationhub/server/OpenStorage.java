package org.migrationhub.server;

import org.migrationhub.core.storage.HubStorage;

/**
 * A storage with what it lies on. Closing it twice is closing it once.
 *
 * @param storage where everything is
 * @param ground is let go of after it
 */
record OpenStorage(HubStorage storage, Ground ground) implements AutoCloseable {

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
