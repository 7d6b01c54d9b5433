package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.server.StartTest.refused;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.migrationhub.storage.jdbi.TestPostgres;

/** Two servers share one PostgreSQL. */
class TwoServersTest {

    private static String url;
    private static RunningServer here;
    private static RunningServer there;

    @BeforeAll
    static void start() throws SQLException, IOException {
        url = TestPostgres.newDatabase().url();
        here = RunningServer.start(database(url)).makeRoom();
        there = RunningServer.start(database(url));
    }

    @AfterAll
    static void stop() {
        there.close();
        here.close();
    }

    @Test
    void actsOnOneSubmissionAreDoneOnEither() {
        Story story = Story.submitted(here, "Sample: lightships");
        Story.ok(there.secretariat().post(story.path("/panel"), Story.panel(there, 2, 4, 5)));
        for (int number : new int[] {2, 4, 5}) {
            Story.ok(here.reviewer(number).post(story.path("/acceptance")));
            Story.ok(there.reviewer(number).post(story.path("/reviews"), Story.review(story.digest(), "approve", "")));
        }
        assertThat(story.stage()).isEqualTo("published");
        assertThat(here.visitor().get("/api/v1/items/" + story.id()).text())
                .isEqualTo(there.visitor().get("/api/v1/items/" + story.id()).text());
        assertFound("lightships", story.id(), there);
        assertFound("lightships", story.id(), here);
        assertThat(there.administrator().get("/api/v1/journal").text())
                .isEqualTo(here.administrator().get("/api/v1/journal").text());
    }

    @Test
    void whatIsTakenDownOnOneIsGoneFromTheOther() {
        Story story = Story.published(here, "Sample: foghorns");
        assertFound("foghorns", story.id(), there);
        Story.ok(there.secretariat().post(story.path("/retraction"), "{\"reason\":\"It was a mistake.\"}"));
        assertThat(here.visitor().get("/api/v1/items/" + story.id()).status()).isEqualTo(410);
        Reply found = here.visitor().get("/api/v1/items?q=foghorns");
        assertThat(found.json().at("/items")).isEmpty();
        assertThat(found.json().at("/total").asInt()).isZero();
    }

    @Test
    void ofTwoWhoActAtOnceOnDifferentServersOneWins() {
        for (int race = 0; race < 5; race++) {
            Story story = Story.submitted(here, "Sample: race " + race);
            String first = Story.panel(here, 2, 4, 5);
            String second = Story.panel(there, 3, 6, 7);
            assertOneWins(
                    () -> here.secretariat().post(story.path("/panel"), first),
                    () -> there.secretariat().post(story.path("/panel"), second));

            boolean firstWon = here.secretariat().get(story.path("")).text().contains(here.reviewerId(2));
            int reviewer = firstWon ? 2 : 3;
            story.accept(reviewer);
            String review = Story.review(story.digest(), "approve", "");
            assertOneWins(
                    () -> here.reviewer(reviewer).post(story.path("/reviews"), review),
                    () -> there.reviewer(reviewer).post(story.path("/reviews"), review));
        }
    }

    @Test
    void whatStandsAgainstADatabaseIsNamedAtTheStart() throws SQLException, IOException {
        String plain = url.replaceFirst("[?].*", "");
        assertThat(refused(Map.of(), "--demo", "--database-url", plain, "--database-user", "nobody_here"))
                .singleElement()
                .asString()
                .startsWith("database.user, database.password: ");
        assertThat(refused(Map.of(), database(plain.replaceFirst("/[^/]*$", "/nowhere"))))
                .singleElement()
                .asString()
                .startsWith("database.url: there is no such database")
                .contains("createdb");
        assertThat(refused(Map.of(), database("jdbc:postgresql://localhost:" + freePort() + "/hub")))
                .singleElement()
                .asString()
                .startsWith("database.url: ")
                .contains("see that it runs");

        String empty = TestPostgres.newDatabase().url();
        try (Connection connection = DriverManager.getConnection(empty);
                Statement statement = connection.createStatement()) {
            statement.execute("create role weak_" + ProcessHandle.current().pid() + " login");
        }
        assertThat(refused(
                        Map.of(
                                "HUB_DATABASE_USER",
                                "weak_" + ProcessHandle.current().pid()),
                        "--demo",
                        "--database-url",
                        empty.replaceFirst("[?].*", "")))
                .singleElement()
                .asString()
                .startsWith("database.user: it lacks a right")
                .contains("CREATE");
    }

    private static String[] database(String jdbcUrl) {
        return new String[] {
            "--demo", "--database-url", jdbcUrl.replaceFirst("[?].*", ""), "--database-user", "postgres"
        };
    }

    /** By the next request: whoever was told that something is public reads it on every server. */
    private static void assertFound(String word, String id, RunningServer server) {
        List<String> found = server.visitor().get("/api/v1/items?q=" + word).each("/items", "id");
        assertThat(found).containsExactly(id);
    }

    private interface Request {
        Reply send();
    }

    private static void assertOneWins(Request one, Request other) {
        CompletableFuture<Reply> first = CompletableFuture.supplyAsync(one::send);
        Reply second = other.send();
        assertThat(List.of(first.join().status(), second.status())).containsExactlyInAnyOrder(200, 409);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
