package org.migrationhub.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that runs some weeks behind until the demonstration's past has happened, and is right from then on. Thread-safe.
 */
public final class DemoClock implements InstantSource {

    private static final Duration PAST = Duration.ofDays(75);

    private final InstantSource right;
    private volatile Duration behind = PAST;

    /** A clock that runs behind the right one. */
    public DemoClock(InstantSource right) {
        this.right = right;
    }

    @Override
    public Instant instant() {
        return right.instant().minus(behind);
    }

    /** Lets time pass; not beyond the right time. */
    void advance(Duration time) {
        Duration left = behind.minus(time);
        behind = left.isNegative() ? Duration.ZERO : left;
    }

    /** From here on it is right. */
    public void arrive() {
        behind = Duration.ZERO;
    }
}
