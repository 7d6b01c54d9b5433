package org.migrationhub.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;

/**
 * Closes connections on which the head of a request doesn't come to its end: a byte now and then keeps a connection from
 * being silent, and with it one of those that the server can have (slow loris). Thread-safe.
 */
final class SlowHeads implements Connection.Listener, AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final long patienceNanos;
    private final Map<Connection, Seen> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "slow-heads");
        thread.setDaemon(true);
        return thread;
    });

    private final ScheduledFuture<?> looking;

    /** What had come on a connection, and since when there is no more. */
    private record Seen(long requests, long bytes, long since) {}

    SlowHeads() {
        this(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }

    /** With another patience than usual. */
    SlowHeads(long patienceMillis) {
        this.patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        this.looking =
                clock.scheduleWithFixedDelay(this::look, patienceMillis / 4, patienceMillis / 4, TimeUnit.MILLISECONDS);
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Seen(0, 0, System.nanoTime()));
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    @Override
    public void close() {
        looking.cancel(false);
        clock.shutdownNow();
    }

    private void look() {
        long now = System.nanoTime();
        open.forEach((connection, seen) -> {
            long requests = connection.getMessagesIn();
            boolean waits = requests == connection.getMessagesOut();
            if (!waits || requests != seen.requests() || connection.getBytesIn() == seen.bytes()) {
                open.replace(connection, new Seen(requests, connection.getBytesIn(), now));
            } else if (now - seen.since() > patienceNanos) {
                connection.getEndPoint().close();
            }
        });
    }
}
