package org.migrationhub.storage.jdbi;

import com.zaxxer.hikari.HikariDataSource;

class H2ConstraintTest extends ConstraintRules {

    @Override
    HikariDataSource openPool() throws Exception {
        return H2Url.inMemory();
    }
}
