package org.migrationhub.server.site.read;

import java.util.List;
import org.migrationhub.server.site.page.Linked;
import org.migrationhub.server.site.page.Tally;

/**
 * The page of a country, a region or a Regional Commission.
 *
 * @param self what it is called, and how many items apply to it
 * @param within what it is part of, the widest first
 * @param commissions of which Regional Commissions it is a member
 * @param regions the regions that are its parts, gaps included
 * @param countries its countries of which there is something
 * @param objectives every objective with what there is of this place, gaps included
 * @param gaps of how many objectives there is nothing
 * @param items the newest of them
 * @param search where all of them are found
 */
public record PlaceView(
        Tally self,
        List<Linked> within,
        List<Linked> commissions,
        List<Tally> regions,
        List<Tally> countries,
        List<Tally> objectives,
        long gaps,
        List<Card> items,
        String search) {}
