package org.migrationhub.server.message;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.storage.jdbi.JdbiStorage;

class OutboxOnH2Test extends OutboxRules {

    @TempDir
    private Path directory;

    @Override
    JdbiStorage open() {
        return JdbiStorage.file(directory.resolve("hub"));
    }
}
