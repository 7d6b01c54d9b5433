package org.migrationhub.core.content;

import java.util.List;
import java.util.SortedSet;
import org.migrationhub.core.vocabulary.Country;
import org.migrationhub.core.vocabulary.Region;
import org.migrationhub.core.vocabulary.RegionalCommission;

/**
 * Where an item applies: any combination of its parts. Items of a region alone or of global scope alone exist.
 *
 * @param countries countries and areas
 * @param regions continents and sub-regions of the standard M49
 * @param commissions the areas of Regional Commissions
 * @param localPlaces places within a country in the submitter's words, in the submitter's order
 * @param global whether the scope is global, which is neither a country nor a region
 */
public record Geography(
        SortedSet<Country> countries,
        SortedSet<Region> regions,
        SortedSet<RegionalCommission> commissions,
        List<String> localPlaces,
        boolean global) {

    /** No place given yet. */
    public static final Geography NOWHERE =
            new Geography(Sorted.none(), Sorted.none(), Sorted.none(), List.of(), false);

    /** Copies the collections. */
    public Geography {
        countries = Sorted.copyOf(countries);
        regions = Sorted.copyOf(regions);
        commissions = Sorted.copyOf(commissions);
        localPlaces = List.copyOf(localPlaces);
    }

    /** Whether no part is given. */
    public boolean isEmpty() {
        return equals(NOWHERE);
    }
}
