package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class H2PlanTest extends PlanRules {

    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    /** It is asked for with every public read. */
    @Test
    void theEndOfTheJournalLooksAtItsLastEntryOnly() throws SQLException {
        assertThat(rows(H2Dialect.END, List.of(250_000L))).isEqualTo(1);
    }

    @Override
    HikariDataSource openPool() {
        return H2Url.inMemory();
    }

    @Override
    long rowsLookedAt(Connection connection, String sql, List<Object> parameters) throws SQLException {
        String plan = Statements.text(connection, "explain analyze " + sql, parameters);
        long rows = 0;
        for (Matcher scanned = SCANNED.matcher(plan); scanned.find(); ) {
            rows += Long.parseLong(scanned.group(1));
        }
        if (rows == 0) {
            throw new IllegalStateException("The plan says nothing of rows: " + plan);
        }
        return rows;
    }

    @Override
    String withoutReferences() {
        return "set referential_integrity false";
    }

    @Override
    String withReferences() {
        return "set referential_integrity true";
    }

    @Override
    String bytes(String text) {
        return "cast(" + text + " as bytea)";
    }

    @Override
    String analyze() {
        return "analyze";
    }
}
