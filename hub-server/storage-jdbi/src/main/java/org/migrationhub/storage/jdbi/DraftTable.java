package org.migrationhub.storage.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.storage.Words;

/**
 * Which contents were ever saved as a draft of which submission: so that it is known who else names one, once it is to go with
 * its submitter's data. Stateless beside the database; thread-safe.
 */
final class DraftTable {

    private static final String LEFT =
            "select distinct s.id from hub.draft d join hub.submission s on s.id = d.submission"
                    + " join hub.person p on p.id = s.submitter where p.erased order by s.id";

    private static final String SHOW_NOTHING = "update hub.submission set draft = null,"
            + " title = case when revisions = 0 then ? else title end,"
            + " language = case when revisions = 0 then ? else language end where id = ?";

    private static final String NAMED_BY_NOBODY =
            " not exists (select 1 from hub.draft d where d.content = ?) and not exists"
                    + " (select 1 from hub.revision r where r.digest = ?)";

    private final Database database;
    private final Dialect dialect;

    DraftTable(Database database, Dialect dialect) {
        this.database = database;
        this.dialect = dialect;
    }

    /**
     * That a submission names a draft. It comes after the journal's entries, which wait for whoever forgets drafts: so nothing
     * is kept that refers to a content which was just dropped.
     */
    static void add(Writes writes, String submission, String content) {
        writes.add(new Writes.Insert(
                "hub.draft", List.of("content", "submission"), List.of(List.of(content, submission)), true));
    }

    /** See {@link org.migrationhub.core.storage.SubmissionStore#forgetDrafts}; meanwhile nobody commits. */
    int forget() {
        boolean isNothingLeft = database.work(connection -> left(connection).isEmpty());
        return isNothingLeft ? 0 : database.work(connection -> dialect.alone(connection, () -> forget(connection)));
    }

    private static int forget(Connection connection) throws SQLException {
        int forgotten = 0;
        for (String submission : left(connection)) {
            forgotten += forget(connection, submission);
        }
        return forgotten;
    }

    private static List<String> left(Connection connection) throws SQLException {
        return Statements.texts(connection, LEFT, List.of());
    }

    private static int forget(Connection connection, String submission) throws SQLException {
        List<String> id = List.of(submission);
        List<String> contents =
                Statements.texts(connection, "select content from hub.draft where submission = ? order by content", id);
        ContentItem nothing = Words.forgotten(Kind.PRACTICE); // a resource has the same title and language
        Statements.update(connection, "delete from hub.working_copy where submission = ?", id);
        Statements.update(
                connection,
                SHOW_NOTHING,
                List.of(nothing.title(), nothing.language().tag(), submission));
        Statements.update(connection, "delete from hub.draft where submission = ?", id);
        int forgotten = 0;
        for (String content : contents) {
            List<String> digest = List.of(content, content, content);
            Statements.update(
                    connection, "delete from hub.content_attachment where content = ? and" + NAMED_BY_NOBODY, digest);
            forgotten += Statements.update(
                    connection, "delete from hub.content where digest = ? and" + NAMED_BY_NOBODY, digest);
        }
        return forgotten;
    }
}
