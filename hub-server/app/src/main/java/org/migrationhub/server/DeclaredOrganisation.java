package org.migrationhub.server;

import java.util.List;
import org.migrationhub.core.people.Sector;

/**
 * An organisation that the configuration brings along.
 *
 * @param key by which the configuration refers to it
 * @param name as it writes it itself
 * @param sector the side of the review rule on which its people stand
 * @param aliases other names
 */
record DeclaredOrganisation(String key, String name, Sector sector, List<String> aliases) {

    DeclaredOrganisation {
        aliases = List.copyOf(aliases);
    }
}
