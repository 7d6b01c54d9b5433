package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How somebody gets into their account and out again, and what tokens for programs may do. */
class SessionsTest extends AccountsAtServer {

    @Test
    void aSessionIsANewOneAfterEachLoginAndTheFormerIsOver() {
        Browser rosa = people.loggedIn("rosa@example.org");
        String first = rosa.cookie("hub");
        rosa.logIn("rosa@example.org", Registrants.PASSWORD);
        assertThat(rosa.cookie("hub")).isNotEqualTo(first);
        assertThat(rosa.get("/api/v1/me/sessions").json().at("/sessions")).hasSize(1);
        assertThat(new Browser(server).with("hub", first).get("/api/v1/me").text())
                .doesNotContain("person");
        Browser planted = new Browser(server).with("hub", "A".repeat(43));
        planted.logIn("rosa@example.org", Registrants.PASSWORD);
        assertThat(planted.cookie("hub")).isNotEqualTo("A".repeat(43));
    }

    @Test
    void whoLogsOutIsOutAndWhoLogsOutEverywhereIsOutEverywhere() {
        people.account("lena@example.org");
        Browser here = new Browser(server);
        Browser there = new Browser(server);
        here.logIn("lena@example.org", Registrants.PASSWORD);
        there.logIn("lena@example.org", Registrants.PASSWORD);
        String kept = there.cookie("hub");
        assertThat(here.get("/api/v1/me/sessions").each("/sessions", "present")).containsExactlyInAnyOrder("true", "");
        assertThat(there.delete("/api/v1/me/session").status()).isEqualTo(204);
        assertThat(there.cookie("hub")).isEmpty();
        assertThat(there.with("hub", kept).get("/api/v1/me/session").status()).isEqualTo(401);

        there.logIn("lena@example.org", Registrants.PASSWORD);
        assertThat(here.delete("/api/v1/me/sessions").status()).isEqualTo(204);
        assertThat(there.get("/api/v1/me/session").status()).isEqualTo(401);
    }

    @Test
    void whatASessionChangesNeedsItsFormTokenAndComesFromHere() {
        Browser vera = people.loggedIn("vera@example.org");
        String token = vera.formToken();
        String draft = "{\"kind\":\"practice\",\"language\":\"en\"}";
        assertThat(vera.post("/api/v1/submissions?draft=true", draft).status()).isEqualTo(201);
        assertThat(vera.showing("")
                        .post("/api/v1/submissions?draft=true", draft)
                        .code())
                .isEqualTo("form-token-missing");
        assertThat(vera.showing("x".repeat(43))
                        .post("/api/v1/submissions?draft=true", draft)
                        .code())
                .isEqualTo("form-token-missing");
        assertThat(vera.get("/api/v1/me/session").at("/formToken")).isEqualTo(token);

        String cookie = "hub=" + vera.cookie("hub");
        for (String[] foreign : List.of(
                new String[] {"Origin", "https://evil.example"},
                new String[] {"Origin", "null"},
                new String[] {"Sec-Fetch-Site", "cross-site"},
                new String[] {"Sec-Fetch-Site", "same-site"})) {
            Reply reply = server.visitor()
                    .post(
                            "/api/v1/submissions?draft=true",
                            draft,
                            "Cookie",
                            cookie,
                            "X-Form-Token",
                            token,
                            foreign[0],
                            foreign[1]);
            assertThat(reply.code()).as(foreign[1]).isEqualTo("cross-site");
        }
        assertThat(server.visitor()
                        .post(
                                "/api/v1/submissions?draft=true",
                                draft,
                                "Cookie",
                                cookie,
                                "X-Form-Token",
                                token,
                                "Origin",
                                server.base())
                        .status())
                .isEqualTo(201);
        assertThat(server.visitor()
                        .post(
                                "/api/v1/sessions",
                                Browser.login("vera@example.org", Registrants.PASSWORD),
                                "Origin",
                                "https://evil.example")
                        .code())
                .isEqualTo("cross-site");
    }

    @Test
    void aTokenActsForItsOwnerWithinItsScopes() {
        Browser tom = people.loggedIn("tom@example.org");
        Reply reading = tom.post("/api/v1/me/tokens", "{\"name\":\"backup\",\"scopes\":[\"read\"],\"days\":1}");
        Reply writing = tom.post("/api/v1/me/tokens", "{\"name\":\"import\",\"scopes\":[\"contribute\"]}");
        assertThat(tom.post("/api/v1/me/tokens", "{\"name\":\"none\",\"scopes\":[]}")
                        .violations())
                .containsExactly("/scopes scopes.required");
        Client reader = server.as(reading.at("/token"));
        Client writer = server.as(writing.at("/token"));
        String draft = "{\"kind\":\"practice\",\"language\":\"en\"}";
        assertThat(reader.get("/api/v1/submissions").status()).isEqualTo(200);
        assertThat(reader.post("/api/v1/submissions?draft=true", draft).status())
                .isEqualTo(403);
        assertThat(writer.post("/api/v1/submissions?draft=true", draft).status())
                .isEqualTo(201);
        assertThat(writer.post("/api/v1/me/tokens", "{\"name\":\"more\",\"scopes\":[\"read\"]}")
                        .code())
                .isEqualTo("session-required");
        Reply listed = tom.get("/api/v1/me/tokens");
        assertThat(listed.text()).doesNotContain(reading.at("/token"));
        assertThat(tom.delete("/api/v1/me/tokens/" + writing.id()).status()).isEqualTo(204);
        assertThat(writer.get("/api/v1/submissions").code()).isEqualTo("token-unknown");
        assertThat(server.as("mhub_" + "x".repeat(43)).get("/api/v1/me").code()).isEqualTo("token-unknown");
    }

