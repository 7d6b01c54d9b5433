package org.migrationhub.core.content;

import java.util.Optional;

/**
 * A person, by an id that says nothing about who it is.
 *
 * @param value 1 to 64 letters and digits of ASCII, dots, hyphens and underscores; begins with a letter or digit. Upper
 *     and lower case differ
 */
public record PersonId(String value) implements Comparable<PersonId> {

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the value is not of that form
     */
    public PersonId {
        value = Identifier.check("a person", value);
    }

    /** The id of this form; empty if the text is not of that form. */
    public static Optional<PersonId> find(String value) {
        return Identifier.isWellFormed(value) ? Optional.of(new PersonId(value)) : Optional.empty();
    }

    /** By value. */
    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    /** The value alone. */
    @Override
    public String toString() {
        return value;
    }
}
