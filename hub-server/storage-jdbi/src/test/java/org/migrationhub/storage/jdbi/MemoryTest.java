package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.migrationhub.core.Hub;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.review.SubmissionId;

/** What a storage remembers is never taken for what the database holds. */
class MemoryTest {

    /** As after a failover to a node that hadn't got the last commits, or a restore under a running server. */
    @Test
    @Timeout(20)
    void whatTheDatabaseHasLostIsForgotten() throws Exception {
        try (HikariDataSource pool = H2Url.inMemory();
                JdbiStorage storage = JdbiStorage.on(pool)) {
            Hub hub = Hub.builder().storage(storage).build();
            SampleOffice office = new SampleOffice(hub);
            SubmissionId id = office.submit("Sample");
            var secretariat = hub.as(Actor.secretariat(SampleOffice.OFFICE));
            var before = storage.submission(id).orElseThrow();
            secretariat.returnToSubmitter(id, "Lost words");
            lose(pool, id, before.head().sequence(), before.head().hash().hex());

            assertThat(storage.submission(id).orElseThrow().head()).isEqualTo(before.head());
            secretariat.returnToSubmitter(id, "Other words");
            assertThat(secretariat.view(id).stage().code()).isEqualTo("changes-requested");
        }
    }

    private static void lose(HikariDataSource pool, SubmissionId id, long sequence, String head) throws Exception {
        try (Connection connection = pool.getConnection()) {
            Statements.update(connection, "drop trigger hub.journal_stays", List.of());
            Statements.update(
                    connection,
                    "delete from hub.journal where chain = ? and sequence > ?",
                    List.of("submission/" + id, sequence));
            Statements.update(
                    connection,
                    "update hub.submission set version = ?, head = ?, stage = 'submitted' where id = ?",
                    List.of(sequence, head, id.value()));
        }
    }
}
