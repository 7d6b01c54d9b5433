package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.storage.jdbi.TestPostgres;

/** The search index of a server between two starts, and while it is built anew. */
class IndexTest {

    private static final String ITEMS = "/api/v1/items?limit=100&sort=title";

    @TempDir
    private Path directory;

    @Test
    void aServerThatIsStartedAgainGoesOnWithTheIndexThatItHasUnlessThatIsDamaged() throws IOException {
        String found = start();
        Map<String, Long> before = files();
        assertThat(start()).isEqualTo(found);
        assertThat(files().keySet()).as("nothing was written again").containsAll(segments(before));
        for (String name : segments(before)) {
            Files.write(index().resolve(name), new byte[] {1, 2, 3});
        }
        assertThat(start()).isEqualTo(found);
    }

    @Test
    void aHubThatWasPutBackHasItsIndexMadeAnew() throws IOException {
        String found = start();
        Path copy = directory.resolve("copy.mv.db");
        Files.copy(data().resolve("hub.mv.db"), copy);
        String id;
        try (RunningServer server = running().makeRoom()) {
            id = Story.published(server, "Sample: published and lost").id();
            assertThat(server.visitor().get(ITEMS).text()).contains(id);
        }
        Files.delete(data().resolve("hub.mv.db"));
        Files.copy(copy, data().resolve("hub.mv.db"));
        assertThat(start()).isEqualTo(found);
    }

    @Test
    void ofTwoServersOnOneDatabaseEachHasADirectoryOfItsOwn() throws SQLException, IOException {
        String url = TestPostgres.newDatabase().url().replaceFirst("[?].*", "");
        String[] arguments = {
            "--demo", "--database-url", url, "--database-user", "postgres", "--data", data().toString()
        };
        try (RunningServer server = RunningServer.start(arguments)) {
            assertThat(server.visitor().get(ITEMS).at("/total")).isNotEqualTo("0");
            StartRefusedException refused =
                    catchThrowableOfType(StartRefusedException.class, () -> RunningServer.start(arguments));
            assertThat(refused.reasons())
                    .singleElement()
                    .asString()
                    .startsWith("--data: ")
                    .contains(index().toString(), "a directory of its own");
        }
        try (RunningServer again = RunningServer.start(arguments)) {
            assertThat(again.visitor().get(ITEMS).at("/total")).isNotEqualTo("0");
        }
    }

    @Test
    void anAdministratorHasTheIndexBuiltAnewBesideServing() {
        try (RunningServer server = running().makeRoom()) {
            for (Client client : List.of(server.contributor(), server.reviewer(2), server.secretariat())) {
                assertThat(client.get("/api/v1/index").status()).isEqualTo(403);
                assertThat(client.post("/api/v1/index/rebuild").status()).isEqualTo(403);
            }
            Client administrator = server.administrator();
            String before = server.visitor().get(ITEMS).text();
            Reply begun = administrator.post("/api/v1/index/rebuild");
            assertThat(begun.status()).isEqualTo(202);
            assertThat(begun.header("Location")).isEqualTo("/api/v1/index");
            assertThat(server.visitor().get(ITEMS).text()).isEqualTo(before);
            String id = Story.published(server, "Sample: meanwhile").id();
            assertThat(server.visitor().get(ITEMS).each("/items", "id")).contains(id);

            Reply done = ended(administrator);
            assertThat(done.at("/rebuild/failed")).isEmpty();
            assertThat(done.json().at("/rebuild/reached").asLong())
                    .isGreaterThanOrEqualTo(done.json().at("/rebuild/goal").asLong());
            assertThat(done.at("/position")).isEqualTo(done.at("/end"));
            assertThat(server.visitor().get(ITEMS).each("/items", "id")).contains(id);
            assertThat(server.visitor().get("/readyz").status()).isEqualTo(200);
            assertThat(index().resolve("anew")).doesNotExist();
        }
    }

    @Test
    void whatIsTakenDownIsGoneFromEveryWayOfFindingIt() {
        try (RunningServer server = RunningServer.roomy()) {
            Story story = Story.handedIn(
                            server,
                            Story.practice(server, "Sample: It Takes a Community of xylograph keepers")
                                    .replace("Sample lighthouse keepers", "Sample zymurgy society"))
                    .seat();
            assertThat(reach(server, story)).as("in review").isEmpty();
            List.of(2, 4, 5).forEach(number -> story.accept(number).review(number, "approve", ""));
            assertThat(reach(server, story)).containsExactly("search", "title", "name", "similar");

            Story.ok(server.secretariat().post(story.path("/retraction"), "{\"reason\":\"Sample reason\"}"));
            assertThat(reach(server, story)).as("taken down").isEmpty();
            assertThat(server.visitor()
                            .get("/api/v1/items/" + story.id() + "/similar")
                            .status())
                    .isEqualTo(410);
        }
    }

    /** On which ways somebody comes upon an item. */
    private static List<String> reach(RunningServer server, Story story) {
        Client visitor = server.visitor();
        String other =
                visitor
                        .get("/api/v1/items?q=%22takes+a+community%22&sort=newest&limit=100")
                        .each("/items", "id")
                        .stream()
                        .filter(id -> !id.equals(story.id()))
                        .findFirst()
                        .orElseThrow();
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put("search", visitor.get("/api/v1/items?q=xylograph").text());
        ways.put("title", visitor.get("/api/v1/suggestions?q=xylogr").text());
        ways.put("name", visitor.get("/api/v1/suggestions?q=zymur").text());
        ways.put(
                "similar",
                visitor.get("/api/v1/items/" + other + "/similar?limit=100").text());
        return ways.entrySet().stream()
                .filter(way -> way.getValue().contains(story.id())
                        || way.getValue().contains("xylograph")
                        || way.getValue().contains("zymurgy"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Reply ended(Client administrator) {
        Instant asked = Instant.now();
        Reply state;
        do {
            state = administrator.get("/api/v1/index");
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(20));
        } while (state.at("/rebuild/endedAt").isEmpty());
        return state;
    }

    /** Starts a server and stops it; what it found meanwhile. */
    private String start() {
        try (RunningServer server = running()) {
            return server.visitor().get(ITEMS).text();
        }
    }

    private RunningServer running() {
        return RunningServer.start("--demo", "--data", data().toString());
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path index() {
        return data().resolve("index");
    }

    private Map<String, Long> files() throws IOException {
        Map<String, Long> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(index())) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.size(file));
            }
        }
        return files;
    }

    /** The files that hold documents, which are never changed, only replaced. */
    private static List<String> segments(Map<String, Long> files) {
        return files.keySet().stream().filter(name -> name.endsWith(".cfs")).toList();
    }
}
