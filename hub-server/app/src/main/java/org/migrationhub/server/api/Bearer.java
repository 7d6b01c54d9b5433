package org.migrationhub.server.api;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationhub.core.access.Actor;

/** Finds out who asks, by a bearer token (RFC 6750). Thread-safe. */
final class Bearer {

    private static final Pattern FORM = Pattern.compile("[Bb]earer +([A-Za-z0-9._~+/-]{1,512}=*) *");

    private final Tokens tokens;

    Bearer(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Who asks. Without the header field, a visitor.
     *
     * @param authorization every header field of that name
     * @throws ProblemException if there is the header field and it names nobody: a mistyped token must not pass for none
     */
    Actor actor(List<String> authorization) {
        if (authorization.isEmpty()) {
            return Actor.visitor();
        }
        Matcher form = FORM.matcher(authorization.get(0));
        if (authorization.size() > 1 || !form.matches()) {
            throw Problems.tokenUnknown();
        }
        return tokens.find(form.group(1)).orElseThrow(Problems::tokenUnknown);
    }
}
