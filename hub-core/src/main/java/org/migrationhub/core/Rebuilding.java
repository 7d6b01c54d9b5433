package org.migrationhub.core;

import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.IndexState.Rebuild;
import org.migrationhub.core.storage.HubStorage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a hub's search index built anew, by one thread at a time, and knows how far it is. Thread-safe. */
final class Rebuilding {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);

    private final HubStorage storage;
    private final LongSupplier indexed;
    private final Building build;
    private final Supplier<Instant> clock;
    private final ReentrantLock building = new ReentrantLock();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile @Nullable Rebuild last;

    /**
     * Of an index.
     *
     * @param indexed says up to which position it has followed
     * @param build builds it
     */
    Rebuilding(HubStorage storage, LongSupplier indexed, Building build, Supplier<Instant> clock) {
        this.storage = storage;
        this.indexed = indexed;
        this.build = build;
        this.clock = clock;
    }

    /** Builds an index, or fails. */
    interface Building {

        /**
         * Does it.
         *
         * @param reached is told each position up to which it has been built
         */
        void build(LongConsumer reached);
    }

    IndexState state() {
        return new IndexState(indexed.getAsLong(), storage.end(), last);
    }

    /** Has it done by an executor, unless that was begun already. */
    void begin(Executor executor) {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        boolean taken = false;
        try {
            last = rebuild();
            executor.execute(this::runOrLog);
            taken = true;
        } finally {
            if (!taken) {
                last = null;
                begun.set(false);
            }
        }
    }

    /** Does it. */
    void run() {
        building.lock();
        try {
            Rebuild now = rebuild();
            last = now;
            boolean done = false;
            try {
                build.build(reached -> last = at(now, reached));
                done = true;
            } finally {
                Rebuild reached = last == null ? now : last;
                last = new Rebuild(now.begunAt(), reached.reached(), now.goal(), clock.get(), !done);
            }
        } finally {
            building.unlock();
        }
    }

    private void runOrLog() {
        try {
            run();
        } catch (RuntimeException e) {
            LOG.error("The search index couldn't be built anew; the old one still serves", e);
        } finally {
            begun.set(false);
        }
    }

    private Rebuild rebuild() {
        return new Rebuild(clock.get(), 0, storage.end(), null, false);
    }

    private static Rebuild at(Rebuild begun, long reached) {
        return new Rebuild(begun.begunAt(), reached, begun.goal(), null, false);
    }
}
