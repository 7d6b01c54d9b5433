package org.migrationhub.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** A PostgreSQL that a test may stop and start again with all that it holds. Not thread-safe. */
final class StoppablePostgres implements AutoCloseable {

    private final Path directory;
    private EmbeddedPostgres running;
    private final int port;

    StoppablePostgres(Path directory) throws IOException {
        this.directory = directory;
        this.running = builder().start();
        this.port = running.getPort();
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    void stop() throws IOException {
        running.close();
    }

    void startAgain() throws IOException {
        running = builder().setPort(port).start();
    }

    @Override
    public void close() throws IOException {
        running.close();
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder().setDataDirectory(directory).setCleanDataDirectory(false);
    }
}
