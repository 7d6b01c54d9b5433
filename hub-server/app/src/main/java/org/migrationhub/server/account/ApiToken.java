package org.migrationhub.server.account;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token with which a program acts for the holder of an account.
 *
 * @param id by which it is listed and revoked; it lets nobody in
 * @param name by which its owner knows it
 * @param scopes for what it is good
 * @param since when it was made
 * @param until when it expires
 * @param revoked when it was revoked; null if it wasn't
 */
public record ApiToken(
        String id,
        String name,
        Set<Scope> scopes,
        Instant since,
        Instant until,
        @Nullable Instant revoked) {

    /** Copies the scopes. */
    public ApiToken {
        scopes = Set.copyOf(scopes);
    }
}
