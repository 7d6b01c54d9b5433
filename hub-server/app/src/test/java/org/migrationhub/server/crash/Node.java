package org.migrationhub.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.migrationhub.server.Client;
import org.migrationhub.server.Reply;
import org.migrationhub.server.ServerProcess;

/** A server that runs, in a process of its own, and where it listens. */
record Node(ServerProcess process, String base) implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(30);

    /** Starts one, and waits until it says where it listens. */
    static Node start(Path errors, String... arguments) throws IOException {
        return listening(ServerProcess.start(errors, arguments));
    }

    /** Waits until one that was started says where it listens. */
    static Node listening(ServerProcess process) throws IOException {
        String line = process.firstLine();
        assertThat(line).as("the first line; errors: %s", process.errors()).startsWith("Migration Hub at http://");
        return new Node(process, line.replaceFirst(".* (http://.*[^/])/?$", "$1"));
    }

    Client visitor() {
        return new Client(base, "");
    }

    /** Waits until it says that it is ready. */
    Node awaitReady() {
        Waiting.until(READY_WITHIN, () -> visitor().get("/readyz"), reply -> reply.status() == 200);
        return this;
    }

    /** Stops it in good order. */
    void stop() throws InterruptedException {
        process.terminate();
        assertThat(process.status()).isZero();
    }

    /** Whether a reply holds an item of this id. */
    static boolean finds(Reply reply, String id) {
        return reply.each("/items", "id").contains(id);
    }

    @Override
    public void close() {
        process.close();
    }
}
