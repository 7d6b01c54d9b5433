package org.migrationhub.server;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.migrationhub.core.content.PersonId;

/** A server on a free port, for a test to talk to. */
final class RunningServer implements AutoCloseable {

    private final HubServer server;

    private RunningServer(HubServer server) {
        this.server = server;
    }

    /** One with the demonstration's content. */
    static RunningServer demo(String... further) {
        List<String> arguments = new ArrayList<>(List.of("--demo"));
        arguments.addAll(List.of(further));
        return start(arguments.toArray(String[]::new));
    }

    /** The same, with reviewers who judge as many items as a test needs. */
    static RunningServer roomy() {
        RunningServer server = demo();
        for (int number = 1; number <= 8; number++) {
            String path = "/api/v1/people/" + server.reviewerId(number) + "/roster-entry";
            Story.ok(server.secretariat().put(path, "{\"languages\":[\"en\",\"es\"],\"capacity\":100}"));
        }
        return server;
    }

    static RunningServer start(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--port", "0"));
        all.addAll(List.of(arguments));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new RunningServer(
                Main.launch(nowhere, server -> {}, all.toArray(String[]::new)).orElseThrow());
    }

    int port() {
        return server.port();
    }

    HubServer server() {
        return server;
    }

    String base() {
        return "http://localhost:" + port();
    }

    /** Somebody with this token; a visitor without. */
    Client as(String token) {
        return new Client(base(), token);
    }

    Client visitor() {
        return as("");
    }

    Client contributor() {
        return as("demo-contributor-2");
    }

    Client secretariat() {
        return as("demo-secretariat");
    }

    Client administrator() {
        return as("demo-administrator");
    }

    Client reviewer(int number) {
        return as("demo-reviewer-" + number);
    }

    /** The id of somebody by the token. */
    String person(String token) {
        return server.grants().stream()
                .filter(grant -> grant.token().equals(token))
                .map(grant -> grant.actor().person())
                .map(PersonId::value)
                .findFirst()
                .orElseThrow();
    }

    String reviewerId(int number) {
        return person("demo-reviewer-" + number);
    }

    @Override
    public void close() {
        server.close();
    }
}
