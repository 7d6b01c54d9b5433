package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.Hub;

/** What must hold on H2 when something goes wrong. */
class H2DialectTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void whatCouldNotBeCommittedIsUndoneAndNothingStaysUnderWay() throws Exception {
        try (HikariDataSource pool = H2Url.inMemory();
                JdbiStorage storage = JdbiStorage.on(pool);
                Connection connection = pool.getConnection()) {
            H2Dialect dialect = H2Dialect.of(connection, H2Url.identity(connection));
            Writes writes = Writes.stepwise(new Writes.Insert(
                    "hub.checkpoint",
                    List.of("number", "covers", "at", "hash"),
                    List.of(List.of(1L, 0L, NOW, "0".repeat(64))),
                    true));

            assertThatThrownBy(() -> dialect.store(withoutCommit(connection), writes))
                    .isInstanceOf(SQLException.class);

            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(Statements.number(connection, "select count(*) from hub.checkpoint", List.of()))
                    .isZero();
            new SampleOffice(Hub.builder().storage(storage).build());
            assertThat(storage.feed(0, 1_000)).isNotEmpty();
            dialect.close();
        }
    }

    @Test
    void aStorageThatIsClosedTwiceLeavesThePositionsToTheOthers() {
        try (HikariDataSource pool = H2Url.inMemory();
                JdbiStorage open = JdbiStorage.on(pool)) {
            SampleOffice here = new SampleOffice(Hub.builder().storage(open).build());
            JdbiStorage closed = JdbiStorage.on(pool);
            closed.close();
            closed.close();
            try (JdbiStorage late = JdbiStorage.on(pool)) {
                new SampleOffice(Hub.builder().storage(late).build());
                here.submit("Sample");
                assertThat(open.end()).isEqualTo(late.end());
            }
        }
    }

    private static Connection withoutCommit(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        throw new SQLException("the disk is full", "90028");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
