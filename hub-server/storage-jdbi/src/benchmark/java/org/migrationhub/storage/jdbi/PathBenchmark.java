package org.migrationhub.storage.jdbi;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.migrationhub.core.storage.Commit;

/**
 * How many items a second go from a draft to publication (nine durable steps: draft, submit, panel, three declarations,
 * three reviews, the last publishing), against the same rows written by {@link PlainJdbc} in the same run, in turns. A step
 * of ours is what a hub asks of its storage: read the submission, commit. Then how much more a step costs with 100,000
 * submissions in the database than with 1,000.
 *
 * <p>Arguments: items per turn (600), turns (5).
 */
public final class PathBenchmark {

    private static final List<Integer> THREADS = List.of(1, 4, 16);
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;

    private final Paths paths = new Paths();
    private final List<Commit> people = paths.people();
    private final int items;
    private final int turns;
    private int made;
    private double lastCpuMicros;

    private PathBenchmark(int items, int turns) {
        this.items = items;
        this.turns = turns;
    }

    private interface Storing {
        void store(List<Commit.OfSubmission> path, List<PlainJdbc.Step> steps) throws Exception;
    }

    /** Runs it. */
    public static void main(String... arguments) throws Exception {
        int items = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 600;
        int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        PathBenchmark benchmark = new PathBenchmark(items, turns);
        System.out.printf("%-12s %8s %12s %12s %8s%n", "database", "threads", "ours/s", "plain/s", "ratio");
        for (int threads : THREADS) {
            HikariDataSource memory = H2Url.inMemory();
            benchmark.compare("H2 memory", threads, memory, true);
            memory.close();
        }
        Path directory = Files.createTempDirectory("hub-benchmark");
        for (int threads : THREADS) {
            HikariDataSource file = H2Url.file(directory.resolve("hub-" + threads));
            benchmark.compare("H2 file", threads, file, true);
            file.close();
        }
        for (int threads : THREADS) {
            try (HikariDataSource pool = TestPostgres.newDatabase().pool()) {
                benchmark.compare("PostgreSQL", threads, pool, false);
            }
        }
        try (HikariDataSource memory = H2Url.inMemory();
                HikariDataSource file = H2Url.file(directory.resolve("hub-growing"));
                HikariDataSource pool = TestPostgres.newDatabase().pool()) {
            benchmark.grow("H2 memory", memory, true);
            benchmark.grow("H2 file", file, true);
            benchmark.grow("PostgreSQL", pool, false);
        }
        delete(directory);
    }

    /** What a step costs with few and with many submissions in the database. */
    private void grow(String name, DataSource connections, boolean isH2) throws Exception {
        try (JdbiStorage storage = JdbiStorage.on(connections)) {
            people.forEach(storage::commit);
            Storing ours = ours(storage);
            Mass.add(connections, 1, FEW, isH2);
            turn(1, ours);
            double few = median(ours);
            double fewCpu = lastCpuMicros;
            Mass.add(connections, FEW + 1, MANY, isH2);
            turn(1, ours);
            double many = median(ours);
            System.out.printf(
                    "%-12s %,d submissions %.0f/s, %,d submissions %.0f/s: %.2f times as long, %.2f times the CPU here%n",
                    name, FEW, few, MANY, many, few / many, lastCpuMicros / fewCpu);
        }
    }

    private double median(Storing storing) throws Exception {
        List<Double> figures = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            figures.add(turn(1, storing));
        }
        return figures.stream().sorted().skip(turns / 2).findFirst().orElseThrow();
    }

    private static Storing ours(JdbiStorage storage) {
        return (path, steps) -> {
            for (Commit.OfSubmission step : path) {
                storage.submission(step.after().id());
                storage.commit(step);
            }
        };
    }

    private void compare(String name, int threads, DataSource connections, boolean isH2) throws Exception {
        try (JdbiStorage storage = JdbiStorage.on(connections)) {
            people.forEach(storage::commit);
            PlainJdbc plain = new PlainJdbc(connections, isH2, 1_000_000_000);
            Storing ours = ours(storage);
            Storing theirs = (path, steps) -> {
                for (PlainJdbc.Step step : steps) {
                    plain.store(step);
                }
            };
            turn(threads, ours);
            turn(threads, theirs);
            List<double[]> figures = new ArrayList<>();
            for (int turn = 0; turn < turns; turn++) {
                figures.add(new double[] {turn(threads, ours), turn(threads, theirs)});
            }
            double[] median = figures.stream()
                    .sorted(Comparator.comparingDouble(pair -> pair[0] / pair[1]))
                    .skip(turns / 2)
                    .findFirst()
                    .orElseThrow();
            System.out.printf(
                    "%-12s %8d %12.0f %12.0f %8.2f%n", name, threads, median[0], median[1], median[0] / median[1]);
        }
    }

    /** Items a second. */
    private double turn(int threads, Storing storing) throws Exception {
        List<List<Commit.OfSubmission>> all = new ArrayList<>();
        List<List<PlainJdbc.Step>> steps = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            List<Commit.OfSubmission> path = paths.next(made++);
            all.add(path);
            steps.add(path.stream().map(PlainJdbc.Step::of).toList());
        }
        System.gc();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        AtomicLong cpu = new AtomicLong();
        List<Callable<Integer>> work = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int first = thread;
            work.add(() -> {
                int stored = 0;
                long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                for (int item = first; item < items; item += threads) {
                    storing.store(all.get(item), steps.get(item));
                    stored++;
                }
                cpu.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin);
                return stored;
            });
        }
        long begin = System.nanoTime();
        int stored = 0;
        for (Future<Integer> done : pool.invokeAll(work)) {
            stored += done.get();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        pool.shutdown();
        lastCpuMicros = cpu.get() / 1_000.0 / stored;
        return stored / seconds;
    }

    private static void delete(Path directory) throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
