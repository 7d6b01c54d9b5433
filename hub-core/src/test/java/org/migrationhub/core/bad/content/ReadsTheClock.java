package org.migrationhub.core.bad.content;

import java.time.Instant;

/** Reads the time instead of having it handed in. */
final class ReadsTheClock {

    private ReadsTheClock() {}

    static Instant read() {
        return Instant.now();
    }
}
