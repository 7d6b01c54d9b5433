package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.core.Hub;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.EligibilityRule;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.storage.StorageUnavailableException;
import org.migrationhub.core.storage.SubmissionQuery;

/** How a storage is opened, on what it is, and on what it is not. */
class OpeningTest {

    private static final String H2 = "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;DEFAULT_NULL_ORDERING=HIGH";

    @TempDir
    private Path directory;

    @Test
    void whatWasStoredIsThereWhenTheFileIsOpenedAgain() {
        SubmissionId id;
        try (JdbiStorage storage = JdbiStorage.file(directory.resolve("hub"))) {
            id = new SampleOffice(Hub.builder().storage(storage).build()).publish("Kept sample");
        }
        try (JdbiStorage storage = JdbiStorage.file(directory.resolve("hub"))) {
            Hub hub = Hub.builder().storage(storage).build();
            assertThat(hub.as(Actor.visitor()).search(SearchQuery.of("kept")).items())
                    .singleElement()
                    .satisfies(item -> assertThat(item.id()).isEqualTo(id));
            assertThat(new SampleOffice(hub).publish("Another sample")).isGreaterThan(id);
        }
    }

    /** A pool parts with connections for their age, or after a statement that took too long. */
    @Test
    void aDatabaseInMemoryOutlivesTheConnectionsOfItsPool() throws Exception {
        try (HikariDataSource pool = H2Url.inMemory()) {
            JdbcConnection physical;
            try (Connection connection = pool.getConnection()) {
                Statements.update(connection, "create table kept (id text)", List.of());
                physical = connection.unwrap(JdbcConnection.class);
                pool.evictConnection(connection);
            }
            while (!physical.isClosed()) {
                Thread.onSpinWait();
            }
            try (Connection another = pool.getConnection()) {
                assertThat(Statements.number(another, "select count(*) from kept", List.of()))
                        .isZero();
            }
        }
    }

