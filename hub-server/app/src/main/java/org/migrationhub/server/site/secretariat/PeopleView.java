package org.migrationhub.server.site.secretariat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.page.Linked;

/**
 * A list of people.
 *
 * @param words what is looked for
 * @param roster whether only reviewers are shown
 * @param lines of the list
 * @param next the address of the page after this one; null for the last
 * @param first the address of the first page; null if this is it
 */
public record PeopleView(
        String words,
        boolean roster,
        List<Line> lines,
        @Nullable String next,
        @Nullable String first) {

    /**
     * Somebody.
     *
     * @param person by name
     * @param address of their record for letters; empty if there is none. It tells apart those who are called alike
     * @param organisations to which they belong now
     * @param side of the review rule
     * @param reviewer whether they are on the roster
     */
    public record Line(Linked person, String address, List<Linked> organisations, String side, boolean reviewer) {}
}
