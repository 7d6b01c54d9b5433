package org.migrationhub.core.bad.content;

import java.time.Instant;
import java.util.function.Supplier;

/** Reads the time through a method reference. */
final class PassesTheClockOn {

    private PassesTheClockOn() {}

    static Supplier<Instant> clock() {
        return Instant::now;
    }
}
