package org.migrationhub.server.site.page;

import java.util.List;
import java.util.Optional;
import org.migrationhub.core.PeopleDesk;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.storage.OrganisationQuery;

/**
 * Finds the organisation that somebody means by what they typed: its id, its name or another of its names, or words that only
 * its name has. Stateless and thread-safe.
 */
public final class Bodies {

    /** More than one is one too many. */
    private static final int MANY = 2;

    private Bodies() {}

    /**
     * The one that is meant.
     *
     * @param pointer of the field
     * @throws RefusedException if there is none, or it isn't clear which
     */
    public static OrganisationId meant(PeopleDesk people, String pointer, String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            throw new RefusedException(
                    new Violation(pointer, "organisation.name-required", "Give the name of the organisation."));
        }
        return byId(people, text).orElseGet(() -> byName(people, pointer, text));
    }

    private static Optional<OrganisationId> byId(PeopleDesk people, String text) {
        try {
            return OrganisationId.find(text)
                    .map(people::organisation)
                    .map(stored -> stored.value().id());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private static OrganisationId byName(PeopleDesk people, String pointer, String text) {
        OrganisationQuery all = OrganisationQuery.all().limit(MANY);
        List<Organisation> same = people.organisations(all.called(text));
        List<Organisation> meant = same.isEmpty() ? people.organisations(all.named(text)) : same;
        if (meant.isEmpty()) {
            throw new RefusedException(
                    new Violation(pointer, "organisation.unknown", "No such organisation is registered."));
        }
        if (meant.size() > 1) {
            throw new RefusedException(new Violation(
                    pointer, "organisation.ambiguous", "Several organisations are called so; give the whole name."));
        }
        return meant.get(0).id();
    }
}
