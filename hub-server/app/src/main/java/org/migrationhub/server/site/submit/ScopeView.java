package org.migrationhub.server.site.submit;

import java.util.List;

/**
 * The step that asks where and when it was, and what it serves.
 *
 * @param head of the step
 * @param continents with their countries
 * @param elsewhere countries and areas of no continent
 * @param commissions the Regional Commissions
 * @param objectives of the Global Compact
 * @param principles of the Global Compact
 * @param goals of sustainable development
 * @param targets of those goals that are chosen, by their numbers
 */
public record ScopeView(
        FormHead head,
        List<Continent> continents,
        List<Option> elsewhere,
        List<Option> commissions,
        List<Option> objectives,
        List<Option> principles,
        List<Option> goals,
        String targets) {

    /** Whether something of a continent is chosen, so that its list is open. */
    public boolean isChosen(Continent continent) {
        return isChosen("geography/regions", List.of(continent.itself()))
                || isChosen("geography/regions", continent.parts())
                || isChosen("geography/countries", continent.countries());
    }

    /** Whether one of the other places is. */
    public boolean isElsewhere() {
        return isChosen("geography/countries", elsewhere) || isChosen("geography/commissions", commissions);
    }

    private boolean isChosen(String field, List<Option> options) {
        return options.stream().anyMatch(option -> head.typed().has(field, option.value()));
    }
}
