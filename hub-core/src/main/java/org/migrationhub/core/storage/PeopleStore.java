package org.migrationhub.core.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;

/** The organisations and persons. */
public interface PeopleStore {

    /**
     * A person's record, with the head of its chain, both of the same instant.
     *
     * @return empty if there is none with this id
     */
    Optional<Stored<Person>> person(PersonId id);

    /**
     * An organisation's record, with the head of its chain, both of the same instant.
     *
     * @return empty if there is none with this id
     */
    Optional<Stored<Organisation>> organisation(OrganisationId id);

    /** The persons that the query shows, in its order, at most its limit. */
    List<Person> people(PersonQuery query);

    /** The organisations that the query shows, in its order, at most its limit. */
    List<Organisation> organisations(OrganisationQuery query);

    /**
     * On how many submissions each of these persons holds a standing seat of an open round without having reviewed.
     *
     * @return an entry for each of them, 0 where there is none
     */
    Map<PersonId, Integer> openSeats(Set<PersonId> persons);
}
