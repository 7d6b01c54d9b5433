package org.migrationhub.core.access;

import java.util.Arrays;
import java.util.Optional;

/** What somebody is to the Hub. */
public enum Role {
    /** Anybody; reads what is public. */
    VISITOR("visitor"),
    /** Submits practices and resources. */
    CONTRIBUTOR("contributor"),
    /** Judges what they are seated for. */
    REVIEWER("reviewer"),
    /** Leads discussions; until the Hub has them, reads what is public. */
    MODERATOR("moderator"),
    /** Writes what stands beside the items: features what is public, with a sentence on what came of it. */
    EDITOR("editor"),
    /** Screens submissions, keeps roster and people, seats panels. */
    SECRETARIAT("secretariat"),
    /** Runs the installation; reads everything that was handed in, decides nothing. */
    ADMINISTRATOR("administrator");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** The role with this code. */
    public static Optional<Role> find(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
