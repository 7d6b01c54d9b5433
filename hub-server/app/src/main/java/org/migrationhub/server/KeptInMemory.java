package org.migrationhub.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.migrationhub.storage.jdbi.JdbiStorage;

/** In a database in memory, for trials and tests. */
record KeptInMemory() implements Kept {

    @Override
    public OpenStorage open() {
        return OpenStorage.of(JdbiStorage.inMemory(), () -> {});
    }

    @Override
    public @Nullable Path index() {
        return null;
    }

    /** Is always there. */
    @Override
    public void ask() {}

    @Override
    public @Nullable Path backupSocket() {
        return null;
    }

    @Override
    public String where() {
        return "memory, and gone when it stops";
    }
}
