package org.migrationhub.server;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Hub;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes, when it begins and then daily, the files that were uploaded and never became part of an item, and what accounts
 * need no more. Begun and closed by
 * one thread.
 */
final class AttachmentSweep implements AutoCloseable {

    /** For how long a file waits for the item that it is to belong to. */
    static final Duration GRACE = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentSweep.class);
    private static final long PATIENCE_SECONDS = 2;

    private final Hub hub;
    private final Runnable further;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(AttachmentSweep::thread);

    private @Nullable Future<?> daily;

    AttachmentSweep(Hub hub, Runnable further) {
        this.further = further;
        this.hub = hub;
    }

    /** Sweeps for the first time soon after, without anybody waiting for it. */
    void begin() {
        executor.execute(this::sweep);
        daily = executor.scheduleAtFixedRate(this::sweep, 1, 1, TimeUnit.DAYS);
    }

    /** Sweeps no more; one that has begun may take a moment to end. */
    @Override
    public void close() {
        if (daily != null) {
            daily.cancel(false);
        }
        executor.shutdown();
        try {
            if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** What goes wrong is told and tried again the next day: the executor would forget a task that throws. */
    private void sweep() {
        try {
            int swept = hub.sweepAttachments(GRACE);
            if (swept > 0) {
                LOG.info("Swept {} files that belong to no item", swept);
            }
        } catch (RuntimeException e) {
            LOG.error("The files that belong to no item couldn't be swept", e);
        }
        try {
            further.run();
        } catch (RuntimeException e) {
            LOG.error("What accounts need no more couldn't be swept", e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "attachment-sweep");
        thread.setDaemon(true);
        return thread;
    }
}
