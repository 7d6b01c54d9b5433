package org.migrationhub.core.people;

import org.migrationhub.core.content.FoldedName;

/**
 * What identifies a person, all of it in one place so that it can be erased.
 *
 * @param name the full name; empty once erased
 * @param email the address at which the Hub writes to them, never shown to others; empty if unknown or erased
 */
public record Profile(String name, String email) {

    /** What is left of an erased person. */
    public static final Profile ERASED = new Profile("", "");

    /** Strips white space around both. */
    public Profile {
        name = name.strip();
        email = email.strip();
    }

    /** Whether both may mean the same human being: the same address, or the same name. */
    public boolean mayBeSameAs(Profile other) {
        return hasAddressOf(other) || sameName(other);
    }

    /** Whether both have the same address: then they are one human being. */
    public boolean hasAddressOf(Profile other) {
        return !email.isEmpty() && email.equalsIgnoreCase(other.email);
    }

    private boolean sameName(Profile other) {
        FoldedName mine = FoldedName.of(name);
        return !mine.isEmpty() && mine.equals(FoldedName.of(other.name));
    }
}
