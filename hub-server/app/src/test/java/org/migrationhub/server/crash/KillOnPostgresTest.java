package org.migrationhub.server.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.migrationhub.storage.jdbi.TestPostgres;

/** On PostgreSQL. */
class KillOnPostgresTest extends KillRules {

    @Override
    List<String> database() throws SQLException, IOException {
        return arguments(TestPostgres.newDatabase().url());
    }

    /** What makes a server keep everything in this database. */
    static List<String> arguments(String url) {
        return List.of("--database-url", url.replaceFirst("[?].*", ""), "--database-user", "postgres");
    }
}
