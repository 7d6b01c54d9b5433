package org.migrationhub.server.site.read;

import org.migrationhub.core.content.FoldedName;
import org.migrationhub.core.content.OrganisationRef;

/** How the search calls an organisation that an item names. Stateless and thread-safe. */
final class Organisations {

    private Organisations() {}

    /** The value of the facet that stands for it. */
    static String value(OrganisationRef organisation) {
        return organisation.id() != null
                ? organisation.id().value()
                : "name:" + FoldedName.of(organisation.name()).words().strip();
    }
}
