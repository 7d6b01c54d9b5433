package org.migrationhub.server.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much of the processor's time each thread of this process has taken so far, the virtual machine's own among them. Linux
 * tells it, in nanoseconds.
 */
final class ThreadTimes {

    private static final Path THREADS = Path.of("/proc/self/task");

    /** Reads the times while whoever is measured waits, so that what this takes can be left out. */
    private static final String READER = "times";

    private static final List<String> COMPILERS = List.of("C1 Compiler", "C2 Compiler", "Sweeper");
    private static final List<String> COLLECTOR = List.of("GC Thread", "G1 ", "VM Thread");
    private static final List<String> ASKING = List.of("HttpClient", READER);

    private static final Executor READING = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, READER);
        thread.setDaemon(true);
        return thread;
    });

    /** By the name of the thread, with its number. */
    private final Map<String, Long> nanos;

    private ThreadTimes(Map<String, Long> nanos) {
        this.nanos = nanos;
    }

    /**
     * What was taken from one moment to another.
     *
     * @param working nanoseconds of all threads but the compilers' and those of the client that asks the server
     * @param collecting those of them that the garbage collector took
     * @param compiling nanoseconds of the compilers
     */
    record Taken(long working, long collecting, long compiling) {

        static final Taken NOTHING = new Taken(0, 0, 0);

        static Taken by(String thread, long nanos) {
            if (isOneOf(ASKING, thread)) {
                return NOTHING;
            }
            return isOneOf(COMPILERS, thread)
                    ? new Taken(0, 0, nanos)
                    : new Taken(nanos, isOneOf(COLLECTOR, thread) ? nanos : 0, 0);
        }

        private static boolean isOneOf(List<String> names, String thread) {
            return names.stream().anyMatch(thread::startsWith);
        }

        Taken plus(Taken other) {
            return new Taken(working + other.working, collecting + other.collecting, compiling + other.compiling);
        }

        Taken minus(Taken other) {
            return new Taken(working - other.working, collecting - other.collecting, compiling - other.compiling);
        }
    }

    /** As it is now. */
    static ThreadTimes now() {
        return CompletableFuture.supplyAsync(ThreadTimes::read, READING).join();
    }

    /** What was taken since then. */
    Taken since(ThreadTimes then) {
        return nanos.entrySet().stream()
                .map(one -> Taken.by(one.getKey(), one.getValue() - then.nanos.getOrDefault(one.getKey(), 0L)))
                .reduce(Taken.NOTHING, Taken::plus);
    }

    private static ThreadTimes read() {
        try (Stream<Path> threads = Files.list(THREADS)) {
            return new ThreadTimes(threads.collect(Collectors.toMap(
                    thread -> said(thread, "comm").strip() + " " + thread.getFileName(),
                    thread -> Long.valueOf(said(thread, "schedstat").split(" ", 2)[0]))));
        } catch (IOException e) {
            throw new UncheckedIOException("Only Linux tells what threads take", e);
        }
    }

    private static String said(Path thread, String file) {
        try {
            return Files.readString(thread.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
