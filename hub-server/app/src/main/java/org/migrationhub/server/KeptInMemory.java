package org.migrationhub.server;

import org.migrationhub.storage.jdbi.JdbiStorage;

/** In a database in memory, for trials and tests. */
record KeptInMemory() implements Kept {

    @Override
    public OpenStorage open() {
        return new OpenStorage(JdbiStorage.inMemory(), () -> {});
    }

    /** Is always there. */
    @Override
    public void ask() {}

    @Override
    public String where() {
        return "memory, and gone when it stops";
    }
}
