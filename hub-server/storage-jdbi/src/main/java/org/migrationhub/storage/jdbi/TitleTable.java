package org.migrationhub.storage.jdbi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.migrationhub.core.error.RefusedException;

/** The terms by which what was handed in is found ({@link TitleTerms}). Stateless and thread-safe. */
final class TitleTable {

    private static final List<String> COLUMNS = List.of("term", "submission");

    private TitleTable() {}

    /**
     * That a submission goes by these titles, and by no others. What it went by before and goes by still isn't touched, so
     * that all this may be done at once.
     */
    static void add(Writes writes, String submission, TitleTerms titles) {
        writes.update(
                "delete from hub.title_term where submission = ? and not (term = any(?))",
                submission,
                titles.terms().toArray(String[]::new));
        if (!titles.terms().isEmpty()) {
            writes.add(new Writes.Insert("hub.title_term", COLUMNS, rows(submission, titles), true));
        }
    }

    private static List<List<Object>> rows(String submission, TitleTerms titles) {
        return titles.terms().stream()
                .map(term -> List.<Object>of(term, submission))
                .toList();
    }

    /** Gives what was handed in to a program that kept no terms the terms that it has by now. */
    static final class Filling implements JavaMigration {

        private static final String PAGE = "select s.id, s.title, c.body from hub.submission s"
                + " join hub.revision r on r.submission = s.id and r.number = s.revisions"
                + " join hub.content c on c.digest = r.digest"
                + " where s.id > ? order by s.id limit 200";

        /** What is read of one. */
        private record HandedIn(String id, TitleTerms titles) {}

        @Override
        public MigrationVersion getVersion() {
            return MigrationVersion.fromVersion("13");
        }

        @Override
        public String getDescription() {
            return "terms of titles";
        }

        @Override
        public Integer getChecksum() {
            return 0;
        }

        @Override
        public boolean canExecuteInTransaction() {
            return true;
        }

        @Override
        public void migrate(Context context) throws SQLException {
            Connection connection = context.getConnection();
            List<HandedIn> page = page(connection, "");
            while (!page.isEmpty()) {
                for (HandedIn one : page) {
                    fill(connection, one);
                }
                page = page(connection, page.get(page.size() - 1).id());
            }
        }

        private static List<HandedIn> page(Connection connection, String after) throws SQLException {
            try (PreparedStatement statement = Statements.prepared(connection, PAGE, List.of(after));
                    ResultSet rows = statement.executeQuery()) {
                List<HandedIn> page = new ArrayList<>();
                while (rows.next()) {
                    page.add(new HandedIn(rows.getString(1), titles(rows.getString(2), rows.getString(3))));
                }
                return page;
            }
        }

        /** That a content was altered is told of when it is read; it goes by the title that lists show. */
        private static TitleTerms titles(String title, String body) {
            try {
                return TitleTerms.of(Bodies.content(body));
            } catch (IllegalArgumentException | RefusedException e) {
                return TitleTerms.of(List.of(title));
            }
        }

        private static void fill(Connection connection, HandedIn one) throws SQLException {
            Statements.update(
                    connection,
                    "update hub.submission set titles = ? where id = ?",
                    List.of(one.titles().titles(), one.id()));
            List<List<Object>> rows = rows(one.id(), one.titles());
            if (!rows.isEmpty()) {
                Statements.update(
                        connection,
                        Statements.insertInto("hub.title_term", COLUMNS) + " values " + Statements.rows(rows)
                                + " on conflict do nothing",
                        rows.stream().flatMap(List::stream).toList());
            }
        }
    }
}
