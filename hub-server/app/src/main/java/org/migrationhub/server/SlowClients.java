package org.migrationhub.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections whose other end keeps the server waiting, by a byte now and then that keeps them from being silent: those on
 * which the head of a request doesn't come to its end (slow loris), and those on which an answer isn't taken at some pace, which
 * would hold up a thread. Bodies have their pace where they are read. Thread-safe.
 */
final class SlowClients implements Connection.Listener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SlowClients.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A third of what a slow line gives that somebody has patience with. */
    private static final long BYTES_PER_SECOND = 10_000;

    private final long patience;
    private final long nanosPerByte;
    private final Map<Connection, Watch> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "slow-clients");
        thread.setDaemon(true);
        return thread;
    });

    private final ScheduledFuture<?> looking;

    SlowClients() {
        this(PATIENCE, BYTES_PER_SECOND);
    }

    /**
     * With another patience than usual.
     *
     * @param patience for how long a head may come, and an answer be taken more slowly than it should
     * @param bytesPerSecond how fast an answer should be taken
     */
    SlowClients(Duration patience, long bytesPerSecond) {
        this.patience = patience.toNanos();
        this.nanosPerByte = TimeUnit.SECONDS.toNanos(1) / bytesPerSecond;
        long between = this.patience / 16;
        this.looking = clock.scheduleWithFixedDelay(this::look, between, between, TimeUnit.NANOSECONDS);
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Watch(System.nanoTime()));
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

    /** What goes wrong with one connection is told, and the others are looked at all the same. */
    private void look() {
        long now = System.nanoTime();
        open.forEach((connection, watch) -> {
            try {
                if (watch.isTooSlow(connection, now)) {
                    connection.getEndPoint().close();
                }
            } catch (RuntimeException | Error e) {
                LOG.error("A connection couldn't be looked at", e);
            }
        });
    }

    /** What was seen of a connection. Only for the thread that looks. */
    private final class Watch {

        private long requests;
        private long bytesIn;
        private long bytesOut;
        private long headSince;
        private long left = patience;
        private long at;

        Watch(long now) {
            this.headSince = now;
            this.at = now;
        }

        /** Looks again. */
        boolean isTooSlow(Connection connection, long now) {
            boolean slow = isHeadTooSlow(connection, now) || isAnswerTakenTooSlowly(connection, now);
            at = now;
            return slow;
        }

        private boolean isHeadTooSlow(Connection connection, long now) {
            long complete = connection.getMessagesIn();
            boolean comes = complete == connection.getMessagesOut()
                    && complete == requests
                    && connection.getBytesIn() != bytesIn;
            if (!comes) {
                requests = complete;
                bytesIn = connection.getBytesIn();
                headSince = now;
            }
            return now - headSince > patience;
        }

        private boolean isAnswerTakenTooSlowly(Connection connection, long now) {
            long sent = connection.getBytesOut();
            long waited = waitsForReader(connection) ? now - at : 0;
            left = Math.min(patience, left - waited + (sent - bytesOut) * nanosPerByte);
            bytesOut = sent;
            return left < 0;
        }

        private static boolean waitsForReader(Connection connection) {
            return connection.getEndPoint() instanceof AbstractEndPoint end
                    && end.getWriteFlusher().isPending();
        }
    }
}
