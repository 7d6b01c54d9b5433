package org.migrationhub.server.account;

import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.Actor;

/**
 * Who asks, and by what they are known.
 *
 * @param actor who, for the core
 * @param account theirs; null for a visitor, and for whom only the configuration knows
 * @param session theirs, if they came by one; null for a visitor, and for whoever shows a token
 */
public record Caller(
        Actor actor, @Nullable Account account, @Nullable OpenSession session) {

    private static final Caller VISITOR = new Caller(Actor.visitor(), null, null);

    /** Anybody. */
    public static Caller visitor() {
        return VISITOR;
    }

    /** Somebody whom the configuration knows. */
    public static Caller configured(Actor actor) {
        return new Caller(actor, null, null);
    }
}
