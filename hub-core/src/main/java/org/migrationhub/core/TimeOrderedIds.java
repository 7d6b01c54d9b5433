package org.migrationhub.core;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Ids that sort in the order in which they were made: UUIDs of version 7 (RFC 9562), which can't be guessed. Within a
 * millisecond, and while the clock is set back, they go on counting from the last. Thread-safe.
 */
final class TimeOrderedIds implements Supplier<String> {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER = (1 << COUNTER_BITS) - 1;

    private final SecureRandom random = new SecureRandom();

    /** The milliseconds of the last id, then its counter, which runs over into them. */
    private final AtomicLong last = new AtomicLong();

    private final InstantSource clock;

    TimeOrderedIds(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String get() {
        long now = clock.millis() << COUNTER_BITS;
        long next = last.updateAndGet(before -> Math.max(before + 1, now));
        long time = (next >>> COUNTER_BITS << 16) | VERSION_7 | (next & COUNTER);
        long rest = VARIANT | (random.nextLong() >>> 2);
        return new UUID(time, rest).toString();
    }
}
