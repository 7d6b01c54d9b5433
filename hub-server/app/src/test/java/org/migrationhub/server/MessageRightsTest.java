package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may read, send again and discard messages; on a server that sends none, where they are only to be read. */
class MessageRightsTest {

    private static final String TO_PANEL = "\"kind\":\"invited\"";

    @TempDir
    private static Path directory;

    @AutoClose
    private static RunningServer server;

    private static String submission;
    private static String invitation;

    @BeforeAll
    static void start() throws IOException {
        Path config = Files.writeString(
                directory.resolve("hub.properties"),
                """
                organisation.ministry.name = Sample ministry
                organisation.ministry.sector = non-un
                organisation.agency.name = Sample agency
                organisation.agency.sector = un
                organisation.league.name = Sample league
                organisation.league.sector = non-un
                """ + somebody("both", "contributor,secretariat", "ministry", "")
                        + somebody("secretary", "secretariat", "", "")
                        + somebody("administrator", "administrator", "", "")
                        + somebody("contributor", "contributor", "", "")
                        + somebody("canary-un", "reviewer", "agency", "en")
                        + somebody("canary-one", "reviewer", "league", "en")
                        + somebody("canary-two", "reviewer", "league", "en"));
        server = RunningServer.start("--in-memory", "--config", config.toString());
        Reply submitted = as("both").post(Story.SUBMISSIONS, """
                {"kind":"practice","language":"en","texts":{"en":{"title":"Sample: own item","summary":"%s"}},
                 "primaryObjectives":["objective-8"],"type":"practice-type-project","geography":{"countries":["NER"]},
                 "period":{"startYear":2021},"mainImplementers":[{"name":"Sample ministry"}]}
                """.formatted(
                        "Sample text. ".repeat(30).strip()));
        submission = submitted.id();
        Story.ok(as("secretary")
                .post(
                        Story.SUBMISSIONS + "/" + submission + "/panel",
                        "{\"reviewers\":[\"%s\",\"%s\",\"%s\"]}"
                                .formatted(person("canary-un"), person("canary-one"), person("canary-two"))));
        invitation = as("secretary").get("/api/v1/messages").json().at("/messages").findValues("id").stream()
                .map(id -> id.asText())
                .filter(id ->
                        as("secretary").get("/api/v1/messages/" + id).text().contains(TO_PANEL))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSecretariatReadsWhatWouldBeSent() {
        Reply list = as("secretary").get("/api/v1/messages?state=waiting");
        assertThat(list.each("/messages", "kind"))
                .containsExactlyInAnyOrder("invited", "invited", "invited", "in-review");
        Reply one = as("secretary").get("/api/v1/messages/" + invitation);
        assertThat(one.at("/letter/text"))
                .contains("Sample: own item", "Please review by", "/en/desk/reviews/" + submission);
        assertThat(one.at("/letter/html")).startsWith("<!DOCTYPE html>");
        assertThat(one.at("/address")).startsWith("canary-").endsWith("@example.org");
        assertThat(as("administrator").get("/api/v1/messages").text())
                .isEqualTo(as("secretary").get("/api/v1/messages").text());
    }

    @Test
    void whoSubmitsAnItemLearnsNothingOfTheMessagesToItsPanel() {
        Reply list = as("both").get("/api/v1/messages");
        assertThat(list.each("/messages", "kind")).containsExactly("in-review");
        Set<String> canaries = new HashSet<>(List.of("canary", TO_PANEL, invitation));
        for (String key : List.of("canary-un", "canary-one", "canary-two")) {
            canaries.add(person(key));
        }
        List<Reply> replies = new ArrayList<>(List.of(list));
        for (String query : List.of("?state=waiting", "?state=dead", "?limit=1", "?limit=2", "?cursor=" + invitation)) {
            replies.add(as("both").get("/api/v1/messages" + query));
        }
        list.each("/messages", "id").forEach(id -> replies.add(as("both").get("/api/v1/messages/" + id)));
        assertThat(replies).allSatisfy(reply -> {
            String whole = (reply.text() + reply.headers().map()).replace("?cursor=" + invitation, "");
            assertThat(canaries).noneMatch(whole::contains);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/retry", "/discard"})
    void aMessageThatOneMayNotKnowOfIsAsIfItWereNot(String act) {
        String none = "/api/v1/messages/01a21d02-0000-7000-8000-000000000000" + act;
        String there = "/api/v1/messages/" + invitation + act;
        String method = act.isEmpty() ? "GET" : "POST";
        Reply unknown = as("both").send(method, none);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(as("both").send(method, there).text()).isEqualTo(unknown.text());
        for (String key : List.of("contributor", "canary-un")) {
            assertThat(as(key).send(method, there).status()).isEqualTo(403);
            assertThat(as(key).send(method, none).status()).isEqualTo(403);
        }
        assertThat(server.visitor().send(method, there).status()).isEqualTo(401);
        assertThat(as("secretary")
                        .send(method, "/api/v1/messages/nonsense" + act)
                        .text())
                .isEqualTo(unknown.text());
    }

    @Test
    void aMessageIsDiscardedOnceAndNotSentAgain() {
        String other = as("secretary").get("/api/v1/messages").each("/messages", "id").stream()
                .filter(id -> !id.equals(invitation))
                .filter(id ->
                        as("secretary").get("/api/v1/messages/" + id).text().contains(TO_PANEL))
                .findFirst()
                .orElseThrow();
        for (String act : List.of("/retry", "/discard")) {
            Reply tried = as("administrator").post("/api/v1/messages/" + other + act + "?dryRun=true");
            assertThat(tried.at("/state")).isEqualTo("waiting");
        }
        Reply retried = as("administrator").post("/api/v1/messages/" + other + "/retry");
        assertThat(retried.at("/state")).isEqualTo("waiting");
        Reply discarded = as("administrator").post("/api/v1/messages/" + other + "/discard");
        assertThat(discarded.at("/state")).isEqualTo("closed");
        assertThat(discarded.at("/reason")).isEqualTo("discarded");
        for (String act : List.of("/retry", "/discard")) {
            Reply again = as("administrator").post("/api/v1/messages/" + other + act);
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.code()).isEqualTo("wrong-stage");
            assertThat(as("administrator")
                            .post("/api/v1/messages/" + other + act + "?dryRun=true")
                            .text())
                    .isEqualTo(again.text());
        }
        as("administrator").post("/api/v1/messages/" + other + "/discard", "{\"why\":\"x\"}");
        assertThat(as("secretary").get("/api/v1/messages?state=closed").each("/messages", "id"))
                .containsExactly(other);
        assertThat(as("secretary").get("/api/v1/messages?state=gone").code()).isEqualTo("query-invalid");
        assertThat(as("secretary").get("/api/v1/messages?cursor=x").code()).isEqualTo("query-invalid");
        Story.ok(as("secretary").get("/api/v1/submissions/" + submission));
    }

    private static String somebody(String key, String roles, String organisation, String languages) {
        String lines = """
                token.KEY.secret = %s
                token.KEY.roles = %s
                token.KEY.name = Sample KEY
                token.KEY.email = KEY@example.org
                """.formatted(secret(key), roles);
        return (lines
                        + (organisation.isEmpty() ? "" : "token.KEY.organisation = " + organisation + "\n")
                        + (languages.isEmpty() ? "" : "token.KEY.languages = " + languages + "\n"))
                .replace("KEY", key);
    }

    private static String secret(String key) {
        return "0123456789abcdef01234567-of-" + key;
    }

    private static String person(String key) {
        return server.person(secret(key));
    }

    private static Client as(String key) {
        return server.as(secret(key));
    }
}
