package org.migrationhub.server.api;

import java.util.Optional;
import org.migrationhub.core.access.Actor;

/** Knows who has which token. Thread-safe. */
public interface Tokens {

    /**
     * Who has this token. How long the answer takes tells nothing about the tokens that there are.
     *
     * @return empty if nobody has
     */
    Optional<Actor> find(String token);
}
