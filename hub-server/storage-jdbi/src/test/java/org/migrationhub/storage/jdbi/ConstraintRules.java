package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationhub.core.Hub;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.Stored;

/** What the tables refuse by themselves, whoever writes to them with whatever program. */
abstract class ConstraintRules {

    private HikariDataSource pool;
    private JdbiStorage storage;
    private SampleOffice office;
    private SubmissionId published;
    private SubmissionId refused;
    private SubmissionId inReview;

    abstract HikariDataSource openPool() throws Exception;

    @BeforeEach
    void fill() throws Exception {
        pool = openPool();
        storage = JdbiStorage.on(pool);
        office = new SampleOffice(Hub.builder().storage(storage).build());
        published = office.publish("Published sample");
        refused = office.seat("Refused sample");
        office.review(refused, 0, ReviewOutcome.APPROVE);
        office.review(refused, 1, ReviewOutcome.APPROVE);
        office.review(refused, 2, ReviewOutcome.DECLINE);
        inReview = office.seat("Sample in review");
        office.review(inReview, 0, ReviewOutcome.APPROVE);
        office.review(inReview, 1, ReviewOutcome.DECLINE);
    }

    @AfterEach
    void close() {
        storage.close();
        pool.close();
    }

    @Test
    void whatIsPublicHasAPublicationBehindIt() throws Exception {
        assertRefused("update hub.submission set stage = 'published' where id = '%s'", inReview);
        assertRefused("update hub.submission set stage = 'published', public_revision = 1 where id = '%s'", inReview);
        assertRefused("update hub.submission set public_revision = null where id = '%s'", published);
        assertRefused("update hub.submission set public_revision = 2 where id = '%s'", published);
        assertRefused("update hub.submission set stage = 'declined' where id = '%s'", published);
    }

    @Test
    void aPublicationHasAnApprovingVerdictOnItsContentBehindIt() throws Exception {
        assertRefused(publication(), inReview, digest(inReview));
        assertRefused(publication(), refused, digest(refused));
        assertRefused(publication(), refused, digest(published));
    }

    @Test
    void aVerdictIsOnTheContentOfItsRoundAndOneForEachRound() throws Exception {
        String verdict = "insert into hub.verdict (submission, round, policy, policy_version, digest, outcome, at)"
                + " values ('%s', %s, 'gcm-2022', 1, '%s', 'approved', now())";
        assertRefused(verdict, inReview, 1, digest(published));
        assertRefused(verdict, inReview, 2, digest(inReview));
        assertRefused(verdict, refused, 1, digest(refused));
    }

    @Test
    void anApprovalIsAReviewThatApprovesThatContent() throws Exception {
        String approval = "insert into hub.approval (submission, round, seat, digest, outcome)"
                + " values ('%s', 1, %s, '%s', '%s')";
        assertRefused(approval, refused, 3, digest(refused), "approve");
        assertRefused(approval, refused, 3, digest(refused), "decline");
        assertRefused(approval, refused, 1, digest(published), "approve");
        assertRefused(approval, inReview, 3, digest(inReview), "approve");
    }

    @Test
    void aSeatReviewsOnceInItsRoundAndOnlyItsContent() throws Exception {
        String review = "insert into hub.review (submission, round, seat, digest, outcome, note, at)"
                + " values ('%s', %s, %s, '%s', 'approve', '%s', now())";
        assertRefused(review, inReview, 1, 1, digest(inReview), digest(inReview));
        assertRefused(review, inReview, 1, 3, digest(published), digest(inReview));
        assertRefused(review, inReview, 1, 4, digest(inReview), digest(inReview));
        assertRefused(review, inReview, 2, 3, digest(inReview), digest(inReview));
    }

    @Test
    void nobodyIsSeatedOnNoSide() throws Exception {
        assertRefused("update hub.seat set sector = 'undetermined' where submission = '%s'", inReview);
    }

    @Test
    void ofAnErasedPersonNothingIsLeft() throws Exception {
        assertRefused(
                "update hub.person set erased = true where id = '%s'",
                office.panel().get(0));
    }

    @Test
    void aPlaceInAChainIsTakenOnce() throws Exception {
        assertRefused("insert into hub.journal (position, chain, sequence, at, event, hash, entry)"
                + " select 999999, chain, sequence, at, event, hash, entry from hub.journal where position = 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal", "content", "revision", "review", "verdict", "approval", "publication"})
    void whatHappenedIsNeverChangedOrDeleted(String table) throws Exception {
        assertThat(count(table)).isPositive();
        assertRefused("delete from hub." + table);
        assertRefused("update hub." + table + " set " + (table.equals("content") ? "body = ''" : column(table)));
        assertRefused("truncate table hub." + table);
    }

    private static String column(String table) {
        return table.equals("journal") ? "entry = ''" : "digest = digest";
    }

    private static String publication() {
        return "insert into hub.publication (submission, revision, round, digest, outcome, at)"
                + " values ('%s', 1, 1, '%s', 'approved', now())";
    }

    private String digest(SubmissionId id) {
        return storage.submission(id)
                .map(Stored::value)
                .flatMap(submission -> submission.revision())
                .map(revision -> revision.digest())
                .map(ContentDigest::sha256)
                .orElseThrow()
                .hex();
    }

    private void assertRefused(String sql, Object... values) throws SQLException {
        String statement = sql.formatted(values);
        try (Connection connection = pool.getConnection();
                Statement direct = connection.createStatement()) {
            assertThatThrownBy(() -> direct.executeUpdate(statement))
                    .as(statement)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState())
                                    .as("%s: %s", statement, refusal.getMessage())
                                    .matches("23.*|90106|0A000"));
        }
    }

    private long count(String table) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return Statements.number(connection, "select count(*) from hub." + table, List.of());
        }
    }
}
