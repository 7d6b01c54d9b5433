package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.core.archive.HubArchive;
import org.migrationhub.core.kit.SampleHub;
import org.migrationhub.core.review.Policies;

/** An application keeps tables of its own beside the hub's. */
class OwnTablesTest {

    private static final String FOLDER = "org/migrationhub/storage/jdbi/own";

    @TempDir
    private Path directory;

    @Test
    void onH2InMemoryAWriteHappensWhollyOrNotAtAll() {
        assertAllOrNothing(JdbiStorage.inMemory());
    }

    @Test
    void inAnH2FileAWriteHappensWhollyOrNotAtAll() {
        assertAllOrNothing(JdbiStorage.file(directory.resolve("own")));
    }

    @Test
    void onPostgresAWriteHappensWhollyOrNotAtAll() throws SQLException, IOException {
        try (HikariDataSource pool = TestPostgres.newDatabase().pool()) {
            assertAllOrNothing(JdbiStorage.on(pool));
        }
    }

    private static void assertAllOrNothing(JdbiStorage opened) {
        try (JdbiStorage storage = opened) {
            storage.migrate("own", FOLDER);
            storage.migrate("own", FOLDER); // as at every start
            storage.write(connection -> insert(connection, "first"));
            assertThatIllegalStateException()
                    .isThrownBy(() -> storage.write(connection -> {
                        insert(connection, "second");
                        throw new IllegalStateException("the application thinks better of it");
                    }));
            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            storage.write(connection -> insert(connection, "third") + insert(connection, "first")));
            assertThat(storage.read(OwnTablesTest::rooms)).isEqualTo(1);
        }
    }

    @Test
    void onH2WhatIsRestoredIsRestoredTogetherOrNotAtAll() throws IOException {
        assertRestoredTogether(JdbiStorage.file(directory.resolve("restored")));
    }

    @Test
    void onPostgresWhatIsRestoredIsRestoredTogetherOrNotAtAll() throws SQLException, IOException {
        try (HikariDataSource pool = TestPostgres.newDatabase().pool()) {
            assertRestoredTogether(JdbiStorage.on(pool));
        }
    }

    /** The application's rows come with the hub in one step, whichever of both fails. */
    private void assertRestoredTogether(JdbiStorage opened) throws IOException {
        Path archive = directory.resolve("hub.zip");
        try (JdbiStorage memory = JdbiStorage.inMemory();
                OutputStream out = Files.newOutputStream(archive)) {
            SampleHub.fill(memory);
            HubArchive.write(memory, out);
        }
        try (JdbiStorage storage = opened) {
            storage.migrate("own", FOLDER);
            assertThatIllegalStateException()
                    .isThrownBy(() -> read(
                            archive, storage, connection -> insert(connection, "first") + insert(connection, "first")));
            assertThat(storage.end()).isZero();
            assertThat(storage.read(OwnTablesTest::rooms)).isZero();
            read(archive, storage, connection -> insert(connection, "first"));
            assertThat(storage.end()).isPositive();
            assertThat(storage.read(OwnTablesTest::rooms)).isEqualTo(1);
            read(archive, storage, connection -> insert(connection, "not asked for"));
            assertThat(storage.read(OwnTablesTest::rooms)).isEqualTo(1);
        }
    }

    private static void read(Path archive, JdbiStorage storage, JdbiStorage.Work<?> beside) throws IOException {
        HubArchive.read(
                () -> Files.newInputStream(archive),
                storage,
                (checked, aggregates) -> storage.restore(aggregates, beside),
                Policies.presets(),
                InstantSource.system());
    }

    @Test
    void theStoragesOwnSchemaIsTaken() {
        try (JdbiStorage storage = JdbiStorage.inMemory()) {
            assertThatIllegalArgumentException().isThrownBy(() -> storage.migrate("hub", FOLDER));
        }
    }

    private static int insert(Connection connection, String id) throws SQLException {
        return Statements.update(connection, "insert into own.room (id, seats) values (?, ?)", List.of(id, 3));
    }

    private static long rooms(Connection connection) throws SQLException {
        return Statements.number(connection, "select count(*) from own.room", List.of());
    }
}
