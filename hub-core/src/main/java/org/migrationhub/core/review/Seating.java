package org.migrationhub.core.review;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Sector;

/**
 * Who was put into which seat, with the affiliation as it was then: a later change of employer changes no seat.
 *
 * @param number of the seat, unique in its round
 * @param person who sits there
 * @param sector the side of the review rule on which the person stood
 * @param organisations to whom the person belonged, and the bodies that those are part of
 * @param due until when the review is asked for
 * @param declared whether the person declared to have no conflict in the round before, with nothing to declare on
 *     changed since
 * @param further whether this is the one further seat that decides a tie
 */
public record Seating(
        int number,
        PersonId person,
        Sector sector,
        SortedSet<OrganisationId> organisations,
        Instant due,
        boolean declared,
        boolean further) {

    /** Copies the organisations. */
    public Seating {
        organisations = Collections.unmodifiableSortedSet(new TreeSet<>(organisations));
    }
}
