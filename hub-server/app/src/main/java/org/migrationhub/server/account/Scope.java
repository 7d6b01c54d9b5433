package org.migrationhub.server.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.Role;

/**
 * For what a personal token is good. Scopes narrow what its holder is to the Hub, and never add to it. What needs no role but
 * only to be oneself needs a scope, too: {@link #READ} to read of oneself, {@link #REVIEW} for one's own declaration on the
 * roster; to correct one's own name and address, and to ask to be erased, is for no token.
 */
public enum Scope {
    /** Reads what the holder may read, in all roles, and changes nothing. */
    READ(null),
    /** Acts as a contributor. */
    CONTRIBUTE(Role.CONTRIBUTOR),
    /** Acts as a reviewer. */
    REVIEW(Role.REVIEWER),
    /** Acts as a moderator. */
    MODERATE(Role.MODERATOR),
    /** Acts as an editor. */
    EDIT(Role.EDITOR),
    /** Acts as the secretariat. */
    KEEP(Role.SECRETARIAT),
    /** Acts as an administrator. */
    ADMINISTER(Role.ADMINISTRATOR);

    private final @Nullable Role role;

    Scope(@Nullable Role role) {
        this.role = role;
    }

    /** The stable code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope with this code. */
    public static Optional<Scope> find(String code) {
        return Arrays.stream(values())
                .filter(scope -> scope.code().equals(code))
                .findFirst();
    }

    /**
     * What is left of somebody's roles.
     *
     * @param scopes of the token
     * @param roles of its holder
     * @param reads whether the request only reads
     */
    static Set<Role> narrow(Set<Scope> scopes, Set<Role> roles, boolean reads) {
        if (reads && scopes.contains(READ)) {
            return roles;
        }
        Set<Role> left = EnumSet.noneOf(Role.class);
        for (Scope scope : scopes) {
            if (scope.role != null && roles.contains(scope.role)) {
                left.add(scope.role);
            }
        }
        return left;
    }
}
