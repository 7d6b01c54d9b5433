package org.migrationhub.server.site.secretariat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.page.Linked;
import org.migrationhub.server.site.page.Said;

/**
 * What waits, and one list of it.
 *
 * @param address of the desk
 * @param words what is looked for; empty if nothing is
 * @param shelves all lists
 * @param name of the one that is shown
 * @param about what to do with what is in it
 * @param lines of it
 * @param next the address of the page after this one; null for the last
 * @param first the address of the first page; null if this is it
 * @param otherwise what is found by something else than its title
 */
public record QueueView(
        String address,
        String words,
        List<Shelf> shelves,
        String name,
        String about,
        List<Line> lines,
        @Nullable String next,
        @Nullable String first,
        List<Line> otherwise) {

    /**
     * One of the lists.
     *
     * @param name what is to be done
     * @param address of it
     * @param count how much is in it; empty where that is no matter of work
     * @param tone {@code waits} if it asks for something, {@code quiet} if nothing is in it, else empty
     * @param chosen whether it is shown
     */
    public record Shelf(String name, String address, String count, String tone, boolean chosen) {}

    /**
     * An item in it.
     *
     * @param address of what is known of it
     * @param title of it
     * @param kind what it is
     * @param submitter who submitted it; null if that isn't told
     * @param state where it stands
     * @param tone how that is to be taken: {@code waits}, {@code good}, {@code bad} or empty
     * @param detail what is missing, or since when it waits
     */
    public record Line(
            String address,
            Said title,
            String kind,
            @Nullable Linked submitter,
            String state,
            String tone,
            List<String> detail) {}
}
