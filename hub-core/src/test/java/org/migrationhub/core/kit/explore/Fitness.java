package org.migrationhub.core.kit.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.people.Sector;

/** Who may judge what, worked out from the story and the promise alone. */
record Fitness(Promise promise, World world, Content content, Ledger ledger) {

    /** What makes the persona unfit to sit on the panel or to file a review; empty if nothing. */
    List<String> objections(Persona persona) {
        List<String> found = new ArrayList<>(conflicts(persona));
        if (!world.of(persona).onRoster()) {
            found.add("is not on the roster");
        }
        if (world.of(persona).side() == Sector.UNDETERMINED) {
            found.add("stands on no determined side");
        }
        return found;
    }

    /** What conflict of interest the persona has. */
    List<String> conflicts(Persona persona) {
        List<String> found = new ArrayList<>();
        if (persona.part() == Part.SUBMITTER) {
            found.add("submitted it");
        }
        if (ledger.represents(persona)) {
            found.add("acts on the submitter's behalf");
        }
        if (content.named().contains(persona)) {
            found.add("is named in it");
        }
        if (ledger.hasRecused(persona)) {
            found.add("fell out over a conflict before");
        }
        if (world.of(persona).declaresConflict()) {
            found.add("has declared a conflict with a body in it");
        }
        for (Involvement involvement : promise.barred()) {
            if (!Collections.disjoint(employers(persona), content.bodies().get(involvement))) {
                found.add("belongs to a body involved by " + involvement);
            }
        }
        return found;
    }

    private Set<OrganisationId> employers(Persona persona) {
        return world.of(persona).employersWithin(promise.coolingOff(), world.now());
    }
}
