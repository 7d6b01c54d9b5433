package org.migrationhub.core.bad.content;

import org.assertj.core.api.Assertions;

/** Uses what an embedder would have to take with the core. */
final class UsesALibrary {

    private UsesALibrary() {}

    static void call() {
        Assertions.setMaxElementsForPrinting(1);
    }
}
