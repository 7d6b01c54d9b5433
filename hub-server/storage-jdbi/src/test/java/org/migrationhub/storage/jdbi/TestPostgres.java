package org.migrationhub.storage.jdbi;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL for tests, one for the whole run: the one that the property {@code hub.test.postgres} names by the
 * JDBC URL of a database in which databases may be made, or else one that is started here. Without either the tests fail.
 * Thread-safe.
 */
public final class TestPostgres {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres started;

    private TestPostgres() {}

    /** A new, empty database. */
    public static Database newDatabase() throws SQLException, IOException {
        String admin = adminUrl();
        String name = "hub_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(admin);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new Database(admin.replaceFirst("/[^/?]*([?].*)?$", "/" + name + "$1"));
    }

    /** A database by its URL. */
    public record Database(String url) {

        /** Connections to it; whoever asks closes them. */
        public HikariDataSource pool() {
            return pool(32);
        }

        /** The same, so many at most. */
        public HikariDataSource pool(int connections) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setMaximumPoolSize(connections);
            config.setMinimumIdle(1);
            return new HikariDataSource(config);
        }
    }

    private static synchronized String adminUrl() throws IOException {
        String given = System.getProperty("hub.test.postgres");
        if (given != null) {
            return given;
        }
        if (started == null) {
            started = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
        }
        return started.getJdbcUrl("postgres", "postgres");
    }
}
