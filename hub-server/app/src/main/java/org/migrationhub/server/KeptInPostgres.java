package org.migrationhub.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationhub.storage.jdbi.JdbiStorage;

/**
 * In PostgreSQL, which several servers may share.
 *
 * @param url of the database; its parameters go before the ones that the server sets
 * @param user as whom to ask; empty for whom the driver thinks of
 * @param password empty for none
 * @param connections how many to have at most
 * @param attachments a directory for the bytes of attachments, which all servers share; null if they are in the database
 * @param directory the server's own, where its search index is: no two servers share one
 */
record KeptInPostgres(
        String url,
        String user,
        String password,
        int connections,
        @Nullable Path attachments,
        Path directory) implements Kept {

    /** A server whose machine is gone in the middle of a transaction must not hold up the others' feed for hours. */
    private static final String NO_IDLE_TRANSACTIONS = "set idle_in_transaction_session_timeout = '60s'";

    /** How long a request waits for a connection: whoever asks while the database is gone gets an answer by then. */
    private static final long CONNECTION_MILLIS = 3_000;

    private static final long VALIDATION_MILLIS = 1_500;
    private static final long KEEP_ALIVE_MILLIS = 60_000;

    /**
     * In seconds. A database whose machine is gone says nothing, not even no: whoever waits for it longer than any statement
     * takes gives up.
     */
    private static final Map<String, String> TIMEOUTS =
            Map.of("connectTimeout", "3", "loginTimeout", "5", "socketTimeout", "10", "tcpKeepAlive", "true");

    @Override
    public OpenStorage open() {
        HikariDataSource pool = connect();
        try {
            JdbiStorage.Builder storage = JdbiStorage.builder().on(pool);
            if (attachments != null) {
                storage.attachmentsIn(attachments);
            }
            return OpenStorage.of(storage.open(), pool::close);
        } catch (RuntimeException e) {
            pool.close();
            throw refused(e);
        }
    }

    @Override
    public void ask() {
        connect().close();
    }

    private HikariDataSource connect() {
        try {
            return new HikariDataSource(pool());
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    @Override
    public Path index() {
        return LocalIndex.under(directory);
    }

    @Override
    public @Nullable Path backupSocket() {
        return null;
    }

    @Override
    public String where() {
        return "PostgreSQL at " + url.replaceFirst("[?].*", "").replaceFirst("jdbc:postgresql:(//)?", "");
    }

    /** Without the password: it must not get into a log. */
    @Override
    public String toString() {
        return where();
    }

    private HikariConfig pool() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("hub");
        config.setJdbcUrl(url);
        config.setUsername(given(user));
        config.setPassword(given(password));
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(4, connections));
        config.setConnectionTimeout(CONNECTION_MILLIS);
        config.setValidationTimeout(VALIDATION_MILLIS);
        config.setKeepaliveTime(KEEP_ALIVE_MILLIS);
        config.setAutoCommit(true);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.addDataSourceProperty("ApplicationName", "migration-hub");
        config.addDataSourceProperty("logServerErrorDetail", "false"); // it repeats what somebody wrote
        config.setConnectionInitSql(NO_IDLE_TRANSACTIONS);
        TIMEOUTS.forEach(config::addDataSourceProperty);
        return config;
    }

    private StartRefusedException refused(RuntimeException failure) {
        SQLException cause = Failure.ofDatabase(failure);
        return new StartRefusedException(
                cause == null ? "database.url: " + failure.getMessage() : sentence(state(cause), cause.getMessage()));
    }

    private static String sentence(String state, @Nullable String message) {
        String said = " (" + message + ")";
        if (state.startsWith("28")) {
            return "database.user, database.password: PostgreSQL doesn't accept them%s; correct them.".formatted(said);
        }
        return switch (state) {
            case "3D000" -> "database.url: there is no such database%s; make it with createdb.".formatted(said);
            case "42501" ->
                "database.user: it lacks a right that is needed%s; grant it CREATE on the database, where the server makes the schema hub, or make it the owner of that."
                        .formatted(said);
            case "53300" ->
                "database.pool: PostgreSQL gives no more connections%s; lower it, or raise max_connections."
                        .formatted(said);
            default ->
                "database.url: the database can't be used%s; see that it runs, and that the address is right."
                        .formatted(said);
        };
    }

    private static String state(SQLException cause) {
        return cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
