package org.migrationhub.server.site.submit;

import java.util.List;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Typed;

/**
 * What every step of the form has.
 *
 * @param action where the form goes
 * @param version of what was read; empty while nothing was saved
 * @param kind {@code practice} or {@code resource}
 * @param title of the item so far
 * @param steps of the form
 * @param typed what is written, and what is wrong with it
 * @param notice what has to be known before going on; empty if nothing has
 * @param desk where it is told how the item stands
 */
public record FormHead(
        String action,
        String version,
        String kind,
        Said title,
        List<Place> steps,
        Typed typed,
        String notice,
        String desk) {

    /**
     * A step.
     *
     * @param code of it
     * @param name of it
     * @param address of it; empty if it can't be gone to yet
     * @param here whether this is it
     */
    public record Place(String code, String name, String address, boolean here) {}

    /** Whether it is of a practice. */
    public boolean isPractice() {
        return kind.equals("practice");
    }
}
