package org.migrationhub.core.storage;

import org.migrationhub.core.kit.StorageContract;

class InMemoryStorageTest extends StorageContract {

    @Override
    protected HubStorage open() {
        return new InMemoryStorage();
    }
}
