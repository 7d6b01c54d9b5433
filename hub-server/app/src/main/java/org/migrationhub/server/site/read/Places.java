package org.migrationhub.server.site.read;

import java.util.List;
import org.migrationhub.server.site.page.Linked;
import org.migrationhub.server.site.page.Tally;

/**
 * The page of all places.
 *
 * @param continents the parts of the world
 * @param commissions the Regional Commissions
 * @param global what there is of global scope
 */
public record Places(List<Continent> continents, List<Tally> commissions, Tally global) {

    /**
     * A part of the world.
     *
     * @param self how much there is
     * @param countries where there is something
     * @param gaps countries and areas where there is nothing
     */
    public record Continent(Tally self, List<Tally> countries, List<Linked> gaps) {}
}
