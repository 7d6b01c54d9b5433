package org.migrationhub.storage.jdbi;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.review.TransitionTable;
import org.migrationhub.core.storage.WorkingCopy;

/**
 * What is typed and not saved yet. Whoever types on writes one statement, on a row that only whoever ends the working copy
 * locks, too. The first time, the submission's row is locked, so that the base can't go on meanwhile; and that of the author,
 * who may be about to be erased. Stateless beside the database; thread-safe.
 */
final class WorkingCopyTable {

    /** What a working copy of the submission {@code s} begins from, as {@link WorkingCopy#baseOf} says; null for nothing. */
    private static final String BASE = "case when s.stage in (" + savable() + ") then coalesce(s.draft,"
            + " (select r.digest from hub.revision r where r.submission = s.id and r.number = s.revisions)) end";

    private static final String TYPE_ON = "update hub.working_copy set author = ?, digest = ?, kept_at = ?, body = ?"
            + " where submission = ? and digest = ? and base = ?"
            + " and base = (select " + BASE + " from hub.submission s where s.id = ?)";

    private static final String BY_THE_SAME = " and author = ?";

    /** Of what still counts: its base is the present one. */
    private static final String COPIES = "select w.submission, w.author, w.base, w.kept_at, w.body"
            + " from hub.working_copy w join hub.submission s on s.id = w.submission where w.base = (" + BASE + ")";

    private static String savable() {
        return Arrays.stream(StageName.values())
                .filter(stage -> TransitionTable.standard().permits(stage, Act.SAVE_DRAFT))
                .map(stage -> "'" + stage.code() + "'")
                .collect(Collectors.joining(", "));
    }

    private final Database database;
    private final Transactions transactions;

    WorkingCopyTable(Database database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /**
     * Drops what is typed of a submission whose draft is saved, handed in or taken back, or can't be saved any more. It comes
     * after the notes, which lock their authors: whoever erases one locks them before what they typed.
     */
    static void end(Writes writes, String submission) {
        writes.update("delete from hub.working_copy where submission = ?", submission);
    }

    /** Drops what an erased person typed. */
    static void forget(Writes writes, String author) {
        writes.update("delete from hub.working_copy where author = ?", author);
    }

    boolean keep(WorkingCopy copy, @Nullable ContentDigest replaced) {
        if (replaced == null) {
            return database.work(connection -> transactions.in(connection, () -> begin(connection, copy)));
        }
        List<Object> typed = typedOn(copy, replaced);
        List<Object> byTheSame = new ArrayList<>(typed);
        byTheSame.add(copy.author().value());
        return changes(TYPE_ON + BY_THE_SAME, byTheSame)
                || database.work(connection -> transactions.in(connection, () -> takeOver(connection, copy, typed)));
    }

    private static List<Object> typedOn(WorkingCopy copy, ContentDigest replaced) {
        String id = copy.submission().value();
        return List.of(
                copy.author().value(),
                hex(copy.digest()),
                copy.keptAt(),
                Bodies.write(copy.content()),
                id,
                hex(replaced),
                hex(copy.base()),
                id);
    }

    private static boolean takeOver(Connection connection, WorkingCopy copy, List<Object> typed) throws SQLException {
        return !isErased(connection, copy.author()) && Statements.update(connection, TYPE_ON, typed) > 0;
    }

    /** Whoever erases the author waits, or is waited for; so does whoever ends the working copy. */
    private static boolean begin(Connection connection, WorkingCopy copy) throws SQLException {
        String id = copy.submission().value();
        String base = hex(copy.base());
        boolean isBased = Statements.exists(
                connection,
                "select s.id from hub.submission s where s.id = ? and (" + BASE + ") = ? for update",
                List.of(id, base));
        if (!isBased || isErased(connection, copy.author())) {
            return false;
        }
        Statements.update(
                connection, "delete from hub.working_copy where submission = ? and base <> ?", List.of(id, base));
        return insert(connection, copy);
    }

    /** Whether there was none. */
    static boolean insert(Connection connection, WorkingCopy copy) throws SQLException {
        return Statements.update(
                        connection,
                        "insert into hub.working_copy (submission, author, base, digest, kept_at, body)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                        List.of(
                                copy.submission().value(),
                                copy.author().value(),
                                hex(copy.base()),
                                hex(copy.digest()),
                                copy.keptAt(),
                                Bodies.write(copy.content())))
                > 0;
    }

    private static boolean isErased(Connection connection, PersonId author) throws SQLException {
        return Statements.truth(
                connection, "select erased from hub.person where id = ? for update", List.of(author.value()));
    }

    Optional<WorkingCopy> find(SubmissionId id) {
        return copies(" and w.submission = ?", List.of(id.value())).stream().findFirst();
    }

    boolean drop(SubmissionId id, ContentDigest seen) {
        return changes(
                "delete from hub.working_copy where submission = ? and digest = ?", List.of(id.value(), hex(seen)));
    }

    List<WorkingCopy> of(PersonId author, @Nullable SubmissionId after, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(author.value()));
        String page = " and w.author = ?";
        if (after != null) {
            page += " and w.submission < ?";
            parameters.add(after.value());
        }
        parameters.add(limit);
        return copies(page + " order by w.submission desc limit ?", parameters);
    }

    private List<WorkingCopy> copies(String which, List<Object> parameters) {
        return database.read(handle -> {
            var query = handle.createQuery(COPIES + which);
            for (int index = 0; index < parameters.size(); index++) {
                query.bind(index, parameters.get(index));
            }
            return query.map((row, context) -> copy(row)).list();
        });
    }

    private static WorkingCopy copy(ResultSet row) throws SQLException {
        return new WorkingCopy(
                new SubmissionId(row.getString(1)),
                new PersonId(row.getString(2)),
                new ContentDigest(new Sha256(row.getString(3))),
                Bodies.content(row.getString(5)),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    /** Whether the one statement changes a row; it takes its turn like every write. */
    private boolean changes(String sql, List<Object> parameters) {
        return database.work(connection -> {
            transactions.begin();
            try {
                return Statements.update(connection, sql, parameters) > 0;
            } finally {
                transactions.end();
            }
        });
    }

    private static String hex(ContentDigest digest) {
        return digest.sha256().hex();
    }
}
