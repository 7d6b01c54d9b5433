package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left in a file when a process is killed between two commits: a copy of it then is the same. */
class H2FileTest {

    /** Space is used again at once, not after 45 seconds. */
    private static final String SETTINGS = ";WRITE_DELAY=0;RETENTION_TIME=0";

    private static final int COMMITS = 40;

    @TempDir
    private Path directory;

    private interface Opening {
        Connection open() throws SQLException;
    }

    @Test
    void everyCommitIsThereAfterAKill() throws SQLException, IOException {
        H2File left = source("left");
        assertThat(lost(left::getConnection, left::letGo)).isZero();
    }

    /** Once this fails, H2 has been mended, and {@link H2File} can go. */
    @Test
    void h2AloneLosesThem() throws SQLException, IOException {
        assertThat(lost(() -> DriverManager.getConnection(url("left"), "hub", ""), () -> {}))
                .isPositive();
    }

    @Test
    void aFileThatIsOpenIsLeftAlone() throws SQLException {
        DataSource source = source("open");
        try (Connection first = source.getConnection();
                Statement statement = first.createStatement()) {
            statement.execute("create table t (id int primary key)");
            try (Connection second = source.getConnection();
                    Connection third = source("open").getConnection()) {
                Statements.update(second, "insert into t values (1)", List.of());
                Statements.update(third, "insert into t values (2)", List.of());
            }
            assertThat(Statements.number(first, "select count(*) from t", List.of()))
                    .isEqualTo(2);
        }
    }

    private long lost(Opening left, Runnable letGo) throws SQLException, IOException {
        long lost = 0;
        try (Connection connection = DriverManager.getConnection(url("written"), "hub", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (id int primary key, body varchar)");
            for (int commit = 1; commit <= COMMITS; commit++) {
                statement.execute("insert into t values (" + commit + ", repeat('x', 300))");
                Files.copy(file("written"), file("left"), StandardCopyOption.REPLACE_EXISTING);
                try (Connection found = left.open()) {
                    lost += commit - Statements.number(found, "select count(*) from t", List.of());
                }
                letGo.run();
            }
        }
        return lost;
    }

    private H2File source(String name) {
        return new H2File(file(name), url(name), "hub");
    }

    private String url(String name) {
        return "jdbc:h2:file:" + directory.resolve(name) + SETTINGS;
    }

    private Path file(String name) {
        return directory.resolve(name + ".mv.db");
    }
}
