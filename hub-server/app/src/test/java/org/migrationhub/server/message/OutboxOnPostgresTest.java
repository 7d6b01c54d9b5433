package org.migrationhub.server.message;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.migrationhub.storage.jdbi.JdbiStorage;
import org.migrationhub.storage.jdbi.TestPostgres;

class OutboxOnPostgresTest extends OutboxRules {

    private HikariDataSource pool;

    @Override
    JdbiStorage open() throws SQLException, IOException {
        pool = TestPostgres.newDatabase().pool();
        return JdbiStorage.on(pool);
    }

    @AfterEach
    void close() {
        pool.close();
    }
}
