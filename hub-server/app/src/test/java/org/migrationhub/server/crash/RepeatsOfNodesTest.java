package org.migrationhub.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.server.Reply;
import org.migrationhub.server.ServerProcess;
import org.migrationhub.storage.jdbi.TestPostgres;

/** What is asked for under a key, of two servers in processes of their own, one of which is killed in the midst. */
class RepeatsOfNodesTest {

    private static final int CLIENTS = 4;
    private static final int OF_A_CLIENT = 40;
    private static final int BEFORE_THE_KILL = 30;

    @TempDir
    private Path directory;

    @Test
    void whateverIsAskedForOnEitherAndAgainAfterAKillHappensOnce() throws Exception {
        String url = TestPostgres.newDatabase().url();
        try (ServerProcess first = start("first", url);
                ServerProcess second = start("second", url)) {
            Node here = Node.listening(first).awaitReady();
            Node there = Node.listening(second).awaitReady();
            Map<Integer, String> told = new ConcurrentHashMap<>();
            CountDownLatch some = new CountDownLatch(BEFORE_THE_KILL);
            List<CompletableFuture<Void>> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> CompletableFuture.runAsync(
                            () -> askBoth(client * OF_A_CLIENT, here, there, told, some),
                            work -> new Thread(work).start()))
                    .toList();
            some.await();
            there.process().kill();
            clients.forEach(CompletableFuture::join);
            letHoldsEnd(url);

            for (int number = 0; number < CLIENTS * OF_A_CLIENT; number++) {
                Reply reply = ask(here, number);
                assertThat(reply.status()).as(reply.text()).isEqualTo(201);
                assertThat(reply.text()).isEqualTo(told.getOrDefault(number, reply.text()));
                assertThat(ask(here, number).text()).isEqualTo(reply.text());
            }
            assertThat(names(here)).hasSize(CLIENTS * OF_A_CLIENT).doesNotHaveDuplicates();
            System.out.printf(
                    "RepeatsOfNodesTest: %d of %d told before the kill%n", told.size(), CLIENTS * OF_A_CLIENT);
            here.stop();
        }
    }

    /** Asks both servers for the same at once, one thing after the other, until one of them is gone. */
    private static void askBoth(int from, Node here, Node there, Map<Integer, String> told, CountDownLatch some) {
        try {
            for (int number = from; number < from + OF_A_CLIENT; number++) {
                int same = number;
                CompletableFuture<Reply> beside = CompletableFuture.supplyAsync(() -> ask(here, same));
                keep(number, ask(there, number), told);
                keep(number, beside.join(), told);
                some.countDown();
            }
        } catch (UncheckedIOException e) {
            // it was killed in the midst: what was asked for last is asked for again
        }
    }

    private static void keep(int number, Reply reply, Map<Integer, String> told) {
        assertThat(reply.status()).as(reply.text()).isIn(201, 409);
        if (reply.status() == 201) {
            assertThat(told.merge(number, reply.text(), (before, now) -> before))
                    .isEqualTo(reply.text());
        }
    }

    private static Reply ask(Node node, int number) {
        return Cast.as(Cast.SECRETARY, node)
                .post(
                        "/api/v1/organisations",
                        "{\"name\":\"Sample repeated %d\",\"sector\":\"un\"}".formatted(number),
                        "Idempotency-Key",
                        "sample-key-" + number);
    }

    /** As if so much time had passed that whoever was killed has lost what it held. */
    private static void letHoldsEnd(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("update server.idempotency set held_at = held_at - interval '2 minutes'");
        }
    }

    private static List<String> names(Node node) {
        List<String> names = new ArrayList<>();
        String next = "/api/v1/organisations?limit=100";
        while (!next.isEmpty()) {
            Reply page = Cast.as(Cast.SECRETARY, node).get(next);
            names.addAll(page.each("/organisations", "name"));
            next = page.at("/next").isEmpty() ? "" : "/api/v1/organisations?limit=100&cursor=" + page.at("/next");
        }
        names.removeIf(name -> !name.startsWith("Sample repeated "));
        return names;
    }

    private ServerProcess start(String name, String url) throws IOException {
        Path own = directory.resolve(name);
        Cast.write(own);
        List<String> arguments = new ArrayList<>(List.of("--port", "0", "--data", own.toString()));
        arguments.addAll(KillOnPostgresTest.arguments(url));
        return ServerProcess.start(own.resolve("errors"), arguments.toArray(String[]::new));
    }
}
