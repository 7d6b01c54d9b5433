package org.migrationhub.server.site.account;

import java.util.List;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Seen;
import org.migrationhub.server.site.page.Typed;

/**
 * What a reviewer declares on the roster.
 *
 * @param seen what stands in it, for whoever saves it later
 * @param typed what is declared or was typed, with what is wrong
 * @param languages in which they can judge
 * @param objectives in which they can be at home
 * @param conflicts organisations whose items they have declared not to judge
 * @param absences how many rows there are for absences
 */
public record RosterView(
        Seen seen, Typed typed, List<Choice> languages, List<Choice> objectives, List<Choice> conflicts, int absences) {

    /** Copies the lists. */
    public RosterView {
        languages = List.copyOf(languages);
        objectives = List.copyOf(objectives);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Something to choose.
     *
     * @param code of it
     * @param said what it is called
     */
    public record Choice(String code, Said said) {}
}
