package org.migrationhub.storage.jdbi;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class PostgresPlanTest extends PlanRules {

    /** Of each node that reads a table or an index: the rows of each loop, and how many loops. */
    private static final Pattern SCANNED =
            Pattern.compile("Scan[^\\n]*\\(actual rows=(\\d+) loops=(\\d+)\\)(?:\\n(?!.*(?:Scan|->)).*)*");

    private static final Pattern FILTERED = Pattern.compile("Rows Removed by (?:Filter|Index Recheck): (\\d+)");

    @Override
    HikariDataSource openPool() throws Exception {
        return TestPostgres.newDatabase().pool();
    }

    @Override
    long rowsLookedAt(Connection connection, String sql, List<Object> parameters) throws SQLException {
        String plan = plan(connection, "explain (analyze, costs off, timing off) " + sql, parameters);
        long rows = 0;
        for (Matcher scanned = SCANNED.matcher(plan); scanned.find(); ) {
            long loops = Long.parseLong(scanned.group(2));
            rows += Long.parseLong(scanned.group(1)) * loops;
            for (Matcher filtered = FILTERED.matcher(scanned.group()); filtered.find(); ) {
                rows += Long.parseLong(filtered.group(1)) * loops;
            }
        }
        if (!plan.contains("Scan")) {
            throw new IllegalStateException("The plan says nothing of rows: " + plan);
        }
        return rows;
    }

    private static String plan(Connection connection, String sql, List<Object> parameters) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (PreparedStatement statement = Statements.prepared(connection, sql, parameters);
                ResultSet lines = statement.executeQuery()) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    @Override
    String withoutReferences() {
        return "set session_replication_role = replica";
    }

    @Override
    String withReferences() {
        return "set session_replication_role = origin";
    }

    @Override
    String bytes(String text) {
        return "convert_to(" + text + ", 'UTF8')";
    }

    @Override
    String analyze() {
        return "analyze";
    }
}
