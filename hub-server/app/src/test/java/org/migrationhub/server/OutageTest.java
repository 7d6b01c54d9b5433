package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is stopped and started again under a running server. */
class OutageTest {

    @TempDir
    private static Path directory;

    private static StoppablePostgres postgres;
    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        postgres = new StoppablePostgres(directory.resolve("postgres"));
        server = RunningServer.start("--demo", "--database-url", postgres.url(), "--database-user", "postgres")
                .makeRoom();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        postgres.close();
    }

    @Test
    void whatNeedsTheDatabaseIsAnswered503AndAllIsWellAgainSoonAfterItIsBack() throws IOException {
        Story story = Story.inReview(server, "Sample: an outage");
        story.accept(2).accept(4).accept(5);
        String digest = story.digest();
        String practice = Story.practice(server, "Sample: during an outage");

        postgres.stop();

        assertUnavailable(() -> server.visitor().get("/api/v1/items/" + story.id()));
        assertUnavailable(() -> server.contributor().post(Story.SUBMISSIONS, practice));
        assertUnavailable(() -> server.reviewer(2).post(story.path("/reviews"), Story.review(digest, "approve", "")));
        assertThat(server.visitor().get("/readyz").status()).isEqualTo(503);
        assertThat(server.visitor().get("/readyz").text()).contains("storage");
        assertThat(server.visitor().get("/healthz").status()).isEqualTo(200);
        assertThat(server.visitor().get("/api/v1/vocabulary").status()).isEqualTo(200);
        assertThat(server.as("nobody's").get("/api/v1/me").status()).isEqualTo(401);

        postgres.startAgain();
        Instant back = Instant.now();
        while (server.visitor().get("/readyz").status() != 200) {
            assertThat(Duration.between(back, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }

        for (int number : new int[] {2, 4, 5}) {
            story.review(number, "approve", "");
        }
        assertThat(server.visitor().get("/api/v1/items?q=outage").each("/items", "id"))
                .containsExactly(story.id());
    }

    private interface Request {
        Reply send();
    }

    private static void assertUnavailable(Request request) {
        Instant asked = Instant.now();
        Reply reply = request.send();
        assertThat(reply.status()).as(reply.text()).isEqualTo(503);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.code()).isEqualTo("storage-unavailable");
        assertThat(reply.header("Retry-After")).isEqualTo("5");
        assertThat(reply.text()).doesNotContain("SQL").doesNotContain("localhost");
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(8));
    }
}
