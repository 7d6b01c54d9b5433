package org.migrationhub.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.Hub;
import org.migrationhub.core.ImportOutcome;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.InMemoryStorage;
import org.migrationhub.core.storage.StorageUnavailableException;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.server.tables.ServerTables;
import org.migrationhub.storage.jdbi.JdbiStorage;
import org.migrationhub.storage.jdbi.TestPostgres;

/** A key leads to the same id for ever, whoever asks first and whatever breaks down. */
class ImportKeysTest {

    private static final int THREADS = 4;

    @Test
    void anIdIsReservedOnceForAKeyOfAnOwner() {
        try (JdbiStorage storage = JdbiStorage.inMemory()) {
            ImportKeys keys = new ImportKeys(ServerTables.in(storage));

            assertThat(keys.find("ana", ImportKind.PRACTICES, List.of("a"))).isEmpty();
            assertThat(keys.reserve("ana", ImportKind.PRACTICES, Map.of("a", "1", "b", "2")))
                    .isEqualTo(Map.of("a", "1", "b", "2"));
            assertThat(keys.reserve("ana", ImportKind.PRACTICES, Map.of("a", "3", "c", "4")))
                    .isEqualTo(Map.of("a", "1", "c", "4"));
            assertThat(keys.reserve("ana", ImportKind.RESOURCES, Map.of("a", "5")))
                    .containsEntry("a", "5");
            assertThat(keys.reserve("ben", ImportKind.PRACTICES, Map.of("a", "6")))
                    .containsEntry("a", "6");
            assertThat(keys.reserve("ben", ImportKind.PRACTICES, Map.of())).isEmpty();
            keys.forget("1");
            assertThat(keys.find("ana", ImportKind.PRACTICES, List.of("a", "b", "c", "d")))
                    .isEqualTo(Map.of("b", "2", "c", "4"));
        }
    }

    @Test
    void whoeverReservesAtTheSameMomentGetsTheSame() throws Exception {
        try (JdbiStorage storage = JdbiStorage.inMemory()) {
            assertAgreed(storage);
        }
    }

    @Test
    void soItIsOnPostgres() throws Exception {
        try (HikariDataSource pool = pool();
                JdbiStorage storage = JdbiStorage.on(pool)) {
            assertAgreed(storage);
        }
    }

    private static HikariDataSource pool() throws SQLException, IOException {
        return TestPostgres.newDatabase().pool(2 * THREADS);
    }

    private static void assertAgreed(JdbiStorage storage) throws Exception {
        ImportKeys keys = new ImportKeys(ServerTables.in(storage));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int round = 0; round < 10; round++) {
                List<Callable<Map<String, String>>> racers = new ArrayList<>();
                for (int racer = 0; racer < THREADS; racer++) {
                    Map<String, String> proposed = new HashMap<>();
                    for (int key = 0; key < 100; key++) {
                        proposed.put("key-" + round + "-" + key, "id-" + racer + "-" + round + "-" + key);
                    }
                    racers.add(() -> keys.reserve("", ImportKind.ROSTER, proposed));
                }
                List<Map<String, String>> reserved = new ArrayList<>();
                for (Future<Map<String, String>> one : threads.invokeAll(racers)) {
                    reserved.add(one.get());
                }
                assertThat(reserved.stream().distinct()).hasSize(1);
                assertThat(reserved.get(0)).hasSize(100);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatBreaksDownAfterTheReservationIsMadeGoodByTheNextTry() {
        AtomicBoolean down = new AtomicBoolean(true);
        HubStorage kept = new InMemoryStorage();
        Hub hub = Hub.builder().storage(breakable(kept, down)).build();
        Actor ana = Actor.contributor(new PersonId("ana"));
        byte[] csv = "sourceKey,language,title.en\na,en,A\nb,en,B\n".getBytes(StandardCharsets.UTF_8);
        try (JdbiStorage storage = JdbiStorage.inMemory()) {
            ImportKeys keys = new ImportKeys(ServerTables.in(storage));
            Importing broken =
                    new Importing(hub.as(ana).imports(), keys, ana, ImportKind.PRACTICES, false, further -> {});

            assertThatThrownBy(() -> broken.run(ImportFormat.CSV, () -> csv, false, reviewers -> {}))
                    .isInstanceOf(StorageUnavailableException.class);
            Map<String, String> reserved = keys.find("ana", ImportKind.PRACTICES, List.of("a", "b"));
            assertThat(reserved).hasSize(2);
            assertThat(kept.submissions(SubmissionQuery.all())).isEmpty();

            down.set(false);
            ImportReport report = new Importing(
                            hub.as(ana).imports(), keys, ana, ImportKind.PRACTICES, false, further -> {})
                    .run(ImportFormat.CSV, () -> csv, false, reviewers -> {});
            assertThat(report.count(ImportOutcome.Status.CREATED)).isEqualTo(2);
            assertThat(report.rows())
                    .extracting(ImportReport.Row::id)
                    .containsExactly(reserved.get("a"), reserved.get("b"));
            assertThat(kept.submission(new SubmissionId(reserved.get("b")))).isPresent();
        }
    }

    private static HubStorage breakable(HubStorage storage, AtomicBoolean down) {
        return (HubStorage) Proxy.newProxyInstance(
                ImportKeysTest.class.getClassLoader(),
                new Class<?>[] {HubStorage.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("commitTogether") && down.get()) {
                        throw new StorageUnavailableException("It is down.", null);
                    }
                    try {
                        return method.invoke(storage, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
