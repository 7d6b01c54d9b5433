package org.migrationhub.storage.jdbi;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.migrationhub.core.kit.StorageContract;
import org.migrationhub.core.storage.HubStorage;

class PostgresContractTest extends StorageContract {

    private @Nullable HikariDataSource pool;

    @Override
    protected HubStorage open() throws Exception {
        pool = TestPostgres.newDatabase().pool();
        return JdbiStorage.on(pool);
    }

    @AfterEach
    void closePool() {
        if (pool != null) {
            pool.close();
        }
    }
}
