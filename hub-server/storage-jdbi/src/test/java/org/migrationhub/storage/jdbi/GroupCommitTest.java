package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.core.Desk;
import org.migrationhub.core.Hub;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.storage.StorageUnavailableException;
import org.migrationhub.core.storage.StorageVerifier;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;

/** In an H2 file, commits that wait for the same turn share a transaction, and each has an outcome of its own. */
class GroupCommitTest {

    @TempDir
    private Path directory;

    private final AtomicInteger commits = new AtomicInteger();
    private volatile boolean fails;
    private HikariDataSource pool;
    private JdbiStorage storage;
    private SampleOffice office;

    @BeforeEach
    void open() {
        pool = H2Url.file(directory.resolve("hub"));
        storage = JdbiStorage.on(watched(pool));
        office = new SampleOffice(Hub.builder().storage(storage).build());
    }

    @AfterEach
    void close() {
        storage.close();
        pool.close();
    }

    @Test
    void commitsThatWaitForEachOtherShareATransaction() throws InterruptedException {
        List<Throwable> failures = atOnce(List.of(saving("one"), saving("two"), saving("three"), saving("four")));

        assertThat(failures).isEmpty();
        assertThat(titles()).contains("one", "two", "three", "four");
        assertThat(commits.get()).isEqualTo(1);
        assertThat(StorageVerifier.contradictions(storage)).isEmpty();
    }

    /** The third is still missed of as many as there were the last time, so the first would wait for it. */
    @Test
    void whoeverIsInterruptedWhileTheyWriteForOthersWritesAllTheSameAndIsToldAfterwards() throws InterruptedException {
        atOnce(List.of(saving("one"), saving("two"), saving("three")));
        AtomicBoolean told = new AtomicBoolean();
        Runnable first = () -> {
            saving("four").run();
            told.set(Thread.currentThread().isInterrupted());
        };

        List<Throwable> failures =
                atOnce(List.of(first, saving("five")), waiting -> waiting.get(0).interrupt());

        assertThat(failures).isEmpty();
        assertThat(told).isTrue();
        assertThat(titles()).contains("four", "five");
        assertThat(StorageVerifier.contradictions(storage)).isEmpty();
    }

    @Test
    void whoeverIsInterruptedWhileOthersWriteForThemIsStoredAllTheSame() throws InterruptedException {
        List<Throwable> failures = atOnce(
                List.of(saving("one"), saving("two"), saving("three")),
                threads -> threads.get(1).interrupt());

        assertThat(failures).isEmpty();
        assertThat(titles()).containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void ofSeveralThatExpectTheSameVersionOneIsStoredAndTheOthersAreStale() throws InterruptedException {
        SubmissionView first = desk().saveDraft(office.practice("first"));

        List<Throwable> failures = atOnce(List.of(
                () -> desk().ifVersion(first.version()).saveDraft(first.id(), office.practice("second")),
                () -> desk().ifVersion(first.version()).saveDraft(first.id(), office.practice("second, too")),
                saving("another")));

        assertThat(failures).singleElement().isInstanceOf(StaleVersionException.class);
        assertThat(titles()).hasSize(2).contains("another").anyMatch(title -> title.startsWith("second"));
        assertThat(StorageVerifier.contradictions(storage)).isEmpty();
    }

    @Test
    void aCommitWithARefusedStatementTakesNoOtherWithIt() throws Exception {
        try (Connection connection = pool.getConnection()) {
            Statements.update(
                    connection,
                    "insert into hub.journal (position, chain, sequence, at, event, hash, entry)"
                            + " select 1000000, 'submission/in-the-way', 1, at, event, repeat('a', 64), entry"
                            + " from hub.journal order by position limit 1",
                    List.of());
        }
        List<Throwable> failures = atOnce(List.of(
                saving("one"),
                () -> desk().creating("in-the-way").saveDraft(office.practice("in the way")),
                saving("two")));

        assertThat(failures).hasSize(1);
        assertThat(titles()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void ifTheTransactionFailsAllAreToldSoAndNothingIsStored() throws InterruptedException {
        fails = true;

        List<Throwable> failures = atOnce(List.of(saving("one"), saving("two"), saving("three")));

        assertThat(failures).hasSize(3).allMatch(StorageUnavailableException.class::isInstance);
        fails = false;
        assertThat(titles()).isEmpty();
        desk().saveDraft(office.practice("later"));
        assertThat(titles()).containsExactly("later");
        assertThat(StorageVerifier.contradictions(storage)).isEmpty();
    }

    private Desk desk() {
        return office.hub().as(office.contributor());
    }

    private Runnable saving(String title) {
        return () -> desk().saveDraft(office.practice(title));
    }

    private List<String> titles() {
        return desk().mySubmissions(SubmissionQuery.all()).stream()
                .map(SubmissionSummary::title)
                .toList();
    }

    private List<Throwable> atOnce(List<Runnable> all) throws InterruptedException {
        return atOnce(all, threads -> {});
    }

    /** Lets all of them wait for a turn that somebody else has; what they failed with. Commits are counted from then on. */
    private List<Throwable> atOnce(List<Runnable> all, Consumer<List<Thread>> meanwhile) throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Thread holder = new Thread(() -> H2Turn.hold(storage, taken, over));
        holder.start();
        taken.await();
        List<AtomicReference<Throwable>> failures = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (Runnable one : all) {
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread thread = new Thread(one);
            thread.setUncaughtExceptionHandler((any, thrown) -> failure.set(thrown));
            failures.add(failure);
            threads.add(thread);
            thread.start();
            while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        meanwhile.accept(threads);
        commits.set(-1); // the holder's own
        over.countDown();
        holder.join();
        for (Thread thread : threads) {
            thread.join();
        }
        return failures.stream()
                .map(AtomicReference::get)
                .filter(failure -> failure != null)
                .toList();
    }

    /** Somebody who writes tables of their own for as long as they like. */
    private static final class H2Turn {

        static void hold(JdbiStorage storage, CountDownLatch taken, CountDownLatch over) {
            storage.write(connection -> {
                taken.countDown();
                try {
                    over.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return true;
            });
        }
    }

    /** The same connections, of which each commit is counted, and fails if it shall. */
    private DataSource watched(DataSource connections) {
        return proxy(DataSource.class, connections, (name, result) -> {
            if (name.equals("getConnection")) {
                return proxy(Connection.class, (Connection) result, (method, returned) -> returned);
            }
            return result;
        });
    }

    private interface After {
        Object of(String method, Object result);
    }

    private <T> T proxy(Class<T> type, T inner, After after) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        commits.incrementAndGet();
                        if (fails && commits.get() > 0) {
                            throw new SQLException("As if the file couldn't be written", "08006");
                        }
                    }
                    try {
                        return after.of(method.getName(), method.invoke(inner, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return type.cast(proxy);
    }
}
