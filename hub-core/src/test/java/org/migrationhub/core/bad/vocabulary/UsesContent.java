package org.migrationhub.core.bad.vocabulary;

import org.migrationhub.core.bad.content.Prints;

/** Uses a package that comes after its own. */
final class UsesContent {

    private UsesContent() {}

    static void call() {
        Prints.print("out of order");
    }
}
