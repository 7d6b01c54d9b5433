package org.migrationhub.storage.jdbi;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.core.kit.StorageContract;
import org.migrationhub.core.storage.HubStorage;

/** With the bytes of attachments in a directory. */
class H2FileContractTest extends StorageContract {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    private static Path directory;

    @Override
    protected HubStorage open() {
        Path own = directory.resolve("hub-" + NUMBER.incrementAndGet());
        return JdbiStorage.builder()
                .file(own.resolve("hub"))
                .attachmentsIn(own.resolve("attachments"))
                .open();
    }
}