    @Test
    void aDatabaseInMemoryIsForgottenWithItsPool() throws Exception {
        String url;
        try (HikariDataSource pool = H2Url.inMemory();
                Connection connection = pool.getConnection()) {
            url = connection.getMetaData().getURL();
        }
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url + ";IFEXISTS=TRUE");
        source.setUser("hub");
        assertThatThrownBy(source::getConnection)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("not found");
    }

    /** H2 closes a database whose file is written by a thread that is interrupted; a full disk does the same. */
    @Test
    void aFileThatH2ClosedIsOpenedAgain() {
        try (JdbiStorage storage = JdbiStorage.file(directory.resolve("hub"))) {
            SampleOffice office =
                    new SampleOffice(Hub.builder().storage(storage).build());
            SubmissionId id = office.submit("Kept sample");
            Thread.currentThread().interrupt();
            InputStream file = new ByteArrayInputStream("Interrupted sample".getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> storage.storeAttachment(file, 100, Instant.EPOCH))
                    .isInstanceOf(StorageUnavailableException.class);
            assertThat(Thread.interrupted()).isTrue();

            boolean isBack = false;
            for (int tries = 0; !isBack && tries < 100; tries++) {
                isBack = works(storage);
            }
            assertThat(office.submit("Later sample")).isGreaterThan(id);
            assertThat(storage.submission(id)).isPresent();
        }
    }

    private static boolean works(JdbiStorage storage) {
        try {
            return storage.end() > 0;
        } catch (StorageUnavailableException e) {
            return false;
        }
    }

    @Test
    void aFileIsOpenedByOneProcessAtATimeOnly() throws Exception {
        try (JdbiStorage storage = JdbiStorage.file(directory.resolve("hub"))) {
            new SampleOffice(Hub.builder().storage(storage).build());
            Process other = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            OpensAFile.class.getName(),
                            directory.resolve("hub").toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(other.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(other.waitFor()).as(said).isEqualTo(3);
        }
    }

    /** Ends with status 3 if the file is in use. */
    static final class OpensAFile {
        public static void main(String... arguments) {
            try (JdbiStorage storage = JdbiStorage.file(Path.of(arguments[0]))) {
                System.out.println(storage.submissions(SubmissionQuery.all()));
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage());
                System.exit(e.getMessage().contains("in use") ? 3 : 4);
            }
        }
    }

    @Test
    void h2WithoutTheSettingsThatAreNeededIsRefusedNamingThem() {
        assertThatThrownBy(() -> JdbiStorage.on(h2("plain", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MODE=PostgreSQL")
                .hasMessageContaining("DATABASE_TO_LOWER=TRUE");
    }

    /** The process that opened the file first, and any other, which H2 sends to it. */
    @Test
    void anH2FileThatSeveralProcessesMayWriteIsRefused() {
        JdbcDataSource shared = new JdbcDataSource();
        shared.setURL("jdbc:h2:file:" + directory.resolve("shared")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;AUTO_SERVER=TRUE");
        shared.setUser("hub");
        assertThatThrownBy(() -> JdbiStorage.on(shared))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AUTO_SERVER")
                .hasMessageContaining("PostgreSQL");
    }

    @Test
    void aSubmissionUnderAPolicyThatTheStorageDoesNotKnowIsRefused() {
        ReviewPolicy own = ReviewPolicy.named("sample-own", 1)
                .seats(3)
                .atLeastUn(1)
                .atLeastNonUn(1)
                .approvals(3)
                .rules(EnumSet.allOf(EligibilityRule.class))
                .conflictWindow(Duration.ZERO)
                .timeToReview(Duration.ofDays(14))
                .build();
        try (JdbiStorage storage = JdbiStorage.inMemory()) {
            SampleOffice office =
                    new SampleOffice(Hub.builder().storage(storage).policy(own).build());
            assertThatThrownBy(() -> office.submit("Sample"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("sample-own");
            assertThat(storage.submissions(SubmissionQuery.all())).isEmpty();
        }
    }

    @Test
    void aDelayOfWritingIsCorrected() throws Exception {
        JdbcDataSource delayed = h2("delayed", ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=500");
        try (JdbiStorage storage = JdbiStorage.on(delayed);
                Connection connection = delayed.getConnection()) {
            assertThat(Statements.text(
                            connection,
                            "select setting_value from information_schema.settings where setting_name = ?",
                            List.of("WRITE_DELAY")))
                    .isEqualTo("0");
            assertThat(storage.submissions(SubmissionQuery.all())).isEmpty();
        }
    }

    @Test
    void tablesOfANewerProgramAreRefused() throws Exception {
        HikariDataSource pool = H2Url.inMemory();
        JdbiStorage.on(pool).close();
        try (Connection connection = pool.getConnection()) {
            Statements.update(
                    connection,
                    "insert into hub.migration (installed_rank, version, description, type, script, checksum,"
                            + " installed_by, installed_on, execution_time, success)"
                            + " values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'hub', now(), 1, true)",
                    List.of());
        }
        assertThatThrownBy(() -> JdbiStorage.on(pool))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("99")
                .hasMessageContaining("newer program");
        pool.close();
    }

    @Test
    void aPoolMayHandOutConnectionsWithoutAutocommit() throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(TestPostgres.newDatabase().url());
        config.setAutoCommit(false);
        try (HikariDataSource pool = new HikariDataSource(config);
                JdbiStorage storage = JdbiStorage.on(pool)) {
            new SampleOffice(Hub.builder().storage(storage).build()).publish("Sample");
            assertThat(storage.submissions(SubmissionQuery.all())).hasSize(1);
        }
    }

    @Test
    void connectionsOfAnotherIsolationAreRefused() throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(TestPostgres.newDatabase().url());
        config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
        try (HikariDataSource pool = new HikariDataSource(config)) {
            assertThatThrownBy(() -> JdbiStorage.on(pool))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("READ COMMITTED");
        }
    }

    @Test
    void anEmbeddersOwnTablesAreLeftAlone() throws Exception {
        try (HikariDataSource pool = TestPostgres.newDatabase().pool();
                Connection connection = pool.getConnection()) {
            Statements.update(connection, "create table person (id text primary key)", List.of());
            Statements.update(connection, "insert into person values ('theirs')", List.of());
            try (JdbiStorage storage = JdbiStorage.on(pool)) {
                new SampleOffice(Hub.builder().storage(storage).build()).submit("Sample");
                assertThat(storage.person(new PersonId("theirs"))).isEmpty();
            }
            assertThat(Statements.number(connection, "select count(*) from person", List.of()))
                    .isEqualTo(1);
        }
    }

    private static JdbcDataSource h2(String name, String settings) throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(H2.formatted(name) + settings);
        source.setUser("hub");
        return source;
    }
}
