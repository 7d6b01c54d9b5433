package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationhub.core.storage.StorageUnavailableException;

/** Which failures are said to pass. */
class DatabaseTest {

    /**
     * Of PostgreSQL: broken, read-only after a failover, a serialization failure, a deadlock, a lock not to be had, a full
     * disk, too many connections, cancelled, shut down, an error of the disk; of H2: a deadlock, a lock not to be had, closed.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "25006", "40001", "40P01", "55P03", "53100", "53300", "57014", "57P01", "58030", "HYT00",
                "90098"
            })
    void theyPass(String state) {
        try (HikariDataSource pool = H2Url.inMemory()) {
            assertThatThrownBy(() -> new Database(pool).work(connection -> fail(state)))
                    .isInstanceOf(StorageUnavailableException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "22021", "25P02"})
    void theyDoNotPass(String state) {
        try (HikariDataSource pool = H2Url.inMemory()) {
            assertThatThrownBy(() -> new Database(pool).work(connection -> fail(state)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    /** It gets into the log. */
    @Test
    void aFailureDoesNotRepeatWhatWasAskedAbout() {
        try (HikariDataSource pool = H2Url.inMemory()) {
            assertThatThrownBy(() -> new Database(pool)
                            .read(handle -> handle.createQuery("select 1 from nowhere where name = :name")
                                    .bind("name", "Sample person")
                                    .mapTo(Integer.class)
                                    .list()))
                    .isInstanceOf(JdbiException.class)
                    .hasMessageContaining("nowhere")
                    .hasMessageNotContaining("Sample person");
        }
    }

    /** The pool takes such a connection away, so that it can't be told to undo anything: that must not hide why. */
    @Test
    void aConnectionThatBreaksWithinATransactionPasses() throws Exception {
        try (HikariDataSource pool = TestPostgres.newDatabase().pool()) {
            String end = "select pg_terminate_backend(pg_backend_pid())";
            assertThatThrownBy(() -> new Database(pool)
                            .work(connection -> Transactions.atOnce()
                                    .in(connection, () -> Statements.exists(connection, end, List.of()))))
                    .isInstanceOf(StorageUnavailableException.class);
        }
    }

    private static Object fail(String state) throws SQLException {
        throw new SQLException("as the database says", state);
    }
}
