package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

    private static void asEarlier(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table hub.title_term");
            statement.execute("alter table hub.submission drop column titles");
            statement.execute("delete from hub.migration where \"version\" in ('12', '13')");
        }
    }
}
