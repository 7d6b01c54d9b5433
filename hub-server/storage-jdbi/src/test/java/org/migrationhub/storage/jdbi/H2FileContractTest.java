package org.migrationhub.storage.jdbi;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.core.kit.StorageContract;
import org.migrationhub.core.storage.HubStorage;

class H2FileContractTest extends StorageContract {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    private static Path directory;

    @Override
    protected HubStorage open() {
        return JdbiStorage.file(directory.resolve("hub-" + NUMBER.incrementAndGet()));
    }
}
