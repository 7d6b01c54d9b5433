package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever changes what is there says what they have seen of it. */
class VersionTest {

    @AutoClose
    private static RunningServer server;

    private static JsonNode document;

    @BeforeAll
    static void start() {
        server = RunningServer.roomy();
        document = server.visitor().get("/api/v1/openapi.json").json();
    }

    @Test
    void whateverIsDescribedAsNeedingAVersionAsksForIt() {
        List<String> asked = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String method = operation.getKey().toUpperCase(Locale.ROOT);
                    if (method.equals("GET")) {
                        return;
                    }
                    String address = path.getKey()
                            .replace("{id}", "unknown")
                            .replace("{organisation}", "unknown")
                            .replace("{number}", "1");
                    Reply reply = server.secretariat().unversioned(method, address, "{}");
                    boolean needed = operation.getValue().path("parameters").findValuesAsText("$ref").stream()
                            .anyMatch(reference -> reference.endsWith("/IfMatch"));
                    assertThat(reply.status() == 428).as(address).isEqualTo(needed);
                    if (needed) {
                        assertThat(reply.code()).isEqualTo("version-required");
                        asked.add(address);
                    }
                }));
        assertThat(asked).hasSizeGreaterThan(20);
    }

    @Test
    void whereNothingHasAVersionNoneIsNamed() {
        List<String> refused = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String method = operation.getKey().toUpperCase(Locale.ROOT);
                    if (method.equals("GET") || operation.getValue().toString().contains("parameters/IfMatch")) {
                        return;
                    }
                    String address = path.getKey().replace("{id}", "unknown");
                    assertStale(server.administrator().unversioned(method, address, "{}", "If-Match", "\"999\""));
                    refused.add(address);
                }));
        assertThat(refused).hasSizeGreaterThan(20);
    }

    @Test
    void whatWasReadSaysItsVersionAndAChangeAtThatVersionIsMade() {
        Story story = Story.submitted(server, "Sample: versions of a draft");
        String item = Story.practice(server, "Sample: versions of a draft, second");
        String seen = server.contributor().get(story.path("")).header("ETag");

        Reply saved = server.contributor().put(story.path("/draft"), item, "If-Match", seen);

        assertThat(saved.status()).isEqualTo(200);
        assertThat(server.contributor().get(story.path("/draft")).header("ETag"))
                .isEqualTo(saved.header("ETag"))
                .isNotEqualTo(seen);
        assertStale(server.contributor().put(story.path("/draft"), item, "If-Match", seen));
        assertStale(server.contributor().put(story.path("/draft"), item, "If-Match", "W/" + saved.header("ETag")));
    }

    @Test
    void whatIsTypedHasVersionsOfItsOwnAndMovesNoOther() {
        Story story = Story.inReview(server, "Sample: versions of what is typed");
        String copy = story.path("/working-copy");
        String seen = server.contributor().get(story.path("")).header("ETag");
        String ofSecretariat = server.secretariat().get(story.path("")).header("ETag");
        String journal = server.secretariat().get(story.path("/journal")).text();
        assertThat(server.contributor().get(copy).status()).isEqualTo(404);

        String first = Story.practice(server, "Sample: typed");
        Reply kept = server.contributor().put(copy, first, "If-Match", seen);
        Reply again = server.contributor().put(copy, first, "If-Match", seen);
        Reply next = server.contributor()
                .put(copy, Story.practice(server, "Sample: typed on"), "If-Match", kept.header("ETag"));

        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo(kept.header("ETag"));
        assertThat(server.contributor().get(copy).header("ETag"))
                .isEqualTo(next.header("ETag"))
                .isNotEqualTo(kept.header("ETag"));
        assertStale(server.contributor().put(copy, Story.practice(server, "Sample: other"), "If-Match", seen));
        assertStale(server.contributor().send("DELETE", copy, "If-Match", kept.header("ETag")));
        assertThat(server.contributor().get(story.path("")).header("ETag")).isEqualTo(seen);
        assertThat(server.secretariat().get(story.path("")).header("ETag")).isEqualTo(ofSecretariat);
        assertThat(server.secretariat().get(story.path("/journal")).text()).isEqualTo(journal);
        assertThat(server.contributor()
                        .send("DELETE", copy, "If-Match", next.header("ETag"))
                        .status())
                .isEqualTo(204);
        assertThat(server.contributor().get(copy).status()).isEqualTo(404);
        assertThat(server.contributor().send("DELETE", copy, "If-Match", seen).status())
                .isEqualTo(204);
    }

    @Test
    void savingWhatIsSavedChangesNoVersion() {
        String item = Story.practice(server, "Sample: saved twice");
        Reply draft = server.contributor().post("/api/v1/submissions?draft=true", item);
        String path = draft.header("Location") + "/draft";

        Reply again = server.contributor().put(path, item, "If-Match", draft.header("ETag"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo(draft.header("ETag"));
    }

    @Test
    void recordsHaveVersionsToo() {
        Reply added =
                server.secretariat().post("/api/v1/organisations", "{\"name\":\"Sample versions\",\"sector\":\"un\"}");
        String record = "{\"name\":\"Sample versions II\",\"sector\":\"un\"}";
        String path = added.header("Location");
        Reply changed = server.secretariat().put(path, record, "If-Match", added.header("ETag"));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertStale(server.secretariat().put(path, record, "If-Match", added.header("ETag")));
        assertThat(server.contributor().get(path).header("ETag")).isEqualTo(changed.header("ETag"));

        String person = "/api/v1/people/" + server.reviewerId(8);
        String seen = server.reviewer(8).get(person).header("ETag");
        String entry = "{\"languages\":[\"en\"],\"capacity\":3}";
        Reply enrolled = server.reviewer(8).put(person + "/roster-entry", entry, "If-Match", seen);
        assertThat(enrolled.at("/roster/capacity")).isEqualTo("3");
        assertStale(server.secretariat().put(person + "/profile", "{\"name\":\"Other\"}", "If-Match", seen));
        assertStale(server.secretariat().send("DELETE", person + "/roster-entry", "If-Match", seen));
        assertStale(server.administrator().post(person + "/erasure", "{}", "If-Match", seen));
        assertThat(server.reviewer(8).get(person).header("ETag")).isEqualTo(enrolled.header("ETag"));
    }

    @Test
    void aReviewersVersionDoesNotTellOfTheOthers() {
        Story story = Story.inReview(server, "Sample: versions of reviewers")
                .accept(2)
                .accept(4);
        String seen = server.reviewer(2).get(story.path("")).header("ETag");
        story.review(4, "approve", "");
        String review = Story.review(story.digest(), "approve", "");

        assertThat(server.reviewer(2)
                        .post(story.path("/reviews"), review, "If-Match", seen)
                        .status())
                .isEqualTo(200);
    }

    private static void assertStale(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(412);
        assertThat(reply.code()).isEqualTo("stale-version");
    }
}
