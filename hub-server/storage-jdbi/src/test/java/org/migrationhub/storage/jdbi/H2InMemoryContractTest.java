package org.migrationhub.storage.jdbi;

import org.migrationhub.core.kit.StorageContract;
import org.migrationhub.core.storage.HubStorage;

class H2InMemoryContractTest extends StorageContract {

    @Override
    protected HubStorage open() {
        return JdbiStorage.inMemory();
    }
}
