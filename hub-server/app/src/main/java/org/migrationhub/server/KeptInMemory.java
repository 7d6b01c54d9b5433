package org.migrationhub.server;

import org.migrationhub.core.storage.InMemoryStorage;

/**
 * In memory, for trials and tests. The core's own storage rather than a database in memory: it passes the same contract,
 * starts at once, and nothing of a database that fails can be mistaken for a fault of the server.
 */
record KeptInMemory() implements Kept {

    @Override
    public OpenStorage open() {
        return new OpenStorage(new InMemoryStorage(), () -> {});
    }

    @Override
    public String where() {
        return "memory, and gone when it stops";
    }
}
