package org.migrationhub.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL that a test may stop and start again with all that it holds. Not thread-safe. */
public final class StoppablePostgres implements AutoCloseable {

    private final Path directory;
    private EmbeddedPostgres running;
    private final int port;

    public StoppablePostgres(Path directory) throws IOException {
        this.directory = directory;
        this.running = builder().start();
        this.port = running.getPort();
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    /** Stops it in good order; whoever is connected is thrown out. */
    public void stop() throws IOException {
        running.close();
    }

    /** Starts it again, at the same address. */
    public void startAgain() throws IOException {
        running = builder().setPort(port).start();
    }

    /** Kills every process of it, as a machine does that runs out of memory. */
    public void kill() throws IOException {
        long main = Long.parseLong(
                Files.readAllLines(directory.resolve("postmaster.pid")).get(0));
        ProcessHandle postmaster = ProcessHandle.of(main).orElseThrow();
        List<ProcessHandle> processes = new ArrayList<>(postmaster.descendants().toList());
        processes.add(0, postmaster);
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
        running.close(); // lets go of the directory
    }

    @Override
    public void close() throws IOException {
        running.close();
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setServerConfig(
                        "synchronous_commit", "on") // off for tests unless said, and commits get lost with a kill
                .setDataDirectory(directory)
                .setCleanDataDirectory(false);
    }
}
