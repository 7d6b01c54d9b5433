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
        further.setDataSource(pool.getDataSource());
        return further;
    }
}
