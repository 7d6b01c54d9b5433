package org.migrationhub.storage.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the followers on all nodes by LISTEN and NOTIFY. It rings after commits, not in them, since PostgreSQL lets
 * transactions that notify commit only one after the other; many commits may share one ringing. A ringing that is lost (the
 * process ends, a connection breaks) is made up for by who waits: they look by themselves every second.
 *
 * <p>One thread rings, begun with the first commit; one holds a connection and listens, begun with the first who waits.
 * Thread-safe.
 */
final class Bell implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);
    private static final int LISTEN_MILLIS = 500;
    private static final long RETRY_MILLIS = 1_000;

    private final DataSource connections;
    private boolean toRing;
    private long heard;
    private boolean closed;
    private @Nullable Thread ringing;
    private @Nullable Thread listening;

    Bell(DataSource connections) {
        this.connections = connections;
    }

    /** Rings soon. */
    synchronized void ring() {
        toRing = true;
        if (ringing == null && !closed) {
            ringing = start("hub-journal-bell", this::ringOnAndOn);
        }
        hear();
    }

    /** How often it was heard. */
    synchronized long heard() {
        return heard;
    }

    /** Waits until it was heard more often than that, at most so long, and at most a second. */
    synchronized void await(long seen, Duration atMost) throws InterruptedException {
        if (listening == null && !closed) {
            listening = start("hub-journal-listener", this::listenOnAndOn);
        }
        long left = Math.min(atMost.toMillis(), RETRY_MILLIS);
        long end = System.nanoTime() + left * 1_000_000;
        while (heard == seen && left > 0) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }

    @Override
    public void close() {
        Thread ringer;
        Thread listener;
        synchronized (this) {
            closed = true;
            notifyAll();
            ringer = ringing;
            listener = listening;
        }
        join(ringer);
        join(listener);
    }

    private synchronized void hear() {
        heard++;
        notifyAll();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Whether there is something to ring for; waits until there is, or it is closed. */
    private synchronized boolean nextRing() throws InterruptedException {
        while (!toRing && !closed) {
            wait();
        }
        boolean next = toRing;
        toRing = false;
        return next;
    }

    private void ringOnAndOn() throws InterruptedException {
        while (nextRing()) {
            try (Connection connection = connections.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("notify hub_journal");
                if (!connection.getAutoCommit()) {
                    connection.commit();
                }
            } catch (SQLException e) {
                LOG.debug("Followers on other nodes weren't woken; they look by themselves", e);
            } catch (RuntimeException | Error e) {
                LOG.warn("What wakes followers on other nodes has failed; it goes on", e);
            }
        }
    }

    private void listenOnAndOn() throws InterruptedException {
        while (!isClosed()) {
            try (Connection connection = connections.getConnection()) {
                connection.setAutoCommit(true);
                listen(connection);
            } catch (SQLException e) {
                LOG.debug("Listening for a growing journal was interrupted and is taken up again", e);
                pause();
            } catch (RuntimeException | Error e) {
                LOG.warn("What listens for a growing journal has failed; it goes on", e);
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen hub_journal");
        }
        hear(); // what was rung before the bell could be heard
        PGConnection listener = connection.unwrap(PGConnection.class);
        try {
            while (!isClosed()) {
                var notifications = listener.getNotifications(LISTEN_MILLIS);
                if (notifications != null && notifications.length > 0) {
                    hear();
                }
            }
        } finally {
            try (Statement statement = connection.createStatement()) {
                statement.execute("unlisten hub_journal"); // the pool gives it to somebody else next
            }
        }
    }

    /** Waits a second, or until it is closed. */
    private synchronized void pause() throws InterruptedException {
        long end = System.nanoTime() + RETRY_MILLIS * 1_000_000;
        for (long left = RETRY_MILLIS; !closed && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    private interface Loop {
        void run() throws InterruptedException;
    }

    private static Thread start(String name, Loop loop) {
        Thread thread = new Thread(
                () -> {
                    try {
                        loop.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void join(@Nullable Thread thread) {
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
