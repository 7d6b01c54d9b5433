package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.core.Desk;
import org.migrationhub.core.Hub;
import org.migrationhub.core.review.SubmissionId;

/** A database that has lost the last commits under a running hub, as after a failover to a replica that lagged behind. */
class LostCommitTest {

    @TempDir
    private Path directory;

    @Test
    @Timeout(
            value = 60,
            threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // whoever trusts the memory alone tries for ever
    void whoeverActsOnWhatIsRememberedButLostDecidesAnewOnWhatThereIs() throws SQLException {
        try (HikariDataSource pool = H2Url.inMemory();
                JdbiStorage storage = JdbiStorage.on(pool)) {
            SampleOffice office =
                    new SampleOffice(Hub.builder().storage(storage).build());
            SubmissionId id = office.submit("Sample");
            long version = save(office, id, "Sample, better");
            RawSql.execute(pool, "script to '" + directory.resolve("before.sql") + "'");
            assertThat(save(office, id, "Sample, lost")).isGreaterThan(version);
            RawSql.execute(pool, "drop all objects");
            RawSql.execute(pool, "runscript from '" + directory.resolve("before.sql") + "'");

            long again = save(office, id, "Sample, lost");

            assertThat(again).isEqualTo(version + 1);
            assertThat(storage.submission(id)).hasValueSatisfying(stored -> {
                assertThat(stored.head().sequence()).isEqualTo(again);
                assertThat(stored.value().draft().flatMap(storage::content)).isPresent();
            });
        }
    }

    /** Saves a draft; the version with it. */
    private static long save(SampleOffice office, SubmissionId id, String title) {
        Desk desk = office.hub().as(office.contributor());
        return desk.saveDraft(id, office.practice(title)).version();
    }
}
