package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
