package org.migrationhub.server.site.secretariat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.server.site.page.Linked;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Visit;

/** Whom and what ids stand for, each with the way to its page; each is asked for once. Not thread-safe. */
final class Names {

    static final String PEOPLE = "/desk/people";
    static final String ORGANISATIONS = "/desk/organisations";

    private final Visit visit;
    private final Map<PersonId, Said> persons = new HashMap<>();
    private final Map<OrganisationId, Said> organisations = new HashMap<>();

    Names(Visit visit) {
        this.visit = visit;
    }

    /** A person by name, as far as there is one: a token of the configuration may act without a record. */
    Linked person(PersonId id) {
        return new Linked(name(id), visit.at().to(PEOPLE + "/" + id));
    }

    /** A person's name. */
    Said name(PersonId id) {
        return persons.computeIfAbsent(id, this::found);
    }

    /** The name on a record at hand. */
    Said name(Person person) {
        return person.erased()
                ? visit.voice().plain("secretariat.erased")
                : Said.unknown(person.profile().name());
    }

    /** An organisation by name. */
    Linked organisation(OrganisationId id) {
        return new Linked(
                organisations.computeIfAbsent(id, this::found), visit.at().to(ORGANISATIONS + "/" + id));
    }

    /** An organisation at hand. */
    Linked organisation(Organisation one) {
        return new Linked(Said.unknown(one.name()), visit.at().to(ORGANISATIONS + "/" + one.id()));
    }

    /** Several organisations. */
    List<Linked> organisations(Collection<OrganisationId> ids) {
        return ids.stream().map(this::organisation).toList();
    }

    /** An organisation as an item names it. */
    Linked organisation(OrganisationRef named) {
        String office = named.office();
        Said said = Said.unknown(office == null ? named.name() : named.name() + " – " + office);
        OrganisationId id = named.id();
        return new Linked(said, id == null ? null : visit.at().to(ORGANISATIONS + "/" + id));
    }

    private Said found(PersonId id) {
        try {
            return name(visit.ask().people().person(id).value());
        } catch (NotFoundException e) {
            return Said.unknown(id.value());
        }
    }

    private Said found(OrganisationId id) {
        try {
            return Said.unknown(visit.ask().people().organisation(id).value().name());
        } catch (NotFoundException e) {
            return Said.unknown(id.value());
        }
    }
}
