package org.migrationhub.server.site.page;

import java.util.List;

/**
 * What can't be taken in any more.
 *
 * @param texts what was typed
 */
public record Unsent(List<String> texts) {

    /** Copies the list. */
    public Unsent {
        texts = List.copyOf(texts);
    }
}
