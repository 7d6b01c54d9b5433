package org.migrationhub.core.content;

import java.util.Optional;

/**
 * An organisation that the installation keeps in its own register, by id.
 *
 * @param value 1 to 64 letters and digits of ASCII, dots, hyphens and underscores; begins with a letter or digit. Upper
 *     and lower case differ
 */
public record OrganisationId(String value) implements Comparable<OrganisationId> {

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the value is not of that form
     */
    public OrganisationId {
        value = Identifier.check("an organisation", value);
    }

    /** The id of this form; empty if the text is not of that form. */
    public static Optional<OrganisationId> find(String value) {
        return Identifier.isWellFormed(value) ? Optional.of(new OrganisationId(value)) : Optional.empty();
    }

    /** By value. */
    @Override
    public int compareTo(OrganisationId other) {
        return value.compareTo(other.value);
    }

    /** The value alone. */
    @Override
    public String toString() {
        return value;
    }
}
