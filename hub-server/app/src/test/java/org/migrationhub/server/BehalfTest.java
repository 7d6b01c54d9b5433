package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The secretariat does a submitter's part for them, over HTTP. */
class BehalfTest {

    private static final String WHY = "{\"text\":\"Sample: by letter.\"}";

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.roomy();
    }

    @Test
    void aSubmissionIsBegunForSomebodyAndBroughtToItsEndByTheSecretariat() {
        String person = submitter();
        Reply begun = begin(person, "Sample: sent by letter");
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        assertThat(begun.at("/stage")).isEqualTo("draft");
        assertThat(begun.at("/submitter")).isEqualTo(person);
        assertThat(begun.each("/representatives", "text")).containsExactly("Sample: by letter.");
        String path = begun.header("Location");
        String item = Story.practice(server, "Sample: sent by letter, complete");
        Story.ok(server.secretariat().put(path + "/draft", item));
        Reply report = server.secretariat().post("/api/v1/checks?submission=" + begun.id(), item);
        assertThat(report.at("/acceptable")).isEqualTo("true");
        Reply handedIn = Story.ok(server.secretariat().post(path + "/submission"));
        assertThat(handedIn.json().at("/possible")).hasToString("[\"save-draft\",\"revise\",\"withdraw\"]");
        assertThat(server.secretariat().post(path + "/return", WHY).status()).isEqualTo(403);
        assertThat(server.secretariat()
                        .get("/api/v1/submissions?queue=mine&limit=100")
                        .each("/submissions", "submitter"))
                .contains(person);
        assertThat(server.secretariat().get("/api/v1/me/data").json().at("/representing"))
                .anyMatch(id -> id.asText().equals(begun.id()));

        Reply journal = server.administrator().get(path + "/journal");
        assertThat(journal.each("/entries", "behalf")).hasSize(5).containsOnly(person);
        Story.ok(server.secretariat().post(path + "/withdrawal", "{}"));
    }

    @Test
    void neitherSideSavesOverWhatTheOtherTypesUnlessTheyHaveSeenIt() {
        Story story = Story.submitted(server, "Sample: typed by both");
        Story.ok(server.secretariat().post(story.path("/representation"), WHY));
        String seen = server.secretariat().get(story.path("")).header("ETag");
        Reply typed = Story.ok(server.contributor()
                .put(
                        story.path("/working-copy"),
                        Story.practice(server, "Sample: typed for an hour"),
                        "If-Match",
                        seen));
        String item = Story.practice(server, "Sample: sent by the representative");

        Reply unseen = server.secretariat().put(story.path("/draft"), item, "If-Match", seen);

        assertThat(unseen.status()).as(unseen.text()).isEqualTo(412);
        assertThat(server.contributor().get(story.path("/working-copy")).text()).contains("typed for an hour");
        assertThat(server.secretariat().get("/api/v1/me/data").text()).doesNotContain("typed for an hour");
        assertThat(server.contributor().get("/api/v1/me/data").text()).contains("typed for an hour");
        Story.ok(server.secretariat().put(story.path("/draft"), item, "If-Match", typed.header("ETag")));
        assertThat(server.contributor().get(story.path("/working-copy")).status())
                .isEqualTo(404);
        Story.ok(server.secretariat()
                .put(story.path("/working-copy"), Story.practice(server, "Sample: for her"), "If-Match", "*"));
        assertThat(server.contributor().get("/api/v1/me/data").text()).contains("Sample: for her");
    }

    @Test
    void whatIsWrongWithIsToldAtItsPlaceInTheBody() {
        String person = submitter();
        String item = "{\"kind\":\"practice\",\"language\":\"en\",\"texts\":{\"en\":{\"title\":\"A\\u0007B\"}}}";
        Reply refused = post(person, "{\"text\":\" \",\"item\":" + item + "}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations())
                .containsExactlyInAnyOrder("/item/texts/en/title text.control-character", "/text note.required");
        assertThat(post(person, "{\"text\":\"x\",\"item\":{\"kind\":\"practice\",\"wrong\":1}}")
                        .violations())
                .contains("/item/wrong field.unknown");
        assertThat(post(person, "{\"item\":" + item + ",\"more\":1}").violations())
                .contains("/text field.required", "/more field.unknown");
        assertThat(post("nobody", "{\"text\":\"x\",\"item\":" + item.replace("\\u0007", "") + "}")
                        .status())
                .isEqualTo(404);
        assertThat(server.contributor()
                        .post("/api/v1/people/" + person + "/submissions", "{\"text\":\"x\",\"item\":" + item + "}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void sentAgainUnderItsKeyItIsBegunOnceAndTriedNotAtAll() {
        String person = submitter();
        String body = "{\"text\":\"Sample\",\"item\":" + Story.practice(server, "Sample: once for somebody") + "}";
        String path = "/api/v1/people/" + person + "/submissions";
        Reply tried = server.secretariat().post(path + "?dryRun=true", body);
        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        assertThat(server.secretariat().get("/api/v1/submissions/" + tried.id()).status())
                .isEqualTo(404);
        Reply first = server.secretariat().post(path, body, "Idempotency-Key", "\"behalf-once-0123456789\"");
        Reply second = server.secretariat().post(path, body, "Idempotency-Key", "\"behalf-once-0123456789\"");
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
    }

    @Test
    void whoTakesOverSaysWhyAndWhichVersionTheyHaveSeen() {
        Story story = Story.submitted(server, "Sample: taken over");
        String path = story.path("/representation");
        String seen = server.secretariat().get(story.path("")).header("ETag");
        assertThat(server.secretariat().post(path, WHY, "If-Match", "\"999\"").status())
                .isEqualTo(412);
        assertThat(server.secretariat().post(path, "{\"text\":\" \"}").violations())
                .containsExactly("/text note.required");
        Reply tried = server.secretariat().post(path + "?dryRun=true", WHY);
        assertThat(tried.each("/representatives", "text")).containsExactly("Sample: by letter.");
        assertThat(server.secretariat().get(story.path("")).each("/representatives", "text"))
                .isEmpty();

        Reply done = server.secretariat().post(path, WHY, "If-Match", seen);

        assertThat(done.status()).as(done.text()).isEqualTo(200);
        Reply toSubmitter = server.contributor().get(story.path(""));
        assertThat(toSubmitter.each("/representatives", "name")).hasSize(1);
        assertThat(server.secretariat().post(path, WHY).status()).isEqualTo(403);
        assertThat(server.secretariat().get(story.path("/candidates")).status()).isEqualTo(403);
    }

    @Test
    void whoHasActedForTheSecretariatDoesNotTakeOver() {
        Story story = Story.submitted(server, "Sample: not taken over");
        Story.ok(server.secretariat().post(story.path("/return"), WHY));
        Reply refused = server.secretariat().post(story.path("/representation"), WHY);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).isEqualTo(List.of(" represents-after-acting"));
    }

    @Test
    void whatIsUnderReviewIsTakenOverByNobody() {
        Story story = Story.inReview(server, "Sample: under review");
        Reply refused = server.secretariat().post(story.path("/representation"), WHY);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/act")).isEqualTo("represent");
    }

    @Test
    void administratorsActForNobody() {
        Story story = Story.submitted(server, "Sample: not for administrators");
        assertThat(server.administrator()
                        .post(story.path("/representation"), WHY)
                        .status())
                .isEqualTo(403);
        String body =
                "{\"text\":\"x\",\"item\":" + Story.practice(server, "Sample: not for administrators either") + "}";
        assertThat(server.administrator()
                        .post("/api/v1/people/" + submitter() + "/submissions", body)
                        .status())
                .isEqualTo(403);
    }

    private static String submitter() {
        return server.secretariat()
                .post("/api/v1/people", "{\"name\":\"Sample correspondent\"}")
                .id();
    }

    private static Reply begin(String person, String title) {
        return post(person, "{\"text\":\"Sample: by letter.\",\"item\":" + Story.practice(server, title) + "}");
    }

    private static Reply post(String person, String body) {
        return server.secretariat().post("/api/v1/people/" + person + "/submissions", body);
    }
}
