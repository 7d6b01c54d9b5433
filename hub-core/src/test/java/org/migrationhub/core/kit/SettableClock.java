package org.migrationhub.core.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it, forwards or back. Thread-safe. */
public final class SettableClock implements InstantSource {

    private final AtomicReference<Instant> now;

    /** A clock that shows the instant. */
    public SettableClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    /** A clock that shows {@link Samples#NOW}. */
    public SettableClock() {
        this(Samples.NOW);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Sets it to the instant, which may lie before the one it shows. */
    public void set(Instant instant) {
        now.set(instant);
    }

    /**
     * Moves it on by the time; back if the time is negative.
     *
     * @return what it shows from now on
     */
    public Instant advance(Duration time) {
        return now.updateAndGet(instant -> instant.plus(time));
    }

    @Override
    public String toString() {
        return "a clock that shows " + now;
    }
}
