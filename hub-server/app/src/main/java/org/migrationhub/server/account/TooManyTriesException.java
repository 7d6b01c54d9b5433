package org.migrationhub.server.account;

import java.time.Duration;

/** Something was tried too often. It is a matter of waiting, never of being locked out. */
public final class TooManyTriesException extends RuntimeException {

    private final transient Duration wait;

    /** After this long it may be tried again. */
    public TooManyTriesException(Duration wait) {
        super("Tried too often");
        this.wait = wait;
    }

    /** How many seconds to wait, rounded up. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
