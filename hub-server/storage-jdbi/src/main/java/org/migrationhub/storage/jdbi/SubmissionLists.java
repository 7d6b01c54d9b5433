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
 * the page needs, and so is what somebody submitted, and what they act on for its submitter; a page of several such lists is
 * the first of all of them together. So what a page costs depends on its
 * length, never on how much there is. Used once.
 */
final class SubmissionLists {

    private static final String COLUMNS =
            "s.id, s.kind, s.stage, s.title, s.language, s.submitter, s.revisions, s.changed_at, s.due";

    /** The same order by no index: so no database walks along all submissions to find the few that it sorts. */
    private static final String SORTED_AFTERWARDS = "s.id || '' desc";

    private final SubmissionQuery query;
    private final List<Object> parameters;

    private SubmissionLists(SubmissionQuery query, List<Object> parameters) {
        this.query = query;
        this.parameters = parameters;
    }

    static List<SubmissionSummary> page(Database database, SubmissionQuery query) {
        List<Object> parameters = new ArrayList<>();
        String sql = sql(query, parameters);
        return database.read(handle -> {
            Query bound = handle.createQuery(sql);
            for (int index = 0; index < parameters.size(); index++) {
                bound.bind(index, parameters.get(index));
            }
            return bound.map((row, context) -> summary(row)).list();
        });
    }

    /** The statement for a page, whose parameters are added to the list. */
    static String sql(SubmissionQuery query, List<Object> parameters) {
        return new SubmissionLists(query, parameters).sql();
    }

    private String sql() {
        List<String> lists = new ArrayList<>();
        if (query.stages().isEmpty()) {
            addLists(null, lists);
        }
        query.stages().forEach(stage -> addLists(stage, lists));
        if (lists.size() == 1) {
            return lists.get(0);
        }
        parameters.add(query.limit());
        return "select * from ((" + String.join(") union all (", lists) + ")) s order by s.id desc limit ?";
    }

    /** Nobody represents themselves: what somebody submitted, and what they act on for others, has nothing in common. */
    private void addLists(@Nullable StageName stage, List<String> lists) {
        lists.add(list(stage, false));
        if (query.submitter() != null) {
            lists.add(list(stage, true));
        }
    }

    /** The first of those of a stage, or of any. H2 reads an index in its order only if all columns are named in order. */
    private String list(@Nullable StageName stage, boolean onBehalf) {
        StringBuilder sql = new StringBuilder("select " + COLUMNS + " from hub.submission s");
        List<String> order = new ArrayList<>();
        if (query.awaited() != null) {
            join(sql, "a.awaited and a.person = ?", query.awaited().value());
        }
        if (query.reviewer() != null) {
            join(sql, "a.person = ? and a.state = 'reviewed'", query.reviewer().value());
        }
        if (query.overdueAt() != null) {
            join(sql, "a.awaited and a.due < ?", Statements.utc(query.overdueAt()));
        }
        if (query.submitter() != null && onBehalf) {
            sql.append(" join hub.representation b on b.submission = s.id and b.person = ?");
            parameters.add(query.submitter().value());
        }
        sql.append(" where true");
        if (query.submitter() != null && !onBehalf) {
            where(sql, "s.submitter = ?", query.submitter().value());
            order.add("s.submitter");
        }
        if (stage != null) {
            where(sql, "s.stage = ?", stage.code());
            order.add("s.stage");
        }
        if (query.after() != null) {
            where(sql, "s.id < ?", query.after().value());
        }
        order.add(
                !onBehalf && query.awaited() == null && query.reviewer() == null && query.overdueAt() == null
                        ? "s.id desc"
                        : SORTED_AFTERWARDS);
        parameters.add(query.limit());
        return sql.append(" order by ")
                .append(String.join(", ", order))
                .append(" limit ?")
                .toString();
    }

    /** Begins with the seats that are asked for, which are few beside all that ever were. */
    private void join(StringBuilder sql, String condition, Object parameter) {
        String name = "seats_" + parameters.size();
        sql.append(" join (select distinct a.submission from hub.seat a where ")
                .append(condition)
                .append(") ")
                .append(name)
                .append(" on ")
                .append(name)
                .append(".submission = s.id");
        parameters.add(parameter);
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
