package org.migrationhub.storage.jdbi;

import com.zaxxer.hikari.HikariDataSource;

class PostgresConstraintTest extends ConstraintRules {

    @Override
    HikariDataSource openPool() throws Exception {
        return TestPostgres.newDatabase().pool();
    }
}
