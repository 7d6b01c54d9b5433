package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.Hub;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;

/** What a program kept that knew no search by titles. */
class EarlierTitlesTest {

    @Test
    void whatIsInAnEarlierH2IsFoundByItsTitle() throws Exception {
        try (HikariDataSource pool = H2Url.inMemory()) {
            whatWasKeptEarlierIsFoundByItsTitle(pool);
        }
    }

    @Test
    void whatIsInAnEarlierPostgresIsFoundByItsTitle() throws Exception {
        try (HikariDataSource pool = TestPostgres.newDatabase().pool()) {
            whatWasKeptEarlierIsFoundByItsTitle(pool);
        }
    }

    private static void whatWasKeptEarlierIsFoundByItsTitle(HikariDataSource pool) throws SQLException {
        SubmissionId first;
        SubmissionId altered;
        try (JdbiStorage storage = JdbiStorage.on(pool)) {
            SampleOffice office =
                    new SampleOffice(Hub.builder().storage(storage).build());
            first = office.submit("Écoles d’été");
            altered = office.submit("Escuelas de verano");
        }
        asEarlier(pool);
        try (JdbiStorage storage = JdbiStorage.on(pool)) {
            assertThat(storage.submissions(SubmissionQuery.all().titled("ecoles d'ete")))
                    .extracting(SubmissionSummary::id)
                    .containsExactly(first);
            assertThat(storage.submissions(SubmissionQuery.all().titled("verano")))
                    .extracting(SubmissionSummary::id)
                    .containsExactly(altered);
        }
    }

    @Test
    void whatWasFilledBeforeAFailureOnH2StaysAndTheNextStartFillsTheRest() throws Exception {
        try (HikariDataSource pool = H2Url.inMemory()) {
            whatWasFilledBeforeAFailureStays(pool, pool);
        }
    }

    @Test
    void whatWasFilledBeforeAFailureOnPostgresStaysAndTheNextStartFillsTheRest() throws Exception {
        TestPostgres.Database database = TestPostgres.newDatabase();
        HikariConfig withoutAutocommit = new HikariConfig();
        withoutAutocommit.setJdbcUrl(database.url());
        withoutAutocommit.setAutoCommit(false);
        try (HikariDataSource pool = database.pool();
                HikariDataSource ofTheProgram = new HikariDataSource(withoutAutocommit)) {
            whatWasFilledBeforeAFailureStays(pool, ofTheProgram);
        }
    }

    /** Two pages and a half are there; the last item of the second page can't be filled at first. */
    private static void whatWasFilledBeforeAFailureStays(HikariDataSource pool, HikariDataSource ofTheProgram)
            throws SQLException {
        List<SubmissionId> all = new ArrayList<>();
        try (JdbiStorage storage = JdbiStorage.on(pool)) {
            SampleOffice office =
                    new SampleOffice(Hub.builder().storage(storage).build());
            for (int number = 1; number <= 500; number++) {
                all.add(office.submit(number == 400 ? "Escuelas de verano" : "Sample " + number));
            }
        }
        asEarlier(pool);
        Schema.HUB.migrations(pool, folder(pool)).target("12").load().migrate();
        RawSql.execute(pool, "alter table hub.title_term add constraint no_summer check (term <> 'verano')");
        for (int tries = 0; tries < 2; tries++) {
            assertThatThrownBy(() -> JdbiStorage.on(ofTheProgram))
                    .isInstanceOf(FlywayException.class)
                    .hasStackTraceContaining("no_summer");
            assertThat(count(pool, "hub.submission where titles is not null")).isEqualTo(200);
            assertThat(count(pool, "(select distinct submission from hub.title_term) as filled"))
                    .isEqualTo(200);
        }
        RawSql.execute(pool, "alter table hub.title_term drop constraint no_summer");

        try (JdbiStorage storage = JdbiStorage.on(ofTheProgram)) {
            for (int number : List.of(1, 200, 399, 500)) {
                assertThat(storage.submissions(SubmissionQuery.all().titled("sample " + number)))
                        .extracting(SubmissionSummary::id)
                        .containsExactly(all.get(number - 1));
            }
            assertThat(storage.submissions(SubmissionQuery.all().titled("escuelas de verano")))
                    .extracting(SubmissionSummary::id)
                    .containsExactly(all.get(399));
        }
    }

    private static String folder(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return connection.getMetaData().getURL().startsWith("jdbc:h2:") ? "h2" : "postgresql";
        }
    }

    private static long count(HikariDataSource pool, String rows) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return Statements.number(connection, "select count(*) from " + rows, List.of());
        }
    }

    private static void asEarlier(HikariDataSource pool) throws SQLException {
        RawSql.execute(
                pool,
                "drop table hub.title_term",
                "alter table hub.submission drop column titles",
                "delete from hub.migration where cast(\"version\" as integer) >= 12");
    }
}
