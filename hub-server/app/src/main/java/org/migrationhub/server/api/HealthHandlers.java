package org.migrationhub.server.api;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is asked by whoever watches over the server. */
final class HealthHandlers {

    private static final String TEXT = "text/plain; charset=utf-8";

    private final Readiness readiness;

    HealthHandlers(Readiness readiness) {
        this.readiness = readiness;
    }

    List<Operation> operations() {
        return List.of(
                new Operation("health", "GET", "/healthz", ask -> text(200, "alive")).producing(TEXT),
                new Operation("readiness", "GET", "/readyz", ask -> ready()).producing(TEXT));
    }

    private Answer ready() {
        String obstacle = readiness.obstacle();
        return obstacle.isEmpty() ? text(200, "ready") : text(503, "not ready: " + obstacle);
    }

    private static Answer text(int status, String text) {
        return Answer.of(status, TEXT, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
