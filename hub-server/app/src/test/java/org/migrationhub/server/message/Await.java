package org.migrationhub.server.message;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again until something is as it should be. */
public final class Await {

    private static final Duration MOST = Duration.ofSeconds(30);
    private static final long BETWEEN_NANOS = 10_000_000;

    private Await() {}

    /** What was found in the end; fails when that takes too long. */
    public static <T> T until(Supplier<T> question, Predicate<T> answered) {
        Instant begun = Instant.now();
        T found = question.get();
        while (!answered.test(found)) {
            if (Duration.between(begun, Instant.now()).compareTo(MOST) > 0) {
                throw new AssertionError("Still " + found);
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
            found = question.get();
        }
        return found;
    }
}
