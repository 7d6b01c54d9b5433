package org.migrationhub.server.site.page;

import java.util.List;

/**
 * What can't be taken in any more.
 *
 * @param texts what was typed
 * @param onward where it is told how what it was for stands now; empty where that isn't theirs to see
 */
public record Unsent(List<Text> texts, String onward) {

    /** Copies the list. */
    public Unsent {
        texts = List.copyOf(texts);
    }

    /**
     * Something that was typed.
     *
     * @param label what the field is called; empty if it is called nothing by itself
     * @param text what stood in it
     */
    public record Text(String label, String text) {}
}
