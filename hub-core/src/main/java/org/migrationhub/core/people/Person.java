package org.migrationhub.core.people;

import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;

/**
 * A human being whom the Hub knows: a submitter, a contact, a reviewer, or several of these.
 *
 * @param id the stable id by which everything else refers to the person
 * @param profile what identifies the person; {@link Profile#ERASED} after an erasure
 * @param affiliations where the person has belonged, over time
 * @param roster what the person declared as a reviewer; null while not on the roster
 * @param erased whether the person's data was erased on request; such a person takes no further part
 */
public record Person(
        PersonId id,
        Profile profile,
        Affiliations affiliations,
        @Nullable RosterEntry roster,
        boolean erased) {

    /** Somebody of whom only the profile is known. */
    public Person(PersonId id, Profile profile) {
        this(id, profile, Affiliations.NONE, null, false);
    }

    /** The same person with another profile. */
    public Person with(Profile changed) {
        return new Person(id, changed, affiliations, roster, erased);
    }

    /** The same person with another history of affiliations. */
    public Person with(Affiliations changed) {
        return new Person(id, profile, changed, roster, erased);
    }

    /** The same person on the roster with this entry, or off it with null. */
    public Person onRoster(@Nullable RosterEntry entry) {
        return new Person(id, profile, affiliations, entry, erased);
    }

    /**
     * What an event of the journal makes of the person. An act and a replay both go this way, so that they can't come to
     * different records. The profile isn't in the journal: it stays, unless it is erased.
     *
     * @throws IllegalArgumentException if the person was erased: nothing happens to them any more
     */
    public Person after(PersonEvent event) {
        if (erased) {
            throw new IllegalArgumentException("Nothing happens to a person who was erased");
        }
        if (event instanceof PersonEvent.AffiliationRecorded recorded) {
            Affiliation next = recorded.affiliation();
            return with(recorded.beside() ? affiliations.with(next) : affiliations.changedTo(next));
        }
        if (event instanceof PersonEvent.AffiliationEnded ended) {
            return with(affiliations.ended(ended.organisation(), ended.until()));
        }
        if (event instanceof PersonEvent.RosterChanged changed) {
            return onRoster(changed.entry());
        }
        return event instanceof PersonEvent.Erased ? erase() : this;
    }

    /** What is left when the person's data is erased: id and affiliations, on which past decisions rest. */
    public Person erase() {
        return new Person(id, Profile.ERASED, affiliations, null, true);
    }
}
