package org.migrationhub.core.people;

import java.time.Instant;

/**
 * A time in which a reviewer takes no new seat.
 *
 * @param from its first instant
 * @param until the first instant after it
 */
public record Absence(Instant from, Instant until) {

    /** Refuses a time that ends before it begins. */
    public Absence {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("An absence can't end (" + until + ") before it begins (" + from + ")");
        }
    }

    /** Whether the instant lies in it. */
    public boolean includes(Instant at) {
        return !from.isAfter(at) && until.isAfter(at);
    }
}
