package org.migrationhub.core.storage;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.FoldedName;
import org.migrationhub.core.people.Organisation;

/**
 * Which organisations a list shows, in the order of their names ({@link OrganisationPlace}). {@link #matches} is what it means.
 *
 * @param words only those whose name or an alias holds these words, whatever the case and accents; empty means any
 * @param whole whether these words must be all of the name or alias; none is called nothing
 * @param after only those after this place: that of the last of the page before
 * @param limit at most so many, 1 to 200
 */
public record OrganisationQuery(
        String words, boolean whole, @Nullable OrganisationPlace after, int limit) {

    /** A limit outside 1 to 200 is moved there. */
    public OrganisationQuery {
        limit = Math.max(1, Math.min(limit, SubmissionQuery.MOST));
    }

    /** All organisations, the first 50. */
    public static OrganisationQuery all() {
        return new OrganisationQuery("", false, null, 50);
    }

    /** Those with these words in their names. */
    public OrganisationQuery named(String some) {
        return new OrganisationQuery(some, false, after, limit);
    }

    /** Those that go by this name, and not by a longer one. */
    public OrganisationQuery called(String name) {
        return new OrganisationQuery(name, true, after, limit);
    }

    /** The page after the one that ended at this place. */
    public OrganisationQuery after(@Nullable OrganisationPlace last) {
        return new OrganisationQuery(words, whole, last, limit);
    }

    /** At most so many. */
    public OrganisationQuery limit(int most) {
        return new OrganisationQuery(words, whole, after, most);
    }

    /** Whether the list shows the organisation; page and limit apart. */
    public boolean matches(Organisation organisation) {
        FoldedName wanted = FoldedName.of(words);
        return wanted.isEmpty() ? !whole : names(organisation).anyMatch(name -> isMeant(name, wanted));
    }

    private boolean isMeant(FoldedName name, FoldedName wanted) {
        return whole ? name.equals(wanted) : name.contains(wanted);
    }

    private static Stream<FoldedName> names(Organisation organisation) {
        return Stream.concat(Stream.of(organisation.name()), organisation.aliases().stream())
                .map(FoldedName::of);
    }
}
