package org.migrationhub.server.site.secretariat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.page.Linked;
import org.migrationhub.server.site.page.Said;

/**
 * What happened to an item.
 *
 * @param head of the item
 * @param lines in order
 * @param intact whether every entry is as it was written, and follows on the one before
 * @param verdict the same in a sentence
 * @param export where the entries are to be had as they are written
 * @param next the address of the page after this one; null for the last
 * @param first the address of the first page; null on it
 */
public record JournalView(
        ItemHead head,
        List<Line> lines,
        boolean intact,
        String verdict,
        String export,
        @Nullable String next,
        @Nullable String first) {

    /**
     * Something that happened.
     *
     * @param number of the entry
     * @param when to the minute
     * @param what in words
     * @param details of it
     * @param who did it; null for the Hub itself
     * @param behalf on whose behalf, in words; null if nobody else's
     * @param words that were written with it; null if there are none, or they aren't to be read any more
     * @param hash the beginning of the hash of the entry
     */
    public record Line(
            String number,
            String when,
            String what,
            List<Said> details,
            @Nullable Linked who,
            @Nullable Linked behalf,
            @Nullable Said words,
            String hash) {}
}
