package org.migrationhub.server.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.migrationhub.server.Client;
import org.migrationhub.server.ServerProcess;

/**
 * What the server does under the load of 64 connections, beside a bare handler of the web framework that returns the same
 * bytes from a process of its own. Both are asked until they get no faster, and then in turns, so that whatever else the
 * machine does meets both. Not a test: its figures say something only together with the machine on which they were taken.
 *
 * <pre>{@code
 * mvn -pl hub-server/app -am test-compile
 * java -cp ... org.migrationhub.server.load.LoadRun [seconds of each part [options of both virtual machines]]
 * }</pre>
 */
public final class LoadRun {

    private static final int CONNECTIONS = 64;
    private static final int ROUNDS = 3;

    /**
     * For how many parts something is made warm at most; it is warm when that has brought no more than a fiftieth, and
     * not before the compiler has had as many requests to learn from.
     */
    private static final int MOST_WARMING = 12;

    private static final int FEWEST_WARMING = 20_000;

    private static final double FASTER = 1.02;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Duration part;
    private final List<String> options;
    private final Path directory;

    private LoadRun(Duration part, List<String> options, Path directory) {
        this.part = part;
        this.options = options;
        this.directory = directory;
    }

    /** Runs all parts and prints a line for each. */
    public static void main(String... arguments) throws Exception {
        Duration part = Duration.ofSeconds(arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]));
        List<String> options = arguments.length < 2
                ? List.of("-Xms32m", "-Xmx256m", "-XX:+UseSerialGC")
                : List.of(arguments).subList(1, arguments.length);
        new LoadRun(part, options, Files.createTempDirectory("hub-load")).run();
    }

    /** Asks for something, the how-manieth is said. */
    private interface Request {
        HttpRequest of(long number);
    }

    /** Who is asked, for what. */
    private record Part(ServerProcess process, Request request) {}

    /** A process, and where it listens. */
    private record Running(ServerProcess process, String base) implements AutoCloseable {

        static Running of(ServerProcess process) throws IOException {
            return new Running(process, process.firstLine().replaceAll(".*(http://localhost:[0-9]+)/.*", "$1"));
        }

        /** That it is asked for what is public, again and again. */
        Part asked(String path) {
            return new Part(process, number -> get(base + path));
        }

        @Override
        public void close() {
            process.terminate();
            try {
                process.status();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                process.close();
            }
        }
    }

    private void run() throws Exception {
        System.out.printf(
                "%d processors, load %.1f at the beginning, %s%n",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                String.join(" ", options));
        try (Running hub = started("with samples to be brought to their stages")) {
            String id = String.valueOf(new Client(hub.base(), "")
                    .get("/api/v1/items?q=rescue&limit=1")
                    .at("/items/0/id"));
            compare(hub, placesOf(id));
            mixed(hub, hub.base() + "/api/v1/items/" + id);
            System.out.printf("resident at the end: %d MB%n", hub.process().residentMegabytes());
        }
        started("with the same content").close();
    }

    /** The server, once it is ready. */
    private Running started(String how) throws IOException {
        long begun = System.nanoTime();
        Running hub = Running.of(ServerProcess.start(
                directory.resolve("hub.log"),
                options,
                "--demo",
                "--data",
                directory.resolve("data").toString(),
                "--port",
                "0"));
        awaitReady(hub.base());
        System.out.printf(
                "ready after %d ms, %s; resident: %d MB%n",
                (System.nanoTime() - begun) / 1_000_000, how, hub.process().residentMegabytes());
        return hub;
    }

    /** What anybody reads, by what it is called here. */
    private static Map<String, String> placesOf(String id) {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("an item", "/api/v1/items/" + id);
        places.put("the page of an item", "/en/practices/" + id);
        places.put("a search", "/api/v1/items?q=rescue");
        places.put("the page of a search", "/en/search?q=rescue");
        places.put("the front page", "/en/");
        places.put("what is featured", "/api/v1/featured");
        places.put("a citation", "/api/v1/items/" + id + "/citation.bib");
        return places;
    }

    private void compare(Running hub, Map<String, String> places) throws Exception {
        List<String> files = new ArrayList<>();
        for (String path : places.values()) {
            Path file = directory.resolve("bytes-" + files.size());
            Files.write(
                    file,
                    http.send(get(hub.base() + path), BodyHandlers.ofByteArray())
                            .body());
            files.add(file.toString());
        }
        try (Running bare = Running.of(ServerProcess.start(
                BareServer.class, directory.resolve("bare.log"), options, files.toArray(String[]::new)))) {
            int number = 0;
            for (Map.Entry<String, String> place : places.entrySet()) {
                compare(place.getKey(), hub.asked(place.getValue()), bare.asked("/" + number++));
            }
        }
    }

    /** The same bytes from the server and from a bare handler, in turns; the ratio is the median one. */
    private void compare(String what, Part ours, Part theirs) throws Exception {
        warm(ours);
        warm(theirs);
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            Figures own = measure(ours);
            Figures bare = measure(theirs);
            ratios[round] = own.rate / bare.rate;
            System.out.printf("%s: %s; the bare handler %s; %.2f%n", what, own, bare, ratios[round]);
        }
        Arrays.sort(ratios);
        System.out.printf("%s: ratio %.2f%n", what, ratios[ROUNDS / 2]);
    }

    private void warm(Part asked) throws Exception {
        double best = 0;
        double requests = 0;
        for (int parts = 0; parts < MOST_WARMING; parts++) {
            double rate = measure(asked).rate;
            requests += rate * part.toSeconds();
            if (requests > FEWEST_WARMING && rate < best * FASTER) {
                return;
            }
            best = Math.max(best, rate);
        }
    }

    /** Of ten requests seven read what is public, two are of the secretariat, one checks a form. */
    private void mixed(Running hub, String item) throws Exception {
        String base = hub.base();
        Part mixed = new Part(hub.process(), number -> switch ((int) (number % 10)) {
            case 0, 1, 2, 3 -> get(item);
            case 4, 5 -> get(base + "/api/v1/items?q=rescue");
            case 6 -> get(base + "/api/v1/vocabulary?lang=fr");
            case 7, 8 ->
                as("demo-secretariat", base + "/api/v1/submissions?queue=all").build();
            default ->
                as("demo-contributor-2", base + "/api/v1/checks")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"kind\":\"practice\",\"language\":\"en\"}", StandardCharsets.UTF_8))
                        .build();
        });
        warm(mixed);
        System.out.println("a mixed load: " + measure(mixed));
    }

    /**
     * What came of a part.
     *
     * @param micros of a processor's time that a request took the server
     */
    private record Figures(double rate, double medianMillis, double p99Millis, double micros, long failed) {
        @Override
        public String toString() {
            return "%.0f/s, median %.1f ms, p99 %.1f ms, %.0f us of a processor each, %d failed"
                    .formatted(rate, medianMillis, p99Millis, micros, failed);
        }
    }

    private Figures measure(Part asked) throws InterruptedException, ExecutionException {
        AtomicLong number = new AtomicLong();
        AtomicLong failed = new AtomicLong();
        ConcurrentLinkedQueue<long[]> times = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        Duration worked = asked.process().processorTime();
        long begun = System.nanoTime();
        List<Future<?>> clients = new ArrayList<>();
        for (int client = 0; client < CONNECTIONS; client++) {
            clients.add(threads.submit(() -> times.add(ask(asked.request(), number, failed, begun + part.toNanos()))));
        }
        for (Future<?> client : clients) {
            client.get();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        threads.shutdown();
        double micros = asked.process().processorTime().minus(worked).toNanos() / 1e3;
        long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Figures(
                all.length / seconds,
                all[all.length / 2] / 1e6,
                all[all.length * 99 / 100] / 1e6,
                micros / all.length,
                failed.get());
    }

    private long[] ask(Request request, AtomicLong number, AtomicLong failed, long end) {
        long[] times = new long[1 << 10];
        int count = 0;
        while (System.nanoTime() < end) {
            long begun = System.nanoTime();
            if (!isAnswered(request.of(number.getAndIncrement()))) {
                failed.incrementAndGet();
            }
            times = count == times.length ? Arrays.copyOf(times, count * 2) : times;
            times[count++] = System.nanoTime() - begun;
        }
        return Arrays.copyOf(times, count);
    }

    private boolean isAnswered(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void awaitReady(String base) {
        Client anybody = new Client(base, "");
        while (anybody.get("/readyz").status() != 200) {
            Thread.onSpinWait();
        }
    }

    private static HttpRequest get(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }

    private static HttpRequest.Builder as(String token, String address) {
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token);
    }
}
