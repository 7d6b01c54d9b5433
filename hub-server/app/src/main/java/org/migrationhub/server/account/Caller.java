package org.migrationhub.server.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.Actor;

/**
 * Who asks, and by what they are known.
 *
 * @param actor who, for the core
 * @param account theirs; null for a visitor, and for whom only the configuration knows
 * @param session theirs, if they came by one; null for a visitor, and for whoever shows a token
 * @param scopes for what the personal token that they showed is good; null if they came otherwise, with nothing narrowed
 */
public record Caller(
        Actor actor,
        @Nullable Account account,
        @Nullable OpenSession session,
        @Nullable Set<Scope> scopes) {

    private static final Caller VISITOR = new Caller(Actor.visitor(), null, null, null);

    /** Copies the scopes. */
    public Caller {
        scopes = scopes == null ? null : Set.copyOf(scopes);
    }

    /** Anybody. */
    public static Caller visitor() {
        return VISITOR;
    }

    /** Somebody whom the configuration knows. */
    public static Caller configured(Actor actor) {
        return new Caller(actor, null, null, null);
    }

    /** Whether what they came by is good for something that needs no role, but only to be oneself. */
    public boolean isGoodFor(Scope scope) {
        return scopes == null || scopes.contains(scope);
    }

    /** Whether a personal token narrows what they may do. */
    public boolean isNarrowed() {
        return scopes != null;
    }
}
