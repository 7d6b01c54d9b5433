package org.migrationhub.server.load;

import io.javalin.Javalin;
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
import java.util.List;
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
 * bytes. Not a test: its figures say something only together with the machine on which they were taken.
 *
 * <pre>{@code
 * mvn -pl hub-server/app -am test-compile
 * java -cp ... org.migrationhub.server.load.LoadRun [seconds of each part]
 * }</pre>
 */
public final class LoadRun {

    private static final int CONNECTIONS = 64;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Duration part;

    private LoadRun(Duration part) {
        this.part = part;
    }

    /** Runs all parts and prints a line for each. */
    public static void main(String... arguments) throws Exception {
        Duration part = Duration.ofSeconds(arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]));
        new LoadRun(part).run();
    }

    /** Asks for something, the how-manieth is said. */
    private interface Request {
        HttpRequest of(long number);
    }

    private void run() throws Exception {
        System.out.printf(
                "%d processors, load %.1f at the beginning%n",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        Path errors = Files.createTempFile("hub-load", ".log");
        long begun = System.nanoTime();
        try (ServerProcess server = ServerProcess.start(
                errors, List.of("-Xmx128m"), "--demo", "--in-memory", "--port", "0", "--log-level", "warn")) {
            String base = server.firstLine().replaceAll(".*(http://localhost:[0-9]+)/.*", "$1");
            awaitReady(base);
            System.out.printf("ready after %d ms%n", (System.nanoTime() - begun) / 1_000_000);
            System.out.printf("resident after the start: %d MB%n", server.residentMegabytes());
            String item = base + "/api/v1/items/"
                    + new Client(base, "").get("/api/v1/items?limit=1").at("/items/0/id");
            compare("an item", item);
            compare("a search", base + "/api/v1/items?q=rescue");
            compare("the front page", base + "/en/");
            mixed(base, item);
            System.out.printf("resident at the end: %d MB%n", server.residentMegabytes());
        }
    }

    /** The same bytes from the server and from a bare handler, in turns. */
    private void compare(String what, String address) throws Exception {
        byte[] bytes = http.send(get(address), BodyHandlers.ofByteArray()).body();
        Javalin bare = Javalin.create(config -> config.routes.get(
                "/", context -> context.contentType("application/json").result(bytes)));
        bare.start("localhost", 0);
        try {
            String plain = "http://localhost:" + bare.port() + "/";
            measure(number -> get(plain)); // warm
            measure(number -> get(address));
            Figures ours = measure(number -> get(address));
            Figures theirs = measure(number -> get(plain));
            System.out.printf("%s: %s; the bare handler %s; ratio %.2f%n", what, ours, theirs, ours.rate / theirs.rate);
        } finally {
            bare.stop();
        }
    }

    /** Of ten requests seven read what is public, two are of the secretariat, one checks a form. */
    private void mixed(String base, String item) throws Exception {
        Figures figures = measure(number -> switch ((int) (number % 10)) {
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
        System.out.println("a mixed load: " + figures);
    }

    private record Figures(double rate, double medianMillis, double p99Millis, long failed) {
        @Override
        public String toString() {
            return "%.0f/s, median %.1f ms, p99 %.1f ms, %d failed".formatted(rate, medianMillis, p99Millis, failed);
        }
    }

    private Figures measure(Request request) throws InterruptedException, ExecutionException {
        AtomicLong number = new AtomicLong();
        AtomicLong failed = new AtomicLong();
        ConcurrentLinkedQueue<long[]> times = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        long begun = System.nanoTime();
        List<Future<?>> clients = new ArrayList<>();
        for (int client = 0; client < CONNECTIONS; client++) {
            clients.add(threads.submit(() -> times.add(ask(request, number, failed, begun + part.toNanos()))));
        }
        for (Future<?> client : clients) {
            client.get();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        threads.shutdown();
        long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Figures(
                all.length / seconds, all[all.length / 2] / 1e6, all[all.length * 99 / 100] / 1e6, failed.get());
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
