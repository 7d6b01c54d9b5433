package org.migrationhub.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Hub;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread by which what other servers did on the same storage is found here. It outlives whatever fails, for want of
 * memory too: what it holds is read again from the journal. It is never interrupted: within the reading of a file an interrupt would close a database in files for everybody.
 */
final class Following implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final long RETRY_MILLIS = 1_000;
    private static final long CLOSE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Hub hub;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::follow, "following");
    private volatile @Nullable Long caughtUpAt;

    Following(Hub hub) {
        this.hub = hub;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Whether it stood at the end of the journal within the last five seconds: where others write on, it seldom stands still. */
    boolean isClose() {
        Long at = caughtUpAt;
        return at != null && System.nanoTime() - at < CLOSE_NANOS;
    }

    /** Whether it goes on. */
    boolean isAlive() {
        return thread.isAlive();
    }

    /** Ends it within a second, and waits for that; a storage that holds it up for longer isn't waited for. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try {
            boolean follows = true;
            do {
                follows = next(follows);
            } while (!closing.await(follows ? 0 : RETRY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.error("Somebody has interrupted what follows the journal; it has ended", e);
        }
    }

    /** Follows once; whether it could. */
    private boolean next(boolean couldBefore) throws InterruptedException {
        try {
            hub.followNext(WAIT);
            caughtUpAt = System.nanoTime();
            if (!couldBefore) {
                LOG.info("The journal is followed again");
            }
            return true;
        } catch (RuntimeException | Error e) {
            if (couldBefore) {
                LOG.warn("The journal can't be followed at the moment; this is tried again every second", e);
            }
            return false;
        }
    }
}
