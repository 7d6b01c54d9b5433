package org.migrationhub.core.bad.one;

import org.migrationhub.core.bad.two.Second;

/** Uses a package that uses this one. */
public final class First {

    private First() {}

    /** Goes round. */
    public static void call() {
        Second.call();
    }
}
