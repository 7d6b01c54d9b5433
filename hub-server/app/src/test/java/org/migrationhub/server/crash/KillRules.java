package org.migrationhub.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.server.ServerProcess;

/**
 * A server is killed in the midst of its work, again and again, and started again on what it has kept. The property
 * {@code hub.test.kills} says how often (4 unless said), {@code hub.test.seed} how to repeat a run's choices.
 */
abstract class KillRules {

    private static final int KILLS = Integer.getInteger("hub.test.kills", 4);
    private static final long SEED = Long.getLong("hub.test.seed", System.nanoTime());
    private static final int CLIENTS = 6;
    private static final int RACES_IN_TEN = 4;

    @TempDir
    private Path directory;

    private Node node;

    @AfterEach
    void stop() {
        node.close();
    }

    /** What tells the server where to keep everything, beside its directory. */
    abstract List<String> database() throws Exception;

    @Test
    void whatWasAcknowledgedSurvivesAndWhatWasNotHappenedWhollyOrNotAtAll() throws Exception {
        System.out.printf("%s: seed %d%n", getClass().getSimpleName(), SEED);
        Random random = new Random(SEED);
        Cast cast = new Cast();
        Ledger ledger = new Ledger();
        Load load = new Load(cast, ledger, random, CLIENTS, RACES_IN_TEN);
        Cast.write(directory);
        List<String> arguments = new ArrayList<>(List.of("--port", "0", "--data", directory.toString()));
        arguments.addAll(database());

        node = start(arguments);
        cast.meet(node);
        for (int kill = 0; kill < KILLS; kill++) {
            Load.Running running = load.on(node);
            ledger.awaitAcknowledged(ledger.acknowledged() + 10 + random.nextInt(60));
            node.process().kill();
            running.join();
            requireSound(arguments);
            node = start(arguments).awaitReady();
            assertNothingIsWrong(Audit.of(node, ledger));
        }
        load.on(node).finish();
        Audit audit = Audit.of(node, ledger);
        node.stop();
        requireSound(arguments);
        System.out.printf(
                "%s: %d kills, %d submissions, %d losses, %d violations; %s%n",
                getClass().getSimpleName(),
                KILLS,
                audit.submissions(),
                audit.losses().size(),
                audit.violations().size(),
                ledger);
        assertNothingIsWrong(audit);
        assertThat(ledger.published()).isNotEmpty();
    }

    /** Holds that what the server would not show agrees with what it would. */
    private void requireSound(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("verify"));
        command.addAll(arguments);
        try (ServerProcess verifying =
                ServerProcess.start(directory.resolve("errors"), command.toArray(String[]::new))) {
            String found = verifying.output();
            assertThat(verifying.status()).as(found).isZero();
        }
    }

    private Node start(List<String> arguments) throws IOException {
        return Node.start(directory.resolve("errors"), arguments.toArray(String[]::new));
    }

    private static void assertNothingIsWrong(Audit audit) {
        assertThat(audit.losses()).isEmpty();
        assertThat(audit.violations()).isEmpty();
    }
}
