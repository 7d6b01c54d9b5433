package org.migrationhub.core;

import org.jspecify.annotations.Nullable;
import org.migrationhub.core.journal.ChainHead;

/**
 * An act that is decided anew each time somebody else was faster. Each time there is something newer to decide on, so some
 * act gets on; a storage that refuses a commit although nothing has changed is caught. Not thread-safe.
 */
final class Contest {

    private @Nullable ChainHead lost;

    /**
     * What to decide on next.
     *
     * @param head of what the storage shows now
     * @throws IllegalStateException if a commit after the same head was refused before
     */
    ChainHead on(ChainHead head) {
        if (head.equals(lost)) {
            throw new IllegalStateException(
                    "The storage contradicts itself: it takes no entry after " + head + ", the last that it shows");
        }
        lost = head;
        return head;
    }
}
