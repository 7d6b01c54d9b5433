package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.FeaturedPlace;
import org.migrationhub.core.storage.OrganisationPlace;
import org.migrationhub.core.storage.OrganisationQuery;
import org.migrationhub.core.storage.SubmissionQuery;

/**
 * That pages of lists are read from indexes, however much there is: with 100,000 submissions, 300,000 seats and 300,000
 * entries of the journal, no page looks at more than some hundred rows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlanRules {

    private static final int SUBMISSIONS = 100_000;
    private static final int PAGE = 20;

    /** Rows that a page may look at: of each of eleven stages a page, twice, and some for what is sorted. */
    private static final long MOST_ROWS = 1_000;

    private HikariDataSource pool;
    private JdbiStorage storage;

    abstract HikariDataSource openPool() throws Exception;

    /** How many rows the statement looked at, by what the database says of its plan. */
    abstract long rowsLookedAt(Connection connection, String sql, List<Object> parameters) throws SQLException;

    abstract String withoutReferences();

    abstract String withReferences();

    abstract String analyze();

    /** The expression for the bytes of a text. */
    abstract String bytes(String text);

    @BeforeAll
    void fill() throws Exception {
        pool = openPool();
        storage = JdbiStorage.on(pool);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(withoutReferences());
            statement.execute("insert into hub.submission (id, version, head, kind, submitter, policy, policy_version,"
                    + " stage, revisions, title, language, started_at, changed_at, public_revision, featured_at, titles)"
                    + " select 's-' || lpad(cast(n as varchar), 8, '0'), 3, repeat('0', 64), 'practice',"
                    + " 'person-' || mod(n, 5000), 'gcm-2022', 1, " + stage()
                    + ", 1, 'Sample ' || n, 'en', now(), now(),"
                    + " case when mod(n, 100) < 80 then 1 end,"
                    + " case when mod(n, 100) = 7 then timestamp with time zone '2026-01-01 00:00:00Z' end,"
                    + " ' sample ' || n || ' ' || mod(n, 1000) || ' '"
                    + " from generate_series(1, " + SUBMISSIONS + ") as g(n)");
            statement.execute("insert into hub.seat (submission, round, number, person, sector, organisations, due,"
                    + " declared, further, state, awaited)"
                    + " select 's-' || lpad(cast(n as varchar), 8, '0'), 1, k, 'reviewer-' || mod(n * 3 + k, 1000), 'un',"
                    + " array['body'], timestamp with time zone '2026-01-01 00:00:00Z', false, false,"
                    + " case when mod(n, 2000) = 99 then 'accepted' else 'reviewed' end, mod(n, 2000) = 99"
                    + " from generate_series(1, " + SUBMISSIONS + ") as g(n) cross join generate_series(1, 3) as h(k)");
            statement.execute("insert into hub.representation (submission, person, note, at)"
                    + " select 's-' || lpad(cast(n * 50 as varchar), 8, '0'), 'clerk-' || mod(n, 100), repeat('0', 64), now()"
                    + " from generate_series(1, " + SUBMISSIONS / 50 + ") as g(n)");
            statement.execute("insert into hub.journal (position, chain, sequence, at, event, hash, entry)"
                    + " select (n - 1) * 3 + k, 'submission/s-' || lpad(cast(n as varchar), 8, '0'), k, now(), 'draft-saved',"
                    + " repeat('0', 64), '{}' from generate_series(1, " + SUBMISSIONS + ") as g(n)"
                    + " cross join generate_series(1, 3) as h(k)");
            for (String term :
                    List.of("'sample'", "'sample ' || n", "n || ' ' || mod(n, 1000)", "'k' || mod(n, 1000)")) {
                statement.execute("insert into hub.title_term (term, submission)"
                        + " select " + term + ", 's-' || lpad(cast(n as varchar), 8, '0')"
                        + " from generate_series(1, " + SUBMISSIONS + ") as g(n)");
            }
            statement.execute("insert into hub.organisation (id, version, head, name, aliases, sector, names, place)"
                    + " select 'o-' || lpad(cast(100000 - n as varchar), 8, '0'), 1, repeat('0', 64), 'Sample ' || n,"
                    + " array['alias'], 'un', ' sample ' || n || ' ', " + bytes("lpad(cast(n as varchar), 8, '0')")
                    + " from generate_series(1, " + SUBMISSIONS + ") as g(n)");
            statement.execute("insert into hub.organisation_word (word, organisation)"
                    + " select cast(mod(n, 2000) as varchar), 'o-' || lpad(cast(100000 - n as varchar), 8, '0')"
                    + " from generate_series(1, " + SUBMISSIONS + ") as g(n)");
            statement.execute(withReferences());
            statement.execute(analyze());
        }
    }

    /** Four fifths are public, as in a hub that has gone on for years; few are in review, and fewest returned. */
    private static String stage() {
        return "case when mod(n, 100) < 80 then 'published' when mod(n, 100) < 90 then 'declined'"
                + " when mod(n, 100) < 97 then 'draft' when mod(n, 2000) = 99 then 'in-review'"
                + " when n = 50098 then 'changes-requested' else 'submitted' end";
    }

    @AfterAll
    void close() {
        storage.close();
        pool.close();
    }

    static List<SubmissionQuery> queries() {
        Set<StageName> publicStages = Set.of(
                StageName.PUBLISHED,
                StageName.UPDATE_SUBMITTED,
                StageName.UPDATE_IN_REVIEW,
                StageName.UPDATE_CHANGES_REQUESTED);
        SubmissionQuery page = SubmissionQuery.all().limit(PAGE);
        SubmissionQuery deep = page.after(new SubmissionId("s-00040000"));
        Instant later = Instant.parse("2026-02-01T00:00:00Z");
        return List.of(
                page,
                deep,
                page.in(publicStages),
                page.in(Set.of(StageName.PUBLISHED)),
                deep.in(publicStages),
                page.in(Set.of(StageName.CHANGES_REQUESTED)),
                deep.in(Set.of(StageName.CHANGES_REQUESTED, StageName.IN_REVIEW, StageName.SUBMITTED)),
                page.in(Set.of(StageName.values())),
                page.by(new PersonId("person-7")),
                deep.by(new PersonId("person-7")),
                page.by(new PersonId("person-7")).in(Set.of(StageName.PUBLISHED, StageName.DRAFT)),
                page.by(new PersonId("nobody")),
                page.by(new PersonId("clerk-7")),
                deep.by(new PersonId("clerk-7")),
                page.by(new PersonId("clerk-7")).in(Set.of(StageName.PUBLISHED, StageName.DRAFT)),
                page.awaiting(new PersonId("reviewer-300")),
                page.awaiting(new PersonId("reviewer-300")).in(Set.of(StageName.IN_REVIEW)),
                page.awaiting(new PersonId("nobody")),
                page.reviewedBy(new PersonId("nobody")),
                page.titled("Sample"),
                deep.titled("Sample").in(EnumSet.complementOf(EnumSet.of(StageName.DRAFT))),
                page.titled("Sample 50000"),
                page.titled("Nothing"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aPageOfSubmissionsLooksAtNoMoreThanItNeeds(SubmissionQuery query) throws Exception {
        List<Object> parameters = new ArrayList<>();
        String sql = SubmissionLists.sql(query, parameters);
        assertThat(rows(sql, parameters)).as(sql).isLessThanOrEqualTo(MOST_ROWS);
        assertThat(storage.submissions(query)).hasSizeLessThanOrEqualTo(PAGE);
    }

    @Test
    void whatIsFeaturedIsReadFromItsIndex() throws Exception {
        FeaturedPlace deep = new FeaturedPlace(Instant.parse("2026-01-01T00:00:00Z"), new SubmissionId("s-00040000"));
        for (FeaturedPlace after : Arrays.asList(null, deep)) {
            assertThat(rows(FeaturedList.PAGE, FeaturedList.parameters(after, PAGE)))
                    .isLessThanOrEqualTo(MOST_ROWS);
            assertThat(storage.featured(after, PAGE)).hasSize(PAGE);
        }
    }

    /** It grows with what is awaited, 150 seats here, not with what there is. */
    @Test
    void overdueSeatsAreFoundAmongThoseAwaited() throws Exception {
        SubmissionQuery query = SubmissionQuery.all()
                .overdue(Instant.parse("2026-02-01T00:00:00Z"))
                .limit(PAGE);
        List<Object> parameters = new ArrayList<>();
        String sql = SubmissionLists.sql(query, parameters);
        assertThat(rows(sql, parameters)).as(sql).isLessThanOrEqualTo(MOST_ROWS);
        assertThat(storage.submissions(query)).hasSize(PAGE);
    }

    /** It grows with what that person has reviewed, 300 seats here, not with what there is. */
    @Test
    void whatSomebodyHasReviewedIsFoundAmongTheirSeats() throws Exception {
        SubmissionQuery query =
                SubmissionQuery.all().reviewedBy(new PersonId("reviewer-300")).limit(PAGE);
        List<Object> parameters = new ArrayList<>();
        String sql = SubmissionLists.sql(query, parameters);
        assertThat(rows(sql, parameters)).as(sql).isLessThanOrEqualTo(10 * MOST_ROWS);
        assertThat(storage.submissions(query)).hasSize(PAGE);
    }

    @Test
    void aPageOfOrganisationsIsReadFromTheIndexOfTheirNames() throws Exception {
        OrganisationPlace deep = new OrganisationPlace("00040000", new OrganisationId("o-00060000"));
        OrganisationQuery page = OrganisationQuery.all().limit(PAGE);
        for (OrganisationQuery query :
                List.of(page, page.after(deep), page.named("7"), page.named("7").after(deep))) {
            List<Object> parameters = new ArrayList<>();
            String sql = PeopleTable.sql(query, parameters);
            assertThat(rows(sql, parameters)).as(sql).isLessThanOrEqualTo(MOST_ROWS);
        }
        assertThat(storage.organisations(page.after(deep)))
                .extracting(Organisation::name)
                .hasSize(PAGE)
                .startsWith("Sample 40001", "Sample 40002");
    }

    @Test
    void openSeatsLookAtThoseOfThePersonOnly() throws Exception {
        Object both = new String[] {"reviewer-300", "reviewer-301"};
        assertThat(rows(SubmissionTable.OPEN_SEATS, List.of(both))).isLessThanOrEqualTo(MOST_ROWS);
    }

    @Test
    void aChainLooksAtItsOwnEntriesOnly() throws Exception {
        assertThat(rows(JournalTable.CHAIN, List.of("submission/s-00050000", 1L, PAGE)))
                .isLessThanOrEqualTo(MOST_ROWS);
        assertThat(rows(JournalTable.HEAD, List.of("submission/s-00050000"))).isLessThanOrEqualTo(PAGE);
    }

    @Test
    void theFeedLooksAtThePageOnly() throws Exception {
        assertThat(rows(
                        "select position, entry from hub.journal where position > ? and position <= ? order by position"
                                + " limit ?",
                        List.of(150_000L, 300_000L, PAGE)))
                .isLessThanOrEqualTo(MOST_ROWS);
    }

    final long rows(String sql, List<Object> parameters) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return rowsLookedAt(connection, sql, parameters);
        }
    }
}
