package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for again under its key happens once. */
class IdempotencyTest {

    private static final String SUBMISSIONS = "/api/v1/submissions";
    private static final String ORGANISATIONS = "/api/v1/organisations";

    @AutoClose
    private static RunningServer server;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        server = RunningServer.roomy();
    }

    @Test
    void aRepeatIsAnsweredAsTheFirstTimeAndCreatesNothing() {
        String item = Story.practice(server, "Sample: twice asked for");
        String key = key();
        Reply first = server.contributor().post(SUBMISSIONS, item, "Idempotency-Key", key);
        assertThat(first.status()).isEqualTo(201);
        Story.ok(server.secretariat().post(first.header("Location") + "/decline", "{\"text\":\"It is here twice.\"}"));

        Reply second = server.contributor().post(SUBMISSIONS, item, "Idempotency-Key", "\"" + key + "\"");

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(mine("twice asked for")).hasSize(1);
    }

    @Test
    void somethingElseUnderTheSameKeyIsRefused() {
        String key = key();
        Reply first = organisation("Sample key holders", key);
        assertThat(first.status()).isEqualTo(201);
        assertReused(organisation("Sample key thieves", key));
        assertReused(server.secretariat()
                .post(ORGANISATIONS + "?dryRun=false", body("Sample key holders"), "Idempotency-Key", key));
        assertReused(server.secretariat().post("/api/v1/people", body("Sample"), "Idempotency-Key", key));
        assertThat(server.administrator()
                        .post(ORGANISATIONS, body("Sample key holders"), "Idempotency-Key", key)
                        .id())
                .isNotEqualTo(first.id());
    }

    @Test
    void whatWasRefusedFreesTheKey() {
        String key = key();
        assertThat(organisation(" ", key).status()).isEqualTo(422);
        assertThat(organisation("Sample second try", key).status()).isEqualTo(201);
    }

    @Test
    void everyCreationTakesAKey() {
        String wide = organisation("Sample makers", key()).id();
        List<String> creations = List.of(
                "/api/v1/people {\"name\":\"Sample once\"}",
                "/api/v1/reviewers {\"name\":\"Sample once\",\"organisation\":\"%s\",\"languages\":[\"en\"]}"
                        .formatted(wide),
                ORGANISATIONS + " " + body("Sample once"));
        for (String creation : creations) {
            String[] parts = creation.split(" ", 2);
            String key = key();
            Reply first = server.secretariat().post(parts[0], parts[1], "Idempotency-Key", key);
            assertThat(first.status()).as(first.text()).isEqualTo(201);
            Reply second = server.secretariat().post(parts[0], parts[1], "Idempotency-Key", key);
            assertThat(second.text()).isEqualTo(first.text());
        }
    }

    /** The operations that take a key and a parameter in the path, with what is sent there. */
    private static final Map<String, String> AT_SOMETHING =
            Map.of("startOnBehalf", "{\"text\":\"Sample: by letter.\",\"item\":%s}");

    @Test
    void theSameAtAnotherPathIsSomethingElseForEveryOperationWithAParameterInItsPath() {
        Map<String, String> paths = keyedAtSomething();
        assertThat(paths).containsOnlyKeys(AT_SOMETHING.keySet());
        String item = Story.practice(server, "Sample: for one of two");
        paths.forEach((operation, path) -> {
            String body = AT_SOMETHING.get(operation).formatted(item);
            String key = key();
            Reply first = server.secretariat().post(path.replace("{id}", person()), body, "Idempotency-Key", key);
            assertThat(first.status()).as(first.text()).isEqualTo(201);

            assertReused(server.secretariat().post(path.replace("{id}", person()), body, "Idempotency-Key", key));
        });
    }

    private static Map<String, String> keyedAtSomething() {
        Map<String, String> paths = new TreeMap<>();
        JsonNode all = server.visitor().get("/api/v1/openapi.json").json().at("/paths");
        all.properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            if (path.getKey().contains("{")
                    && operation.getValue().toString().contains("parameters/IdempotencyKey")) {
                paths.put(operation.getValue().get("operationId").asText(), path.getKey());
            }
        }));
        return paths;
    }

    @Test
    void whatWasAnsweredAboutSomebodyGoesWithTheirData() {
        String person = person();
        String body = AT_SOMETHING.get("startOnBehalf").formatted(Story.practice(server, "Sample: soon erased"));
        Reply begun =
                server.secretariat().post("/api/v1/people/" + person + "/submissions", body, "Idempotency-Key", key());
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        assertThat(answersAbout(person)).isOne();

        assertThat(server.administrator()
                        .post("/api/v1/people/" + person + "/erasure")
                        .status())
                .isEqualTo(204);

        assertThat(answersAbout(person)).isZero();
    }

    private static int answersAbout(String person) {
        return server
                .server()
                .tables()
                .read(handle -> handle.createQuery("select body from server.idempotency")
                        .mapTo(String.class)
                        .list())
                .stream()
                .filter(body -> body.contains(person))
                .toList()
                .size();
    }

    private static String person() {
        return server.secretariat()
                .post("/api/v1/people", "{\"name\":\"Sample submitter\",\"email\":\"someone@example.org\"}")
                .id();
    }

    @Test
    void ofManyAtOnceOneHappens() {
        String item = Story.practice(server, "Sample: many at once");
        String key = key();
        List<CompletableFuture<Reply>> asked = new ArrayList<>();
        for (int client = 0; client < 8; client++) {
            asked.add(CompletableFuture.supplyAsync(
                    () -> server.contributor().post(SUBMISSIONS, item, "Idempotency-Key", key)));
        }
        List<Reply> replies = asked.stream().map(CompletableFuture::join).toList();
        assertThat(replies).allMatch(reply -> reply.status() == 201 || reply.status() == 409);
        assertThat(replies.stream()
                        .filter(reply -> reply.status() == 201)
                        .map(Reply::id)
                        .distinct())
                .hasSize(1);
        assertThat(replies).filteredOn(reply -> reply.status() == 409).allSatisfy(reply -> {
            assertThat(reply.code()).isEqualTo("idempotency-key-in-use");
            assertThat(reply.header("Retry-After")).isEqualTo("1");
        });
        assertThat(mine("many at once")).hasSize(1);
    }

    @Test
    void anAnswerIsThereAfterARestart() {
        String key = key();
        String[] arguments = {"--demo", "--data", directory.toString()};
        Reply first;
        String item;
        try (RunningServer before = RunningServer.start(arguments)) {
            item = Story.practice(before, "Sample: over a restart");
            first = before.contributor().post(SUBMISSIONS, item, "Idempotency-Key", key);
        }
        try (RunningServer after = RunningServer.start(arguments)) {
            Reply second = after.contributor().post(SUBMISSIONS, item, "Idempotency-Key", key);
            assertThat(second.text()).isEqualTo(first.text());
        }
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        for (String key : List.of("short", "a key with spaces", "a".repeat(201))) {
            Reply reply = organisation("Sample malformed", key);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.code()).isEqualTo("header-invalid");
        }
    }

    private static Reply organisation(String name, String key) {
        return server.secretariat().post(ORGANISATIONS, body(name), "Idempotency-Key", key);
    }

    private static String body(String name) {
        return "{\"name\":\"%s\",\"sector\":\"un\"}".formatted(name);
    }

    private static List<String> mine(String words) {
        return server.contributor().get(SUBMISSIONS + "?limit=100").each("/submissions", "title").stream()
                .filter(title -> title.contains(words))
                .toList();
    }

    private static void assertReused(Reply reply) {
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("idempotency-key-reused");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
