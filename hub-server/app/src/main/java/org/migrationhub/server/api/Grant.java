package org.migrationhub.server.api;

import org.migrationhub.core.access.Actor;

/**
 * That whoever shows a token is somebody.
 *
 * @param token what is shown
 * @param name who, for a list
 * @param actor who, for the core
 */
public record Grant(String token, String name, Actor actor) {

    /** Without the token: it must not get into a log. */
    @Override
    public String toString() {
        return "grant for " + name;
    }
}
