package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.server.message.Await;
import org.migrationhub.server.message.DifficultServer;
import org.migrationhub.server.message.KilledMailroom;
import org.migrationhub.server.message.PostOffice;
import org.migrationhub.storage.jdbi.TestPostgres;

/** What whole servers do about messages: several of them at once, one that is killed, one whose server of mail hangs. */
class MessagesOfServersTest {

    private static final int[] REVIEWERS = {2, 4, 5};

    @TempDir
    private Path directory;

    @Test
    void twoServersOnOneDatabaseSendEachMessageOnce() throws SQLException, IOException {
        String url = TestPostgres.newDatabase().url().replaceFirst("[?].*", "");
        String[] arguments = {"--demo", "--database-url", url, "--database-user", "postgres"};
        try (PostOffice office = PostOffice.open();
                RunningServer here = RunningServer.start(office.environment(), arguments);
                RunningServer there = RunningServer.start(office.environment(), arguments)) {
            Await.until(() -> ids(here, "waiting"), List::isEmpty);
            giveAddresses(here.makeRoom());
            for (int number = 0; number < 8; number++) {
                RunningServer acting = number % 2 == 0 ? here : there;
                Story.inReview(acting, "Sample: of two servers " + number);
            }
            List<PostOffice.Arrived> letters = office.await(8 * 4);
            Await.until(() -> ids(here, "waiting"), List::isEmpty);
            assertThat(ids(here, "sent")).hasSize(8 * 4);
            assertThat(office.letters()).hasSameSizeAs(letters);
            assertThat(letters).extracting(PostOffice.Arrived::id).doesNotHaveDuplicates();
            assertThat(ids(here, "sent")).isEqualTo(ids(there, "sent"));
        }
    }

    @Test
    void aServerThatIsKilledBetweenSendingAndNotingLosesNothingAndRepeatsUnderTheSameId()
            throws IOException, InterruptedException {
        Path config = Files.writeString(directory.resolve("mail.properties"), "smtp.starttls = never\n");
        String swallowed;
        Set<String> expected = new HashSet<>();
        try (DifficultServer silent = DifficultServer.silent()) {
            Files.writeString(config, "smtp.starttls = never\nsmtp.port = " + silent.port());
            try (ServerProcess process = ServerProcess.start(
                    directory.resolve("errors"),
                    "--demo",
                    "--port",
                    "0",
                    "--data",
                    directory.resolve("data").toString(),
                    "--config",
                    config.toString(),
                    "--smtp-host",
                    "127.0.0.1",
                    "--smtp-from",
                    PostOffice.FROM,
                    "--site-address",
                    "https://hub.example.org")) {
                String line = process.firstLine();
                assertThat(line).as(process.errors()).contains("http://");
                Client office = new Client(line.replaceAll(".*(http://.*)/$", "$1"), "demo-secretariat");
                Client contributor = new Client(line.replaceAll(".*(http://.*)/$", "$1"), "demo-contributor-2");
                Await.until(() -> ids(office, "waiting"), List::isEmpty); // those of the demonstration go to nobody
                address(office, "demo-contributor-2", "Sample contributor 2");
                for (int number = 0; number < 3; number++) {
                    Reply submitted = contributor.post(Story.SUBMISSIONS, item(contributor, number));
                    Story.ok(office.post(
                            Story.SUBMISSIONS + "/" + submitted.id() + "/return", "{\"text\":\"Say more.\"}"));
                    expected.add(submitted.id());
                }
                swallowed = Await.until(silent::letters, letters -> !letters.isEmpty())
                        .get(0);
                process.kill();
            }
        }
        try (PostOffice office = PostOffice.open();
                KilledMailroom next = KilledMailroom.after(
                        directory.resolve("data").resolve("hub"), Duration.ofMinutes(10), office.port())) {
            List<PostOffice.Arrived> letters = office.await(3);
            next.awaitNothingWaiting();
            assertThat(office.letters()).hasSize(3);
            assertThat(letters)
                    .filteredOn(letter -> swallowed.contains("Message-ID: " + letter.id() + "\n"))
                    .hasSize(1);
            assertThat(expected)
                    .allSatisfy(id -> assertThat(letters)
                            .filteredOn(letter -> letter.text().contains(id))
                            .hasSize(1));
        }
    }

    @Test
    void aServerOfMailThatHangsHoldsUpNobody() throws IOException {
        try (DifficultServer silent = DifficultServer.silent()) {
            RunningServer server = RunningServer.start(PostOffice.environment(silent.port()), "--demo", "--in-memory");
            giveAddresses(server.makeRoom());
            Story.submitted(server, "Sample: a first");
            Story.inReview(server, "Sample: while mail hangs");
            Await.until(silent::letters, letters -> !letters.isEmpty());
            Story.published(server, "Sample: published while mail hangs");
            assertThat(server.visitor().get("/readyz").status()).isEqualTo(200);
            Instant stopping = Instant.now();
            server.close();
            assertThat(Duration.between(stopping, Instant.now())).isLessThan(Duration.ofSeconds(8));
        }
    }

    private static String item(Client contributor, int number) {
        Reply focalPoint = contributor.post("/api/v1/people", "{\"name\":\"Sample focal point\"}");
        return """
               {"kind":"practice","language":"en","texts":{"en":{"title":"Sample: item %d","summary":"%s"}},
                "primaryObjectives":["objective-8"],"type":"practice-type-project","geography":{"countries":["NER"]},
                "period":{"startYear":2021},"mainImplementers":[{"name":"Sample lighthouse keepers"}],"focalPoint":"%s"}
               """.formatted(number, "Sample text. ".repeat(30).strip(), focalPoint.id());
    }

    private static void giveAddresses(RunningServer server) {
        address(server.secretariat(), server.person("demo-contributor-2"), "Sample contributor 2");
        for (int number : REVIEWERS) {
            address(server.secretariat(), server.reviewerId(number), "Sample reviewer " + number);
        }
    }

    private static void address(Client office, String person, String name) {
        Story.ok(office.put(
                "/api/v1/people/" + person + "/profile",
                "{\"name\":\"%s\",\"email\":\"%s@example.org\"}".formatted(name, person)));
    }

    private static List<String> ids(RunningServer server, String state) {
        return ids(server.secretariat(), state);
    }

    private static List<String> ids(Client office, String state) {
        return new ArrayList<>(
                office.get("/api/v1/messages?limit=100&state=" + state).each("/messages", "id"));
    }
}
