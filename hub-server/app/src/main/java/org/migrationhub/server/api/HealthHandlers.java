package org.migrationhub.server.api;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is asked by whoever watches over the server, and by somebody who has lost their way. */
final class HealthHandlers {

    private static final String TEXT = "text/plain; charset=utf-8";

    private final Readiness readiness;

    HealthHandlers(Readiness readiness) {
        this.readiness = readiness;
    }

    List<Operation> operations() {
        return List.of(
                new Operation("home", "GET", "/", ask -> home()).producing(TEXT),
                new Operation("health", "GET", "/healthz", ask -> text(200, "alive")).producing(TEXT),
                new Operation("readiness", "GET", "/readyz", ask -> ready()).producing(TEXT));
    }

    private static Answer home() {
        return text(200, """
                This is a Migration Hub. It has no pages yet.
                Its API: %s
                What the API can do: %s
                """.formatted(Api.ROOT, OpenApi.PATH).strip());
    }

    private Answer ready() {
        String obstacle = readiness.obstacle();
        return obstacle.isEmpty() ? text(200, "ready") : text(503, "not ready: " + obstacle);
    }

    private static Answer text(int status, String text) {
        return Answer.of(status, TEXT, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
