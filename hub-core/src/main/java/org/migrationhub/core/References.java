package org.migrationhub.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.storage.HubStorage;

/**
 * Finds what an item refers to by id and the Hub doesn't know. A reference into nowhere would blind the rules on conflicts
 * of interest.
 */
final class References {

    private final HubStorage storage;
    private final List<Violation> violations = new ArrayList<>();

    private References(HubStorage storage) {
        this.storage = storage;
    }

    static List<Violation> unknown(ContentItem item, HubStorage storage) {
        References check = new References(storage);
        if (item instanceof Practice practice) {
            check.organisations("/mainImplementers", practice.mainImplementers());
            check.organisations("/otherOrganisations", practice.otherOrganisations());
            check.persons(practice.contributors(), practice.contact());
            check.person("/focalPoint", practice.focalPoint());
        } else if (item instanceof Resource resource) {
            check.organisations("/publishers", resource.publishers());
            check.persons(resource.contributors(), resource.contact());
        }
        check.organisations("/partners", item.partners());
        return check.violations;
    }

    private void organisations(String path, List<OrganisationRef> references) {
        for (int index = 0; index < references.size(); index++) {
            OrganisationId id = references.get(index).id();
            if (id != null && storage.organisation(id).isEmpty()) {
                violations.add(new Violation(
                        path + "/" + index + "/id",
                        "organisation.unknown",
                        "No organisation with this id is registered; leave the id out if you don't know it."));
            }
        }
    }

    private void persons(Iterable<PersonId> contributors, @Nullable PersonId contact) {
        int index = 0;
        for (PersonId contributor : contributors) {
            person("/contributors/" + index++, contributor);
        }
        person("/contact", contact);
    }

    private void person(String path, @Nullable PersonId id) {
        if (id != null && storage.person(id).isEmpty()) {
            violations.add(new Violation(
                    path, "person.unknown", "Nobody with this id is registered; register the person first."));
        }
    }
}
