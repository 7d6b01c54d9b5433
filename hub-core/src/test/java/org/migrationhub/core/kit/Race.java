package org.migrationhub.core.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Several threads that begin at the same moment, again and again. What one throws, the caller gets. Not thread-safe. */
final class Race implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 120;

    private final int threads;
    private final CyclicBarrier start;
    private final ExecutorService pool;

    Race(int threads) {
        this.threads = threads;
        this.start = new CyclicBarrier(threads);
        this.pool = Executors.newFixedThreadPool(threads);
    }

    int threads() {
        return threads;
    }

    /** Runs one per thread, all from the same moment on, and waits for the last. */
    <T> List<T> run(List<? extends Callable<T>> racers) throws Exception {
        if (racers.size() != threads) {
            throw new IllegalArgumentException(racers.size() + " racers on " + threads + " threads");
        }
        List<Future<T>> running = new ArrayList<>();
        for (Callable<T> racer : racers) {
            running.add(pool.submit(() -> {
                start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return racer.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> one : running) {
            results.add(result(one));
        }
        return results;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    private static <T> T result(Future<T> running) throws Exception {
        try {
            return running.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("A thread failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("A thread isn't done after " + PATIENCE_SECONDS + " seconds", e);
        }
    }
}
