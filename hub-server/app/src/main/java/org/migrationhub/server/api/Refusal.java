package org.migrationhub.server.api;

import org.migrationhub.core.error.HubException;
import org.migrationhub.server.json.InvalidBodyException;
import org.migrationhub.server.json.MalformedJsonException;

/** Which exceptions say no before anything has happened. Stateless and thread-safe. */
final class Refusal {

    private Refusal() {}

    static boolean isOne(RuntimeException e) {
        return e instanceof HubException
                || e instanceof InvalidBodyException
                || e instanceof MalformedJsonException
                || (e instanceof ProblemException problem && problem.problem().status() < 500);
    }
}
