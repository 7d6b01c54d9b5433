package org.migrationhub.server.site.secretariat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.page.Linked;
import org.migrationhub.server.site.page.Said;

/**
 * A list of organisations.
 *
 * @param words what is looked for
 * @param lines of the list
 * @param next the address of the page after this one; null for the last
 * @param first the address of the first page; null if this is it
 */
public record OrganisationsView(
        String words,
        List<Line> lines,
        @Nullable String next,
        @Nullable String first) {

    /**
     * An organisation.
     *
     * @param organisation by name
     * @param side on which its people stand
     * @param aliases its other names
     * @param partOf the body of which it is an office or a branch; null if of none
     */
    public record Line(
            Linked organisation,
            String side,
            List<Said> aliases,
            @Nullable Linked partOf) {}
}
