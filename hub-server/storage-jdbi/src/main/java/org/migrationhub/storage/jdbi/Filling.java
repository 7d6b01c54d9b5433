package org.migrationhub.storage.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * A migration that gives rows of an earlier program what it didn't keep with them. It commits page by page, so that however many
 * there are it holds no more than one page, and goes on after the last whole page if it is begun again. Stateless and
 * thread-safe.
 */
abstract class Filling implements JavaMigration {

    private static final Transactions PAGES = Transactions.atOnce();

    private final String version;
    private final String description;

    Filling(String version, String description) {
        this.version = version;
        this.description = description;
    }

    /**
     * Fills the first rows after this id that aren't filled.
     *
     * @return the id of the last of them; empty if there was none
     */
    abstract String fill(Connection connection, String after) throws SQLException;

    @Override
    public final MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(version);
    }

    @Override
    public final String getDescription() {
        return description;
    }

    @Override
    public final Integer getChecksum() {
        return 0;
    }

    @Override
    public final boolean canExecuteInTransaction() {
        return false;
    }

    @Override
    public final void migrate(Context context) throws SQLException, InterruptedException {
        Connection connection = context.getConnection();
        String last = page(connection, "");
        while (!last.isEmpty()) {
            last = page(connection, last);
        }
    }

    private String page(Connection connection, String after) throws SQLException, InterruptedException {
        return PAGES.in(connection, () -> fill(connection, after));
    }
}
