package org.migrationhub.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.server.StoppablePostgres;

/** PostgreSQL goes away under a server that is busy, and comes back. */
class OutageUnderLoadTest {

    private static final long SEED = Long.getLong("hub.test.seed", System.nanoTime());
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(8);
    private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    private StoppablePostgres postgres;
    private Node node;
    private final Cast cast = new Cast();
    private final Ledger ledger = new Ledger();

    @BeforeEach
    void start() throws IOException {
        System.out.printf("OutageUnderLoadTest: seed %d%n", SEED);
        postgres = new StoppablePostgres(directory.resolve("postgres"));
        Path own = directory.resolve("hub");
        Cast.write(own);
        List<String> arguments = new ArrayList<>(List.of("--port", "0", "--data", own.toString()));
        arguments.addAll(KillOnPostgresTest.arguments(postgres.url()));
        node = Node.start(directory.resolve("errors"), arguments.toArray(String[]::new));
        cast.meet(node);
    }

    @AfterEach
    void stop() throws IOException {
        node.close();
        postgres.close();
    }

    private interface Outage {
        void happen() throws IOException;
    }

    @Test
    void nothingAcknowledgedIsLostWhenPostgresIsStoppedAndThenKilledUnderLoad() throws Exception {
        Load.Running running = new Load(cast, ledger, new Random(SEED), 4, 4).on(node);
        outlast(postgres::stop);
        outlast(postgres::kill);
        running.finish();

        Audit audit = Audit.of(node, ledger);
        System.out.printf(
                "OutageUnderLoadTest: slowest answer %d ms, %d losses, %d violations; %s%n",
                ledger.slowest().toMillis(),
                audit.losses().size(),
                audit.violations().size(),
                ledger);
        assertThat(audit.losses()).isEmpty();
        assertThat(audit.violations()).isEmpty();
        assertThat(ledger.slowest()).isLessThan(ANSWERED_WITHIN);
        assertThat(ledger.counted("clients cut off")).isZero();
        node.stop();
    }

    private void outlast(Outage outage) throws IOException, InterruptedException {
        ledger.awaitAcknowledged(ledger.acknowledged() + 40);
        int before = ledger.counted("503");
        outage.happen();
        ledger.awaitUnavailable(before + 14); // at first those that were under way, then those that wait in vain
        postgres.startAgain();
        Duration recovered =
                Waiting.until(RECOVERED_WITHIN, () -> node.visitor().get("/readyz"), reply -> reply.status() == 200);
        System.out.printf("OutageUnderLoadTest: ready again after %d ms%n", recovered.toMillis());
        ledger.awaitAcknowledged(ledger.acknowledged() + 40);
    }
}
