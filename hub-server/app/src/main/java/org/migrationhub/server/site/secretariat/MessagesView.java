package org.migrationhub.server.site.secretariat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.page.Linked;

/**
 * A list of messages.
 *
 * @param shelves by what became of them
 * @param lines of the list
 * @param next the address of the page after this one; null for the last
 * @param first the address of the first page; null if this is it
 */
public record MessagesView(
        List<QueueView.Shelf> shelves,
        List<Line> lines,
        @Nullable String next,
        @Nullable String first) {

    /**
     * A message.
     *
     * @param message what it says, and where it is shown
     * @param recipient whom it tells; null if only an address is known
     * @param item of which it tells; null if it tells of none, or of one that whoever looks may not know
     * @param when it came into the outbox
     * @param state what became of it
     * @param tone how that is to be taken
     * @param why it became so; empty if there is nothing to say
     */
    public record Line(
            Linked message,
            @Nullable Linked recipient,
            @Nullable Linked item,
            String when,
            String state,
            String tone,
            String why) {}
}