    @Test
    void whatSomebodyMayOnlyBecauseItIsAboutThemselvesATokenMustBeGoodForToo() {
        Browser rev = people.loggedIn("rev@example.net");
        String person = rev.get("/api/v1/me").at("/person");
        String record = "/api/v1/people/" + person;
        Client sam = server.as(Registrants.SECRETARIAT);
        assertThat(sam.put(record + "/roster-entry", "{\"languages\":[\"en\"]}").status())
                .isEqualTo(200);
        String profile = "{\"name\":\"Sample person\",\"email\":\"rev@example.net\"}";

        Client reader = program(rev, "read");
        for (String read : List.of("/me/data", "/me/account", "/submissions", "/submissions?queue=reviews")) {
            assertThat(reader.get("/api/v1" + read).status()).as(read).isEqualTo(200);
        }
        assertThat(reader.get(record).status()).isEqualTo(200);
        assertThat(reader.put(record + "/profile", profile).code()).isEqualTo("session-required");
        assertThat(reader.put(record + "/roster-entry", "{\"languages\":[\"fr\"]}")
                        .code())
                .isEqualTo("scope-missing");
        assertThat(reader.send("DELETE", record + "/roster-entry").code()).isEqualTo("scope-missing");
        assertThat(reader.put("/api/v1/me/erasure-request", "{}").code()).isEqualTo("session-required");
        assertThat(reader.send("DELETE", "/api/v1/me/erasure-request").code()).isEqualTo("session-required");
        assertThat(rev.get("/api/v1/me/erasure-request").status()).isEqualTo(404);

        Client reviewer = program(rev, "review");
        for (String read : List.of("/me/data", "/me/account", "/me/erasure-request", "/submissions")) {
            Reply refused = reviewer.get("/api/v1" + read);
            assertThat(refused.code()).as(read).isEqualTo("scope-missing");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.header("WWW-Authenticate"))
                    .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"read\"");
        }
        assertThat(reviewer.get("/api/v1/submissions?queue=reviews").status()).isEqualTo(200);
        assertThat(reviewer.put(record + "/profile", profile).code()).isEqualTo("session-required");
        assertThat(reviewer.put(record + "/roster-entry", "{\"languages\":[\"fr\"]}")
                        .status())
                .isEqualTo(200);

        Client contributor = program(rev, "contribute");
        assertThat(contributor.get("/api/v1/submissions").status()).isEqualTo(200);
        assertThat(contributor.get("/api/v1/submissions?queue=reviews").code()).isEqualTo("scope-missing");
        assertThat(contributor.get(record).code()).isEqualTo("scope-missing");
        assertThat(contributor.send("DELETE", record + "/roster-entry").code()).isEqualTo("scope-missing");
        assertThat(rev.put(record + "/profile", profile).status()).isEqualTo(200);
        assertThat(sam.get(record).each("/roster/languages", "")).hasSize(1);
    }

    private static Client program(Browser owner, String scope) {
        return server.as(owner.post("/api/v1/me/tokens", "{\"name\":\"x\",\"scopes\":[\"%s\"]}".formatted(scope))
                .at("/token"));
    }

    @Test
    void nothingThatLetsSomebodyInIsKeptAsItIs() {
        Browser nora = people.loggedIn("nora@example.org");
        String token = nora.post("/api/v1/me/tokens", "{\"name\":\"x\",\"scopes\":[\"read\"]}")
                .at("/token");
        people.askReset("nora@example.org");
        String reset = new Mailbox(server, "nora@example.org").token();
        Set<String> kept = new HashSet<>();
        Registrants.TABLES.stream()
                .filter(table -> !table.equals("message"))
                .forEach(table -> kept.addAll(people.rows(table)));
        assertThat(kept).hasSizeGreaterThan(5);
        for (String secret :
                List.of(Registrants.PASSWORD, nora.cookie("hub"), nora.cookie("hub-device"), token, reset)) {
            assertThat(kept).noneMatch(row -> row.contains(secret));
        }
        assertThat(kept).anyMatch(row -> row.contains("$argon2id$v=19$m=19456,t=2,p=1$"));
    }
}
