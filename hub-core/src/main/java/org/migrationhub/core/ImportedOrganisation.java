package org.migrationhub.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.people.Sector;

/**
 * An organisation from elsewhere, as it was written: unlike an {@link org.migrationhub.core.people.Organisation}, it may be
 * one that can't be.
 *
 * @param id under which it is, or is to be, registered here
 * @param name as it writes it itself
 * @param sector the side of the review rule on which its people stand
 * @param aliases other names and acronyms, in any language
 * @param partOf the body of which it is an office or a branch; null for none
 */
public record ImportedOrganisation(
        OrganisationId id,
        String name,
        Sector sector,
        List<String> aliases,
        @Nullable OrganisationId partOf) {

    /** Copies the list. */
    public ImportedOrganisation {
        aliases = List.copyOf(aliases);
    }
}
