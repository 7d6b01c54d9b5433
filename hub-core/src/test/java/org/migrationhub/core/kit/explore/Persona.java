package org.migrationhub.core.kit.explore;

import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Profile;

/** Somebody in the story. */
record Persona(int index, Part part, PersonId id, Profile profile) {

    /** The only other person with this name would be the same human being. */
    static Persona of(int index, Part part, String name) {
        return new Persona(index, part, new PersonId(name), new Profile(name, name + "@reviewers.example"));
    }

    /** Known a second time under another id. */
    Persona alias(int otherIndex, String otherId) {
        return new Persona(otherIndex, Part.NAMESAKE, new PersonId(otherId), profile);
    }

    /** Whose office nobody else shares. */
    OrganisationId ownBody() {
        return new OrganisationId("body-of-" + id.value());
    }

    long bit() {
        return 1L << index;
    }

    @Override
    public String toString() {
        return id.value();
    }
}
