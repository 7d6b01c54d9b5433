package org.migrationhub.core.review;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;

/**
 * Somebody who might take a seat, with all that the eligibility rules look at.
 *
 * @param person with affiliations and roster entry
 * @param organisations the records of the bodies in the person's history, of those with which the person has declared a
 *     conflict, and of those that all these are part of; a body that is missing here is still compared by id, but not by
 *     name
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

    /** The bodies to which the person belongs at the instant, and what those are part of. */
    SortedSet<OrganisationId> organisationsAt(Instant at) {
        return withWider(person.affiliations().organisationsAt(at));
    }

    /** These bodies and what they are part of, as far as the records tell. */
    SortedSet<OrganisationId> withWider(SortedSet<OrganisationId> bodies) {
        SortedSet<OrganisationId> family = new TreeSet<>(bodies);
        boolean grown = !family.isEmpty();
        while (grown) {
            grown = organisations.stream()
                    .filter(body -> family.contains(body.id()) && body.partOf() != null)
                    .map(body -> family.add(body.partOf()))
                    .reduce(false, Boolean::logicalOr);
        }
        return family;
    }
}
