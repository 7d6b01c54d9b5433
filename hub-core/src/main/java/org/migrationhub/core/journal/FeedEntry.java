package org.migrationhub.core.journal;

/**
 * An entry at its place in the whole journal.
 *
 * @param position larger than that of every entry before; gaps may occur
 * @param entry what happened
 */
public record FeedEntry(long position, Entry entry) {

    /** Refuses a position below 1. */
    public FeedEntry {
        if (position < 1) {
            throw new IllegalArgumentException("The first position of a journal is 1 or more, not " + position);
        }
    }
}
