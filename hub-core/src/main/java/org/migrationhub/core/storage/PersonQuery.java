package org.migrationhub.core.storage;

import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Person;

/**
 * Which persons a list shows, by ascending id. {@link #matches} is what it means.
 *
 * @param onRoster only reviewers
 * @param after only those after this one: the last of the page before
 * @param limit at most so many, 1 to 200
 */
public record PersonQuery(boolean onRoster, @Nullable PersonId after, int limit) {

    /** A limit outside 1 to 200 is moved there. */
    public PersonQuery {
        limit = Math.max(1, Math.min(limit, SubmissionQuery.MOST));
    }

    /** All persons, the first 50. */
    public static PersonQuery all() {
        return new PersonQuery(false, null, 50);
    }

    /** The roster, the first 50. */
    public static PersonQuery roster() {
        return new PersonQuery(true, null, 50);
    }

    /** The page after the one that ended with this person. */
    public PersonQuery after(@Nullable PersonId last) {
        return new PersonQuery(onRoster, last, limit);
    }

    /** At most so many. */
    public PersonQuery limit(int most) {
        return new PersonQuery(onRoster, after, most);
    }

    /** Whether the list shows the person; page and limit apart. Erased persons are in no list. */
    public boolean matches(Person person) {
        return !person.erased() && (!onRoster || person.roster() != null);
    }
}
