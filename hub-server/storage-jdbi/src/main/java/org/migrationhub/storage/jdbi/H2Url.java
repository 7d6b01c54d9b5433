package org.migrationhub.storage.jdbi;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.util.SortedProperties;

/** How H2 must be opened for the tables here, and whether it was. Stateless and thread-safe. */
final class H2Url {

    /**
     * As PostgreSQL as H2 can be. With its default WRITE_DELAY it acknowledges commits that a crash of the process then
     * loses. Several statements are prepared again and again, so more than eight of them are remembered. Each commit writes
     * all pages that it changed anew, so these are a quarter of what they are by default: half as much is written. Results
     * aren't reused: of a union of lists H2 takes a part's rows from the last time, though it was cut shorter then.
     */
    private static final String SETTINGS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=0;LOCK_TIMEOUT=20000;QUERY_CACHE_SIZE=128;PAGE_SIZE=4096;DB_CLOSE_ON_EXIT=FALSE"
            + ";OPTIMIZE_REUSE_RESULTS=0";

    private static final String IN_MEMORY = "mem:";
    private static final String LOCK_FILE = ".lock.db";
    private static final String USER = "hub";
    private static final int CONNECTIONS = 32;
    private static final int ALREADY_OPEN = 90020;

    private H2Url() {}

    /** Connections to a new database in memory, which lives as long as the pool. */
    static HikariDataSource inMemory() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:hub-" + UUID.randomUUID() + SETTINGS);
        source.setUser(USER);
        source.setPassword("");
        return new MemoryPool(source);
    }

    /** Connections to memory. With the last one H2 forgets everything, and a pool may part with any: so one isn't the pool's. */
    private static final class MemoryPool extends HikariDataSource {

        private final Connection held;

        MemoryPool(DataSource source) {
            super(config(source));
            try {
                held = source.getConnection();
            } catch (SQLException e) {
                super.close();
                throw new IllegalStateException("No database could be made in memory", e);
            }
        }

        @java.lang.Override
        public void close() {
            super.close();
            try {
                held.close();
            } catch (SQLException e) {
                throw new IllegalStateException("The database in memory couldn't be closed", e);
            }
        }
    }

    /**
     * Connections to a database in files.
     *
     * @param file without the ending {@code .mv.db}
     * @throws IllegalArgumentException if the path holds a semicolon, which would end it
     * @throws IllegalStateException if another process has it open, or it can't be opened or made
     */
    static HikariDataSource file(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        if (path.contains(";")) {
            throw new IllegalArgumentException("H2 takes no path with a semicolon: " + path);
        }
        try {
            return new FilePool(new H2File(Path.of(path + ".mv.db"), "jdbc:h2:file:" + path + SETTINGS, USER));
        } catch (HikariPool.PoolInitializationException e) {
            throw refusal(path, e);
        }
    }

    /** Connections to a file, which is let go of after the last. */
    private static final class FilePool extends HikariDataSource {

        private final H2File file;

        FilePool(H2File file) {
            super(config(file));
            this.file = file;
        }

        @java.lang.Override
        public void close() {
            super.close();
            file.letGo();
        }
    }

    private static IllegalStateException refusal(String path, RuntimeException failure) {
        boolean inUse = failure.getCause() instanceof SQLException cause && cause.getErrorCode() == ALREADY_OPEN;
        return new IllegalStateException(
                inUse
                        ? "The database %s is in use by another process; only one can have it open.".formatted(path)
                        : "The database %s can't be opened; see that its directory can be written.".formatted(path),
                failure);
    }

    /**
     * H2's own pool begins each use of a connection with an empty memory of statements, which costs more than most of them. The
     * last connection isn't parted with for its age: a file would be closed meanwhile, for any other process to take.
     */
    private static HikariConfig config(DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMinimumIdle(1);
        config.setMaxLifetime(0);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setPoolName("hub-h2");
        config.setExceptionOverride(new ClosedDatabase());
        return config;
    }

    /**
     * H2 closes a database that couldn't be written, or whose file was read or written by a thread that was interrupted. Its
     * connections pass for valid but never work again; once they are away, the next one opens the database anew.
     */
    private static final class ClosedDatabase implements SQLExceptionOverride {

        @java.lang.Override
        public Override adjudicate(SQLException failure) {
            return Database.isOfClosedH2(failure) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
        }
    }

    /**
     * Looks at a database that somebody else opened; a WRITE_DELAY is corrected, and so is the reuse of results.
     *
     * @throws IllegalArgumentException if its settings are not what the tables need
     */
    static void check(DataSource connections) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            String url = connection.getMetaData().getURL();
            List<String> wrong = new ArrayList<>();
            if (url.startsWith("jdbc:h2:tcp:") || url.startsWith("jdbc:h2:ssl:")) {
                wrong.add("it is asked over the network: use PostgreSQL where several processes share a hub");
            }
            if (isServedToOthers(connection)) {
                wrong.add("its URL has AUTO_SERVER, by which other processes write, too, which this one can't know:"
                        + " use PostgreSQL where several processes share a hub");
            }
            require(connection, "MODE", "PostgreSQL", wrong);
            require(connection, "DATABASE_TO_LOWER", "TRUE", wrong);
            if (!wrong.isEmpty()) {
                throw new IllegalArgumentException("A hub can't be kept in this H2: " + String.join("; ", wrong)
                        + ". The settings that it needs are " + SETTINGS.substring(1));
            }
            if (!"0".equals(setting(connection, "WRITE_DELAY"))) {
                Statements.update(connection, "set write_delay 0", List.of());
            }
            Statements.update(connection, "set optimize_reuse_results 0", List.of());
        }
    }

    /** Whether the database of this identity is in memory only. */
    static boolean isInMemory(String identity) {
        return identity.startsWith(IN_MEMORY);
    }

    /** What tells this database from others in this process. */
    static String identity(Connection connection) throws SQLException {
        String path = Statements.text(connection, "select database_path()", List.of());
        return path.isEmpty() ? IN_MEMORY + Statements.text(connection, "select current_catalog", List.of()) : path;
    }

    /** H2 says so in the file by which others find whoever has the database open. */
    private static boolean isServedToOthers(Connection connection) throws SQLException {
        String identity = identity(connection);
        try {
            return !isInMemory(identity)
                    && SortedProperties.loadProperties(identity + LOCK_FILE).containsKey("server");
        } catch (IOException e) {
            throw new SQLException("The lock file of the database can't be read", e);
        }
    }

    private static void require(Connection connection, String name, String value, List<String> wrong)
            throws SQLException {
        if (!value.equalsIgnoreCase(setting(connection, name))) {
            wrong.add("its URL lacks " + name + "=" + value);
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        return Statements.text(
                connection,
                "select setting_value from information_schema.settings where upper(setting_name) = ?",
                List.of(name));
    }
}
