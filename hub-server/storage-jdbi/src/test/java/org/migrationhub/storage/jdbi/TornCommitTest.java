package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.Hub;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.StorageVerifier;

/** A database that kept a part of a commit, as H2 may when it is killed, is found out. */
class TornCommitTest {

    private HikariDataSource pool;
    private JdbiStorage storage;
    private SubmissionId id;

    @BeforeEach
    void fill() {
        pool = H2Url.inMemory();
        storage = JdbiStorage.on(pool);
        SampleOffice office = new SampleOffice(Hub.builder().storage(storage).build());
        office.publish("Published sample");
        id = office.seat("Sample in review");
        office.review(id, 0, ReviewOutcome.APPROVE);
        assertThat(StorageVerifier.contradictions(storage)).isEmpty();
    }

    @AfterEach
    void close() {
        storage.close();
        pool.close();
    }

    @Test
    void aSubmissionAheadOfItsJournal() throws SQLException {
        tear(
                "update hub.submission set version = version + 1, changed_at = changed_at + interval '1' second where id = ?");
        assertThat(StorageVerifier.contradictions(storage))
                .singleElement()
                .asString()
                .contains(id.value());
    }

    @Test
    void aReviewOfWhichTheSeatDoesNotKnow() throws SQLException {
        tear("update hub.seat set awaited = false where submission = ?");
        assertThat(StorageVerifier.contradictions(storage)).hasSize(2).allMatch(fault -> fault.contains("awaited"));
    }

    @Test
    void anEntryWhosePersonIsAsBefore() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Statements.update(
                    connection,
                    "update hub.person set version = version + 1 where id = (select min(id) from hub.person)",
                    List.of());
        }
        assertThat(StorageVerifier.contradictions(storage))
                .singleElement()
                .asString()
                .contains("The record of person/");
    }

    private void tear(String sql) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            assertThat(Statements.update(connection, sql, List.of(id.value()))).isPositive();
        }
    }
}
