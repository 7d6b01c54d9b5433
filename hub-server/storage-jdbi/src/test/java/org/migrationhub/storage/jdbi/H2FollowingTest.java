package org.migrationhub.storage.jdbi;

import com.zaxxer.hikari.HikariDataSource;

class H2FollowingTest extends FollowingRules {

    @Override
    HikariDataSource openPool() {
        return H2Url.inMemory();
    }

    @Override
    HikariDataSource again(HikariDataSource pool) {
        HikariDataSource further = new HikariDataSource();
        further.setJdbcUrl(pool.getJdbcUrl());
        further.setUsername(pool.getUsername());
        further.setPassword(pool.getPassword());
        return further;
    }
}
