package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.core.Hub;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.archive.ArchiveDamagedException;
import org.migrationhub.core.archive.HubArchive;
import org.migrationhub.core.kit.SampleHub;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.InMemoryStorage;
import org.migrationhub.core.storage.StorageUnavailableException;

/** A whole hub goes from any storage to any other and back, and is the same to the last byte. */
class ArchiveTest {

    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    private Path directory;

    @Test
    void aHubGoesFromH2ToPostgresAndBackAndStaysTheSame() throws Exception {
        Path first = directory.resolve("first.zip");
        try (JdbiStorage memory = JdbiStorage.inMemory()) {
            SampleHub.fill(memory);
            Files.write(first, written(memory));
        }
        byte[] original = Files.readAllBytes(first);
        try (HikariDataSource pool = TestPostgres.newDatabase().pool();
                JdbiStorage postgres = JdbiStorage.on(pool);
                InMemoryStorage plain = new InMemoryStorage();
                JdbiStorage file = JdbiStorage.builder()
                        .file(directory.resolve("hub"))
                        .attachmentsIn(directory.resolve("attachments"))
                        .open()) {
            for (HubStorage storage : new HubStorage[] {postgres, plain, file}) {
                HubArchive.read(first, storage, Policies.presets(), CLOCK);
                assertThat(written(storage)).isEqualTo(original);
                HubArchive.read(first, storage, Policies.presets(), CLOCK);
                assertThat(written(storage)).as("read a second time").isEqualTo(original);
                assertGoesOn(storage);
            }
        }
    }

    /** More than a statement takes parameters, seven for each entry. */
    @Test
    void aSubmissionThatWasSavedTenThousandTimesGoesIntoADatabase() throws Exception {
        Path archive = directory.resolve("long.zip");
        try (InMemoryStorage memory = new InMemoryStorage()) {
            Hub hub = Hub.builder().storage(memory).checkpointEvery(100_000).build();
            SampleOffice office = new SampleOffice(hub);
            var desk = hub.as(Actor.contributor(office.submitter()));
            var id = desk.saveDraft(office.practice("Sample")).id();
            for (int saved = 1; saved < 10_000; saved++) {
                desk.saveDraft(id, office.practice("Sample " + saved % 2));
            }
            Files.write(archive, written(memory));
        }
        try (HikariDataSource pool = TestPostgres.newDatabase().pool();
                JdbiStorage postgres = JdbiStorage.on(pool)) {
            HubArchive.read(archive, postgres, Policies.presets(), CLOCK);
            assertThat(written(postgres)).isEqualTo(Files.readAllBytes(archive));
        }
    }

    @Test
    void aFlippedByteIsFoundAndNamedAndNothingIsStored() throws Exception {
        byte[] original;
        try (JdbiStorage memory = JdbiStorage.inMemory()) {
            SampleHub.fill(memory);
            original = written(memory);
        }
        Path damaged = directory.resolve("damaged.zip");
        try (HikariDataSource pool = TestPostgres.newDatabase().pool();
                JdbiStorage postgres = JdbiStorage.on(pool)) {
            for (double place : new double[] {0.2, 0.5, 0.8}) {
                Files.write(damaged, flipped(original, place));
                assertThatThrownBy(() -> HubArchive.read(damaged, postgres, Policies.presets(), CLOCK))
                        .isInstanceOfSatisfying(
                                ArchiveDamagedException.class,
                                refusal -> assertThat(refusal.getMessage()).containsPattern("hub.jsonl.*line \\d+"));
                assertThat(postgres.end()).isZero();
                assertThat(postgres.chains(null, 1)).isEmpty();
            }
        }
    }

    /** Between two statements all attached files may be read, which takes longer than other transactions may stand still. */
    @Test
    void howeverLongAnArchiveTakesToBeReadPostgresWaits() throws Exception {
        Path archive = directory.resolve("slow.zip");
        try (InMemoryStorage memory = new InMemoryStorage()) {
            SampleHub.fill(memory);
            Files.write(archive, written(memory));
        }
        TestPostgres.Database database = TestPostgres.newDatabase();
        try (HikariDataSource pool = database.pool(4);
                HikariDataSource other = database.pool(1);
                JdbiStorage postgres = JdbiStorage.on(pool)) {
            limitTransactions(other, pool);
            HubArchive.read(
                    () -> Files.newInputStream(archive),
                    postgres,
                    (checked, aggregates) -> postgres.restore(() -> {
                        standStill(other, Duration.ofSeconds(1));
                        return aggregates.iterator();
                    }),
                    Policies.presets(),
                    CLOCK);
            assertThat(written(postgres)).isEqualTo(Files.readAllBytes(archive));
            assertThatThrownBy(() -> postgres.write(connection -> {
                        long one = Statements.number(connection, "select 1", List.of());
                        standStill(other, Duration.ofMinutes(1));
                        return one + Statements.number(connection, "select 1", List.of());
                    }))
                    .as("any other transaction that stands still is ended")
                    .isInstanceOf(StorageUnavailableException.class);
        }
    }

    /** From now on, a transaction that stands still for so long is ended. */
    private static void limitTransactions(HikariDataSource database, HikariDataSource pool) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Statements.update(
                    connection,
                    "alter database " + connection.getCatalog() + " set idle_in_transaction_session_timeout = '100ms'",
                    List.of());
        }
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    /** Until all transactions have stood still for so long, or are gone. */
    private static void standStill(HikariDataSource database, Duration time) {
        try (Connection connection = database.getConnection()) {
            boolean goesOn = true;
            while (goesOn) {
                goesOn = Statements.exists(
                        connection,
                        "select pid from pg_stat_activity where datname = current_database() and state like 'idle in%'"
                                + " and clock_timestamp() - state_change < ? * interval '1 second'",
                        List.of(time.toSeconds()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertGoesOn(HubStorage storage) {
        long end = storage.end();
        SampleOffice office = new SampleOffice(Hub.builder().storage(storage).build());
        office.publish("Sample after the restore");
        assertThat(storage.feed(end, 100)).isNotEmpty();
    }

    private static byte[] written(HubStorage storage) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HubArchive.write(storage, out);
        return out.toByteArray();
    }

    /** The archive with one bit of hub.jsonl changed, at a part of its length. */
    private static byte[] flipped(byte[] archive, double place) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                if (entry.getName().equals("hub.jsonl")) {
                    bytes[(int) (bytes.length * place)] ^= 1;
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(bytes);
            }
        }
        return out.toByteArray();
    }
}
