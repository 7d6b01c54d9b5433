package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program that is killed, or fails, while it makes its tables on H2, where each statement is committed by itself. */
class InterruptedMigrationTest {

    @ParameterizedTest
    @CsvSource({
        "0, h2/V1__types.sql",
        "1, common/V2__tables.sql",
        "2, h2/V3__unchangeable.sql",
        "3, common/V5__attachments.sql",
        "11, common/V12__titles.sql",
        "13, common/V14__organisation_places.sql"
    })
    void theNextStartComesToTheSameEndWhereverAMigrationWasCutOff(String before, String migration) throws Exception {
        List<String> whole;
        try (HikariDataSource pool = H2Url.inMemory()) {
            Schema.HUB.bringUpToDate(pool, "h2");
            whole = tables(pool);
        }
        List<String> statements = statements(migration);
        assertThat(statements).hasSizeGreaterThan(1);
        for (int done = 1; done <= statements.size(); done++) {
            try (HikariDataSource pool = H2Url.inMemory()) {
                Schema.HUB.migrations(pool, "h2").target(before + "?").load().migrate();
                run(pool, statements.subList(0, done));

                Schema.HUB.bringUpToDate(pool, "h2");

                assertThat(tables(pool)).as("after statement %d", done).isEqualTo(whole);
            }
        }
    }

    @Test
    void theNextStartRunsAgainWhatFailedHalfWay() throws Exception {
        List<String> whole;
        try (HikariDataSource pool = H2Url.inMemory()) {
            Schema.HUB.bringUpToDate(pool, "h2");
            whole = tables(pool);
        }
        try (HikariDataSource pool = H2Url.inMemory()) {
            Schema.HUB.migrations(pool, "h2").target("11").load().migrate();
            run(pool, List.of("create table title_term (nothing integer)"));
            for (int tries = 0; tries < 2; tries++) {
                assertThatThrownBy(() -> Schema.HUB.bringUpToDate(pool, "h2"))
                        .as("the index on title_term has no columns")
                        .isInstanceOf(FlywayException.class)
                        .hasMessageContaining("V12__titles.sql");
            }
            assertThat(tables(pool)).isNotEqualTo(whole);
            run(pool, List.of("drop table title_term"));

            Schema.HUB.bringUpToDate(pool, "h2");

            assertThat(tables(pool)).isEqualTo(whole);
        }
    }

    private static List<String> statements(String migration) throws IOException {
        try (InputStream script = Schema.class.getResourceAsStream(migration)) {
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8).replaceAll("--.*", "");
            return Arrays.stream(text.split(";", -1))
                    .filter(part -> !part.isBlank())
                    .toList();
        }
    }

    private static void run(HikariDataSource pool, List<String> statements) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set schema hub");
            for (String one : statements) {
                statement.execute(one);
            }
            statement.execute("set schema public"); // the connection goes back into the pool
        }
    }

    /** What defines the tables; names that H2 gives by counting are left out, and who defined them. */
    private static List<String> tables(HikariDataSource pool) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet script = statement.executeQuery("script nodata nopasswords nosettings")) {
            while (script.next()) {
                String line = script.getString(1).replaceAll("(?i)(constraint|index|primary_key)_[0-9a-f_]+", "$1");
                if (line.matches("(?is)(create|alter).*")) {
                    lines.add(line);
                }
            }
        }
        lines.sort(null);
        return lines;
    }
}
