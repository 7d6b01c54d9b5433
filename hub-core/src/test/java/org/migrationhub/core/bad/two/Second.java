package org.migrationhub.core.bad.two;

import org.migrationhub.core.bad.one.First;

/** Uses a package that uses this one. */
public final class Second {

    private Second() {}

    /** Goes round. */
    public static void call() {
        First.call();
    }
}
