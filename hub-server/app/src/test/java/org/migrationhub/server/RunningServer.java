package org.migrationhub.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.migrationhub.core.content.PersonId;

/** A server on a free port, for a test to talk to. */
final class RunningServer implements AutoCloseable {

    private final HubServer server;

    private RunningServer(HubServer server) {
        this.server = server;
    }

    /** One with the demonstration's content, which keeps nothing. */
    static RunningServer demo(String... further) {
        List<String> arguments = new ArrayList<>(List.of("--demo", "--in-memory"));
        arguments.addAll(List.of(further));
        return start(arguments.toArray(String[]::new));
    }

    /** The same, with reviewers who judge as many items as a test needs. */
    static RunningServer roomy() {
        return demo().makeRoom();
    }

    static RunningServer start(String... arguments) {
        return start(Map.of(), arguments);
    }

    static RunningServer start(Map<String, String> environment, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--port", "0"));
        all.addAll(List.of(arguments));
        if (all.contains("--database-url") && !all.contains("--data")) {
            all.addAll(List.of("--data", ownDirectory().toString()));
        }
        List<HubServer> started = new ArrayList<>();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Main.run(nowhere, environment, started::add, all.toArray(String[]::new));
        return new RunningServer(started.get(0));
    }

    /** Where a server that shares a database keeps what is its own. */
    private static Path ownDirectory() {
        try {
            Path made = Files.createTempDirectory("hub-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the demonstration's reviewers judge as many items as a test needs. */
    RunningServer makeRoom() {
        for (int number = 1; number <= 8; number++) {
            String path = "/api/v1/people/" + reviewerId(number) + "/roster-entry";
            Story.ok(secretariat().put(path, "{\"languages\":[\"en\",\"es\"],\"capacity\":100}"));
        }
        return this;
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
