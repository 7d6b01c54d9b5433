package org.migrationhub.storage.jdbi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.migrationhub.core.error.RefusedException;

/**
 * Gives what was handed in to a program that kept no terms the terms that it has by now. A content that was altered meanwhile
 * and can still be read goes by the titles that it has, since it isn't compared with its digest here; one that can't be read
 * goes by the title that lists show. That it was altered is told when it is read.
 */
final class TitleFilling extends Filling {

    /** What has no revision yet is joined to none: it goes by no titles. */
    private static final String PAGE = "select s.id, s.title, c.body from hub.submission s"
            + " join hub.revision r on r.submission = s.id and r.number = s.revisions"
            + " join hub.content c on c.digest = r.digest"
            + " where s.titles is null and s.id > ? order by s.id limit 200";

    TitleFilling() {
        super("13", "terms of titles");
    }

    /** What is read of one. */
    private record HandedIn(String id, TitleTerms titles) {}

    @Override
    String fill(Connection connection, String after) throws SQLException {
        List<HandedIn> page = page(connection, after);
        try (PreparedStatement update =
                connection.prepareStatement("update hub.submission set titles = ? where id = ?")) {
            for (HandedIn one : page) {
                update.setString(1, one.titles().titles());
                update.setString(2, one.id());
                update.addBatch();
            }
            update.executeBatch();
        }
        List<List<Object>> rows = page.stream()
                .flatMap(one -> TitleTable.rows(one.id(), one.titles()).stream())
                .toList();
        StepByStep.insert(connection, new Writes.Insert("hub.title_term", TitleTable.COLUMNS, rows, true));
        return page.isEmpty() ? "" : page.get(page.size() - 1).id();
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

    private static TitleTerms titles(String title, String body) {
        try {
            return TitleTerms.of(Bodies.content(body));
        } catch (IllegalArgumentException | RefusedException e) {
            return TitleTerms.of(List.of(title));
        }
    }
}
