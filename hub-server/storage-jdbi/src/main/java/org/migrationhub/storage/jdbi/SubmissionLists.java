package org.migrationhub.storage.jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;
import org.migrationhub.core.vocabulary.Language;

/**
 * Pages of submissions. Each stage is a list of its own, read from its index in the order of the page and no further than
 * the page needs; a page of several stages is the first of all of them together. So what a page costs depends on its
 * length, never on how much there is. Used once.
 */
final class SubmissionLists {

    private static final String COLUMNS =
            "s.id, s.kind, s.stage, s.title, s.language, s.submitter, s.revisions, s.changed_at, s.due";

    private final SubmissionQuery query;
    private final List<Object> parameters = new ArrayList<>();

    private SubmissionLists(SubmissionQuery query) {
        this.query = query;
    }

    static List<SubmissionSummary> page(Database database, SubmissionQuery query) {
        SubmissionLists lists = new SubmissionLists(query);
        String sql = lists.sql();
        return database.read(handle -> {
            Query bound = handle.createQuery(sql);
            for (int index = 0; index < lists.parameters.size(); index++) {
                bound.bind(index, lists.parameters.get(index));
            }
            return bound.map((row, context) -> summary(row)).list();
        });
    }

    private String sql() {
        if (query.stages().isEmpty()) {
            return list(null);
        }
        List<String> lists = query.stages().stream().map(this::list).toList();
        if (lists.size() == 1) {
            return lists.get(0);
        }
        parameters.add(query.limit());
        return "select * from ((" + String.join(") union all (", lists) + ")) s order by s.id desc limit ?";
    }

    private String list(@Nullable StageName stage) {
        StringBuilder sql = new StringBuilder("select " + COLUMNS + " from hub.submission s where true");
        if (stage != null) {
            where(sql, "s.stage = ?", stage.code());
        }
        if (query.submitter() != null) {
            where(sql, "s.submitter = ?", query.submitter().value());
        }
        if (query.awaited() != null) {
            where(
                    sql,
                    "s.id in (select a.submission from hub.seat a where a.awaited and a.person = ?)",
                    query.awaited().value());
        }
        if (query.overdueAt() != null) {
            where(
                    sql,
                    "s.id in (select o.submission from hub.seat o where o.awaited and o.due < ?)",
                    Statements.utc(query.overdueAt()));
        }
        if (query.after() != null) {
            where(sql, "s.id < ?", query.after().value());
        }
        parameters.add(query.limit());
        return sql.append(" order by s.id desc limit ?").toString();
    }

    private void where(StringBuilder sql, String condition, Object parameter) {
        sql.append(" and ").append(condition);
        parameters.add(parameter);
    }

    private static SubmissionSummary summary(ResultSet row) throws SQLException {
        return new SubmissionSummary(
                new SubmissionId(row.getString(1)),
                kind(row.getString(2)),
                stage(row.getString(3)),
                row.getString(4),
                new Language(row.getString(5)),
                new PersonId(row.getString(6)),
                row.getInt(7),
                instant(row, 8),
                instant(row, 9));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Kind kind(String code) {
        return Kind.find(code).orElseThrow(() -> new IllegalStateException("Unknown kind " + code));
    }

    private static StageName stage(String code) {
        return StageName.find(code).orElseThrow(() -> new IllegalStateException("Unknown stage " + code));
    }
}
