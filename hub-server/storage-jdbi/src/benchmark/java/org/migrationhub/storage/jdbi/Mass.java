package org.migrationhub.storage.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Many published submissions, made by the database itself: what years leave behind. They are for their number only. */
final class Mass {

    private static final String ID = "'mass-' || lpad(cast(n as varchar), 8, '0')";
    private static final String DIGEST = "lpad(cast(n as varchar), 64, '0')";
    private static final String AT = "timestamp with time zone '2026-01-01 00:00:00Z'";

    private Mass() {}

    /** Adds submissions with these numbers, each with a revision, a round of three seats, and 14 entries of the journal. */
    static void add(DataSource connections, int from, int to, boolean isH2) throws SQLException {
        String each = " from generate_series(" + from + ", " + to + ") as g(n)";
        String threeEach = each + " cross join generate_series(1, 3) as h(k)";
        List<String> statements = List.of(
                isH2 ? "set referential_integrity false" : "set session_replication_role = replica",
                "insert into hub.content (digest, body) select " + DIGEST + ", repeat('x', 3000)" + each,
                "insert into hub.submission (id, version, head, kind, submitter, policy, policy_version, stage, revisions,"
                        + " title, language, started_at, changed_at, public_revision) select " + ID + ", 14, " + DIGEST
                        + ", 'practice', 'person-' || mod(n, 5000), 'gcm-2022', 1, 'published', 1, 'Sample ' || n, 'en', "
                        + AT + ", " + AT + ", 1" + each,
                "insert into hub.revision (submission, number, digest, disclosure, at) select " + ID + ", 1, " + DIGEST
                        + ", " + DIGEST + ", " + AT + each,
                "insert into hub.round (submission, number, revision, digest, opened_at, state) select " + ID
                        + ", 1, 1, " + DIGEST + ", " + AT + ", 'judged'" + each,
                "insert into hub.seat (submission, round, number, person, sector, organisations, due, declared, further,"
                        + " state, awaited) select " + ID + ", 1, k, 'reviewer-' || mod(n * 3 + k, 1000), 'un',"
                        + " array['body'], " + AT + ", false, false, 'reviewed', false" + threeEach,
                "insert into hub.review (submission, round, seat, digest, outcome, note, at) select " + ID + ", 1, k, "
                        + DIGEST + ", 'approve', lpad(n || '-' || k, 64, '0'), " + AT + threeEach,
                "insert into hub.note (digest, author, submission, body) select lpad(n || '-' || k, 64, '0'),"
                        + " 'reviewer-' || mod(n * 3 + k, 1000), " + ID + ", '{}'" + threeEach,
                "insert into hub.verdict (submission, round, policy, policy_version, digest, outcome, at) select " + ID
                        + ", 1, 'gcm-2022', 1, " + DIGEST + ", 'approved', " + AT + each,
                "insert into hub.approval (submission, round, seat, digest, outcome) select " + ID + ", 1, k, " + DIGEST
                        + ", 'approve'" + threeEach,
                "insert into hub.publication (submission, revision, round, digest, outcome, at) select " + ID
                        + ", 1, 1, " + DIGEST + ", 'approved', " + AT + each,
                "insert into hub.journal (position, chain, sequence, at, event, hash, entry) select 2000000000 + n * 14 + k,"
                        + " 'submission/' || " + ID + ", k, " + AT + ", 'reviewed', " + DIGEST + ", repeat('x', 450)"
                        + each
                        + " cross join generate_series(1, 14) as h(k)",
                isH2 ? "set referential_integrity true" : "set session_replication_role = origin",
                "analyze");
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
