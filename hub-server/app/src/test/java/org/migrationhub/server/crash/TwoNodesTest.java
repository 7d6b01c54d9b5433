package org.migrationhub.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.server.Client;
import org.migrationhub.server.ServerProcess;
import org.migrationhub.storage.jdbi.TestPostgres;

/** Two servers in processes of their own, started at once on one empty PostgreSQL, and raced against each other. */
class TwoNodesTest {

    private static final long SEED = Long.getLong("hub.test.seed", System.nanoTime());
    private static final int ACTS = Integer.getInteger("hub.test.acts", 800);
    private static final int CLIENTS = 4;
    private static final int RACES_IN_TEN = 8;

    @TempDir
    private Path directory;

    @Test
    void whateverIsAskedOfEitherInTheSameMomentHasOneWinnerAndIsSeenOnBoth() throws Exception {
        System.out.printf("TwoNodesTest: seed %d%n", SEED);
        String url = TestPostgres.newDatabase().url();
        try (ServerProcess first = start("first", url);
                ServerProcess second = start("second", url)) {
            Node here = Node.listening(first).awaitReady();
            Node there = Node.listening(second).awaitReady();
            Cast cast = new Cast();
            cast.meet(here);
            assertRegisteredOnce(here);
            Ledger ledger = new Ledger();

            Load load = new Load(cast, ledger, new Random(SEED), CLIENTS, RACES_IN_TEN);
            Load.Running running = load.on(here, there);
            ledger.awaitAcknowledged(ACTS);
            running.finish();

            System.out.printf(
                    "TwoNodesTest: found on the other after %d ms at most; %s%n",
                    ledger.slowestToFind().toMillis(), ledger);
            assertNothingIsWrong(Audit.of(here, ledger));
            assertNothingIsWrong(Audit.of(there, ledger));
            assertThat(journal(there)).isEqualTo(journal(here));
            assertRaced(ledger);

            running = load.on(here, there);
            ledger.awaitAcknowledged(ledger.acknowledged() + 50);
            there.process().kill();
            running.join();
            load.on(here).finish(); // the other goes on alone
            assertNothingIsWrong(Audit.of(here, ledger));
            here.stop();
        }
    }

    private ServerProcess start(String name, String url) throws IOException {
        Path own = directory.resolve(name);
        Cast.write(own);
        List<String> arguments = new ArrayList<>(List.of("--port", "0", "--data", own.toString()));
        arguments.addAll(KillOnPostgresTest.arguments(url));
        return ServerProcess.start(own.resolve("errors"), arguments.toArray(String[]::new));
    }

    /** Whoever is in the configuration of both, though both started at once. */
    private static void assertRegisteredOnce(Node node) {
        Client secretary = Cast.as(Cast.SECRETARY, node);
        assertThat(secretary.get("/api/v1/people?limit=100").each("/people", "name"))
                .doesNotHaveDuplicates()
                .hasSize(10);
        assertThat(secretary.get("/api/v1/organisations?limit=100").each("/organisations", "name"))
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    private static void assertRaced(Ledger ledger) {
        assertThat(ledger.counted("race: two last reviews")).isGreaterThan(10);
        assertThat(ledger.counted("race: one review twice")).isPositive();
        assertThat(ledger.counted("race: withdrawal against approval")).isPositive();
        assertThat(ledger.counted("race: revision against approval")).isPositive();
    }

    private static String journal(Node node) {
        return Cast.as(Cast.ADMINISTRATOR, node).get("/api/v1/journal").text();
    }

    private static void assertNothingIsWrong(Audit audit) {
        assertThat(audit.losses()).isEmpty();
        assertThat(audit.violations()).isEmpty();
    }
}
