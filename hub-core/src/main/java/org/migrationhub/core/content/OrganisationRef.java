package org.migrationhub.core.content;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as an item names it.
 *
 * @param name as the submitter wrote it; one line
 * @param id its id in the installation's register, or null if it isn't in there or nobody has matched it yet
 * @param office the office that took part, such as "OIM México"; one line; null if not given (an empty text counts as
 *     not given)
 */
public record OrganisationRef(
        String name, @Nullable OrganisationId id, @Nullable String office) {

    /** Refuses null for the name. */
    public OrganisationRef {
        requireNonNull(name, "name");
        office = office == null || office.isEmpty() ? null : office;
    }

    /** An organisation known by its name alone. */
    public static OrganisationRef named(String name) {
        return new OrganisationRef(name, null, null);
    }

    /** An organisation of the installation's register. */
    public static OrganisationRef of(OrganisationId id, String name) {
        return new OrganisationRef(name, id, null);
    }

    /** The same organisation with the office that took part. */
    public OrganisationRef withOffice(String office) {
        return new OrganisationRef(name, id, office);
    }

    /**
     * Whether this is the organisation with an id, or goes by one of its names. Names are compared without regard to
     * case, accents, punctuation and spacing, and an abbreviation in brackets behind a name counts as a second name:
     * "International Organization for Migration (IOM)" also goes by "IOM".
     *
     * <p>It errs towards yes: equal names match although the ids differ.
     *
     * @param id the organisation's id, or null if it has none
     * @param names every name that it is known by, in any language, abbreviations included
     */
    public boolean matches(@Nullable OrganisationId id, Collection<String> names) {
        return (id != null && id.equals(this.id)) || OrganisationNames.agree(name, names);
    }
}
