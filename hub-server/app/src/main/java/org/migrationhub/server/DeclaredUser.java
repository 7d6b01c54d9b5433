package org.migrationhub.server;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.vocabulary.Language;

/**
 * Somebody who may act, and whom the configuration brings along.
 *
 * @param key by which the configuration refers to them
 * @param secret the token
 * @param roles what they are to the Hub
 * @param name the full name
 * @param email where the Hub may write to them; may be empty
 * @param organisation the key of the organisation to which they belong; null for none
 * @param languages in which a reviewer judges texts; empty for somebody who isn't on the roster
 */
record DeclaredUser(
        String key,
        String secret,
        Set<Role> roles,
        String name,
        String email,
        @Nullable String organisation,
        List<Language> languages) {

    DeclaredUser {
        roles = Set.copyOf(roles);
        languages = List.copyOf(languages);
    }

    /** Without the token: it must not get into a log. */
    @Override
    public String toString() {
        return "token." + key;
    }
}
