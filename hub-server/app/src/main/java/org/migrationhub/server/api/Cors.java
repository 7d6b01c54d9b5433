package org.migrationhub.server.api;

import io.javalin.http.Context;
import java.util.Set;

/**
 * Lets pages of other origins read the API in a browser (CORS), never with the browser's cookies: whoever acts from there
 * shows a token. Immutable and thread-safe.
 */
final class Cors {

    private static final String ANY = "*";
    private static final String EXPOSED = "ETag, Link, Location, Retry-After, X-Request-Id";
    private static final String ASKABLE =
            "Accept, Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match";
    private static final String SECONDS = "600";

    private final Set<String> origins;

    Cors(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /** The answer with what a browser needs to know. */
    Answer told(Context context, Answer answer) {
        if (origins.isEmpty() || !context.path().startsWith(Api.ROOT)) {
            return answer;
        }
        boolean any = origins.contains(ANY);
        Answer varied = any ? answer : answer.varying("Origin");
        String origin = context.header("Origin");
        if (origin == null || !(any || origins.contains(origin))) {
            return varied;
        }
        Answer allowed = varied.with("Access-Control-Allow-Origin", any ? ANY : origin)
                .with("Access-Control-Expose-Headers", EXPOSED);
        return isPreflight(context)
                ? allowed.with("Access-Control-Allow-Methods", answer.headers().getOrDefault("Allow", ""))
                        .with("Access-Control-Allow-Headers", ASKABLE)
                        .with("Access-Control-Max-Age", SECONDS)
                : allowed;
    }

    private static boolean isPreflight(Context context) {
        return context.req().getMethod().equals("OPTIONS") && context.header("Access-Control-Request-Method") != null;
    }
}
