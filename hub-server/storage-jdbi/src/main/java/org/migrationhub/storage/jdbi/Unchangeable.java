package org.migrationhub.storage.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to change or delete a row: H2's counterpart of the trigger that PostgreSQL has. Public only because H2 makes it
 * by its name.
 */
public final class Unchangeable implements Trigger {

    private static final String RESTRICT_VIOLATION = "23001";

    private String table = "";

    /** Made by H2. */
    public Unchangeable() {}

    @Override
    public void init(Connection connection, String schema, String trigger, String tableName, boolean before, int type) {
        this.table = tableName;
    }

    @Override
    public void fire(Connection connection, @Nullable Object @Nullable [] before, @Nullable Object @Nullable [] after)
            throws SQLException {
        throw new SQLException("rows of " + table + " are never changed or deleted", RESTRICT_VIOLATION);
    }
}
