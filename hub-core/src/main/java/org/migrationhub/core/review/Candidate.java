package org.migrationhub.core.review;

import java.util.List;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;

/**
 * Somebody who might take a seat, with all that the eligibility rules look at.
 *
 * @param person with affiliations and roster entry
 * @param organisations the records of the bodies in the person's history and of those they are part of; a body that is
 *     missing here is still compared by id, but not by name
 * @param openSeats on how many items the person holds a seat and has not reviewed yet
 */
public record Candidate(Person person, List<Organisation> organisations, int openSeats) {

    /** Copies the organisations. */
    public Candidate {
        organisations = List.copyOf(organisations);
    }

    /** The person's id. */
    public PersonId id() {
        return person.id();
    }
}
