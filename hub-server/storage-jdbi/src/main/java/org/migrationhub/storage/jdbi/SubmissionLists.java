package org.migrationhub.storage.jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.FoldedName;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;
import org.migrationhub.core.vocabulary.Language;

/**
 * Pages of submissions. Each stage is a list of its own, read from its index in the order of the page and no further than
 * the page needs; so is what somebody acts on for its submitter, and a page of several lists is the first of all of them
 * together. So what a page costs depends on its
 * length, never on how much there is. Used once.
 */
final class SubmissionLists {

    private static final String COLUMNS =
            "s.id, s.kind, s.stage, s.title, s.language, s.submitter, s.revisions, s.changed_at, s.due";

    /** The same order by no index: so no database walks along all submissions to find the few that it sorts. */
    private static final String SORTED_AFTERWARDS = "s.id || '' desc";

    private static final Set<StageName> HANDED_IN = EnumSet.complementOf(EnumSet.of(StageName.DRAFT));

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
        FoldedName wanted = FoldedName.of(query.titled());
        return wanted.isEmpty() ? ofStages() : titled(wanted);
    }

    private String ofStages() {
        List<String> lists = new ArrayList<>();
        if (query.stages().isEmpty()) {
            lists.add(list(null));
        }
        query.stages().forEach(stage -> lists.add(list(stage)));
        if (query.submitter() != null) {
            lists.add(onBehalf(query.submitter()));
        }
        if (lists.size() == 1) {
            return lists.get(0);
        }
        parameters.add(query.limit());
        return "select * from ((" + String.join(") union all (", lists) + ")) s order by s.id desc limit ?";
    }

    /** The first of those of a stage, or of any. H2 reads an index in its order only if all columns are named in order. */
    private String list(@Nullable StageName stage) {
        StringBuilder sql = new StringBuilder("select " + COLUMNS + " from hub.submission s");
        List<String> order = new ArrayList<>();
        boolean ofSeats = joinSeats(sql);
        sql.append(" where true");
        if (query.submitter() != null) {
            where(sql, "s.submitter = ?", query.submitter().value());
            order.add("s.submitter");
        }
        if (stage != null) {
            where(sql, "s.stage = ?", stage.code());
            order.add("s.stage");
        }
        order.add(ofSeats ? SORTED_AFTERWARDS : "s.id desc");
        return page(sql, String.join(", ", order));
    }

    /**
     * What somebody acts on for its submitter, which is nothing that they submitted. It is little beside all that there is, so
     * no database shall begin with the stages: they are asked for as no index has them (codes have no upper case).
     */
    private String onBehalf(PersonId person) {
        StringBuilder sql = new StringBuilder(
                "select " + COLUMNS + " from hub.representation b join hub.submission s on s.id = b.submission");
        joinSeats(sql);
        sql.append(" where true");
        where(sql, "b.person = ?", person.value());
        whereInStages(sql);
        return page(sql, SORTED_AFTERWARDS);
    }

    /** As no index has them. */
    private void whereInStages(StringBuilder sql) {
        if (!query.stages().isEmpty()) {
            List<String> places = query.stages().stream().map(stage -> "?").toList();
            sql.append(" and lower(s.stage) in (")
                    .append(String.join(", ", places))
                    .append(")");
            query.stages().forEach(stage -> parameters.add(stage.code()));
        }
    }

    /**
     * What goes by these words, read from the index of their term in the order of the page. What else is asked for is looked
     * at in each: so with that, it grows with how many titles have the term. The submissions are joined by no index that has them
     * in the same order: so no database walks along all of them beside the term.
     */
    private String titled(FoldedName wanted) {
        StringBuilder sql = new StringBuilder(
                "select " + COLUMNS + " from hub.title_term t join hub.submission s on s.id = t.submission || ''");
        joinSeats(sql);
        sql.append(" where true");
        where(sql, "t.term = ?", TitleTerms.of(wanted));
        where(sql, "position(cast(? as varchar) in s.titles) > 0", wanted.words());
        if (query.submitter() != null) {
            String person = query.submitter().value();
            where(
                    sql,
                    "(s.submitter = ? or exists (select 1 from hub.representation b where b.submission = s.id"
                            + " and b.person = ?))",
                    person);
            parameters.add(person);
        }
        if (!query.stages().containsAll(HANDED_IN)) { // else all that has titles, which no database can know
            whereInStages(sql);
        }
        return page(sql, "t.submission", "t.term, t.submission desc");
    }

    private String page(StringBuilder sql, String order) {
        return page(sql, "s.id", order);
    }

    private String page(StringBuilder sql, String id, String order) {
        if (query.after() != null) {
            where(sql, id + " < ?", query.after().value());
        }
        parameters.add(query.limit());
        return sql.append(" order by ").append(order).append(" limit ?").toString();
    }

    /** Whether there are any to join. */
    private boolean joinSeats(StringBuilder sql) {
        if (query.awaited() != null) {
            join(sql, "a.awaited and a.person = ?", query.awaited().value());
        }
        if (query.reviewer() != null) {
            join(sql, "a.person = ? and a.state = 'reviewed'", query.reviewer().value());
        }
        if (query.overdueAt() != null) {
            join(sql, "a.awaited and a.due < ?", Statements.utc(query.overdueAt()));
        }
        return query.awaited() != null || query.reviewer() != null || query.overdueAt() != null;
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
