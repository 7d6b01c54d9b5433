package org.migrationhub.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.migrationhub.core.Hub;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done beside everything else: when a server begins and then daily, uploaded files that never became part of an item go,
 * and so does what accounts need no more; hourly, a checkpoint pins the journal as far as it has grown. Begun and closed by one
 * thread.
 */
final class Upkeep implements AutoCloseable {

    /** For how long a file waits for the item that it is to belong to. */
    static final Duration GRACE = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final long PATIENCE_SECONDS = 2;

    private final Hub hub;
    private final Runnable further;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(Upkeep::thread);

    private final List<Future<?>> regularly = new ArrayList<>();

    Upkeep(Hub hub, Runnable further) {
        this.further = further;
        this.hub = hub;
    }

    /** Sweeps for the first time soon after, without anybody waiting for it. */
    void begin() {
        executor.execute(this::sweep);
        regularly.add(executor.scheduleAtFixedRate(this::sweep, 1, 1, TimeUnit.DAYS));
        regularly.add(executor.scheduleAtFixedRate(this::pin, 1, 1, TimeUnit.HOURS));
    }

    /**
     * Begins no more; what has begun may take a moment to end. Never by an interrupt, as {@link Following}: it would close a
     * database in files for everybody.
     */
    @Override
    public void close() {
        regularly.forEach(work -> work.cancel(false));
        executor.shutdown();
        try {
            if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The daily work has not ended yet; what is left of it fails once everything is closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep() {
        attempt("drop what was drafted by people whose data was erased", () -> {
            int dropped = hub.forgetDrafts();
            if (dropped > 0) {
                LOG.info("Dropped {} drafts of people whose data was erased", dropped);
            }
        });
        attempt("sweep the files that belong to no item", () -> {
            int swept = hub.sweepAttachments(GRACE);
            if (swept > 0) {
                LOG.info("Swept {} files that belong to no item", swept);
            }
        });
        attempt("sweep what accounts need no more", further);
    }

    private void pin() {
        attempt("take a checkpoint of the journal", hub::checkpoint);
    }

    /** What goes wrong is told and tried again the next time: the executor would forget a task that throws. */
    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            LOG.error("The server failed to {}", what, e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "upkeep");
        thread.setDaemon(true);
        return thread;
    }
}
