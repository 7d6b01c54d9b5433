package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.migrationhub.server.message.Await;

/** How somebody comes to have an account, gets into it, and out again. */
class AccountsTest {

    private static final String ADMIN = "admin@example.org";
    private static final String ADMIN_PASSWORD = "the keys of the lighthouse";
    private static final String PASSWORD = "gulls over the harbour";
    private static final String SECRETARIAT = "0123456789abcdef0123456789abcdef";

    private static final List<String> TABLES = List.of(
            "account",
            "role_grant",
            "session",
            "device",
            "one_time_secret",
            "api_token",
            "identity",
            "throttle",
            "erasure_request",
            "message");

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start(
                Map.of(
                        "HUB_ADMIN_EMAIL", ADMIN,
                        "HUB_ADMIN_PASSWORD", ADMIN_PASSWORD,
                        "HUB_TOKEN_SAM_SECRET", SECRETARIAT,
                        "HUB_TOKEN_SAM_ROLES", "secretariat",
                        "HUB_TOKEN_SAM_NAME", "Sample secretary"),
                "--in-memory");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whoRegistersAndConfirmsTheAddressIsAContributor() {
        Browser ana = new Browser(server);
        assertThat(register("ana@example.org", PASSWORD).status()).isEqualTo(202);
        assertThat(ana.logIn("ana@example.org", PASSWORD).code()).isEqualTo("login-failed");
        assertThat(confirm("ana@example.org").status()).isEqualTo(201);

        Reply entered = ana.logIn("Ana@Example.org", PASSWORD);
        assertThat(entered.status()).isEqualTo(201);
        assertThat(entered.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allMatch(cookie -> cookie.contains("; HttpOnly; ") && cookie.endsWith("SameSite=Lax"));
        assertThat(ana.get("/api/v1/me").each("/roles", "")).hasSize(2);
        assertThat(ana.get("/api/v1/me").text()).contains("contributor");
        String person = ana.get("/api/v1/me").at("/person");
        assertThat(server.as(SECRETARIAT).get("/api/v1/people/" + person).at("/email"))
                .isEqualTo("ana@example.org");
    }

    @Test
    void aLinkIsGoodOnceAndForItsPurpose() {
        register("once@example.org", PASSWORD);
        String token = new Mailbox(server, "once@example.org").token();
        assertThat(server.visitor()
                        .post("/api/v1/password-resets/confirmation", withPassword(token, PASSWORD))
                        .violations())
                .containsExactly("/token token.spent");
        assertThat(server.visitor()
                        .get("/api/v1/registrations/confirmation?token=" + token)
                        .status())
                .isIn(404, 405);
        assertThat(confirm("once@example.org").status()).isEqualTo(201);
        assertThat(confirm("once@example.org").violations()).containsExactly("/token token.spent");
    }

    @Test
    void whatIsWrongWithARegistrationIsSaidAtOnce() {
        Reply reply = server.visitor().post("/api/v1/registrations", """
                {"email": "x@example.org", "name": " ", "password": "short"}""");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.violations()).containsExactly("/name name.required", "/password password.too-short");
        assertThat(register("x@example.org", "password12345").violations())
                .containsExactly("/password password.obvious");
        assertThat(register("lighthouse@example.org", "lighthouse12").violations())
                .containsExactly("/password password.obvious");
        assertThat(register("no address", PASSWORD).status()).isEqualTo(400);
        assertThat(new Mailbox(server, "x@example.org").kinds()).isEmpty();
    }

    @Test
    void whetherAnAddressHasAnAccountIsToldByNoAnswer() {
        account("known@example.org");
        Reply known = register("known@example.org", PASSWORD);
        Reply unknown = register("unknown@example.org", PASSWORD);
        assertSame(known, unknown);
        assertThat(new Mailbox(server, "known@example.org").kinds()).endsWith("already-registered");
        assertThat(new Mailbox(server, "unknown@example.org").kinds()).containsExactly("confirm-registration");

        assertSame(askReset("known@example.org"), askReset("nobody@example.org"));
        assertThat(new Mailbox(server, "known@example.org").kinds()).endsWith("reset-password");
        assertThat(new Mailbox(server, "nobody@example.org").kinds()).containsExactly("no-account");

        assertSame(
                new Browser(server).logIn("known@example.org", "not this password"),
                new Browser(server).logIn("nobody@example.org", "not this password"));
    }

    @Test
    void aSessionIsANewOneAfterEachLoginAndTheFormerIsOver() {
        account("rosa@example.org");
        Browser rosa = new Browser(server);
        rosa.logIn("rosa@example.org", PASSWORD);
        String first = rosa.cookie("hub");
        rosa.logIn("rosa@example.org", PASSWORD);
        assertThat(rosa.cookie("hub")).isNotEqualTo(first);
        assertThat(rosa.get("/api/v1/me/sessions").json().at("/sessions")).hasSize(1);
        assertThat(new Browser(server).with("hub", first).get("/api/v1/me").text())
                .doesNotContain("person");
        Browser planted = new Browser(server).with("hub", "A".repeat(43));
        planted.logIn("rosa@example.org", PASSWORD);
        assertThat(planted.cookie("hub")).isNotEqualTo("A".repeat(43));
    }

    @Test
    void whoLogsOutIsOutAndWhoLogsOutEverywhereIsOutEverywhere() {
        account("lena@example.org");
        Browser here = new Browser(server);
        Browser there = new Browser(server);
        here.logIn("lena@example.org", PASSWORD);
        there.logIn("lena@example.org", PASSWORD);
        String kept = there.cookie("hub");
        assertThat(here.get("/api/v1/me/sessions").each("/sessions", "present")).containsExactlyInAnyOrder("true", "");
        assertThat(there.delete("/api/v1/me/session").status()).isEqualTo(204);
        assertThat(there.cookie("hub")).isEmpty();
        assertThat(there.with("hub", kept).get("/api/v1/me/session").status()).isEqualTo(401);

        there.logIn("lena@example.org", PASSWORD);
        assertThat(here.delete("/api/v1/me/sessions").status()).isEqualTo(204);
        assertThat(there.get("/api/v1/me/session").status()).isEqualTo(401);
    }

    @Test
    void whatASessionChangesNeedsItsFormTokenAndComesFromHere() {
        account("vera@example.org");
        Browser vera = new Browser(server);
        vera.logIn("vera@example.org", PASSWORD);
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
                                Browser.login("vera@example.org", PASSWORD),
                                "Origin",
                                "https://evil.example")
                        .code())
                .isEqualTo("cross-site");
    }

    @Test
    void aForgottenPasswordIsSetByALetterAndEverySessionIsOver() {
        account("olga@example.org");
        Browser olga = new Browser(server);
        olga.logIn("olga@example.org", PASSWORD);
        Client program = server.as(olga.post("/api/v1/me/tokens", "{\"name\":\"x\",\"scopes\":[\"read\"]}")
                .at("/token"));
        assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
        askReset("olga@example.org");
        String token = new Mailbox(server, "olga@example.org").token();
        String path = "/api/v1/password-resets/confirmation";
        assertThat(server.visitor().post(path, withPassword(token, "short")).violations())
                .containsExactly("/password password.too-short");
        assertThat(server.visitor()
                        .post(path, withPassword(token, "seventeen white horses"))
                        .status())
                .isEqualTo(204);
        assertThat(olga.get("/api/v1/me/session").status()).isEqualTo(401);
        assertThat(program.get("/api/v1/me").code()).isEqualTo("token-unknown");
        assertThat(olga.logIn("olga@example.org", PASSWORD).status()).isEqualTo(401);
        assertThat(olga.logIn("olga@example.org", "seventeen white horses").status())
                .isEqualTo(201);
        assertThat(server.visitor()
                        .post(path, withPassword(token, "another long password"))
                        .violations())
                .containsExactly("/token token.spent");
        assertThat(new Mailbox(server, "olga@example.org").kinds()).endsWith("password-reset");
    }

    @Test
    void aPasswordIsChangedByWhoKnowsIt() {
        account("ines@example.org");
        Browser ines = new Browser(server);
        Browser elsewhere = new Browser(server);
        ines.logIn("ines@example.org", PASSWORD);
        elsewhere.logIn("ines@example.org", PASSWORD);
        String before = ines.cookie("hub");
        Client program = server.as(ines.post("/api/v1/me/tokens", "{\"name\":\"x\",\"scopes\":[\"read\"]}")
                .at("/token"));
        assertThat(ines.put("/api/v1/me/password", change("wrong wrong wrong", "a new long password"))
                        .status())
                .isEqualTo(401);
        assertThat(ines.put("/api/v1/me/password", change(PASSWORD, "ines")).status())
                .isEqualTo(422);
        assertThat(ines.put("/api/v1/me/password", change(PASSWORD, "a new long password"))
                        .status())
                .isEqualTo(201);
        assertThat(ines.cookie("hub")).isNotEqualTo(before);
        assertThat(ines.get("/api/v1/me/session").status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/v1/me/session").status()).isEqualTo(401);
        assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(new Mailbox(server, "ines@example.org").kinds()).endsWith("password-changed");
    }

    @Test
    void anAddressIsChangedOnceItsHolderConfirms() {
        account("old@example.org");
        Browser browser = new Browser(server);
        browser.logIn("old@example.org", PASSWORD);
        assertThat(browser.post("/api/v1/me/address-changes", Browser.login("new@example.org", PASSWORD))
                        .status())
                .isEqualTo(202);
        assertThat(new Browser(server).logIn("new@example.org", PASSWORD).status())
                .isEqualTo(401);
        String token = new Mailbox(server, "new@example.org").token();
        assertThat(server.visitor()
                        .post("/api/v1/address-changes/confirmation", token(token))
                        .status())
                .isEqualTo(204);
        assertThat(new Browser(server).logIn("old@example.org", PASSWORD).status())
                .isEqualTo(401);
        assertThat(browser.logIn("new@example.org", PASSWORD).status()).isEqualTo(201);
        assertThat(new Mailbox(server, "old@example.org").kinds()).endsWith("address-changed");
        String person = browser.get("/api/v1/me").at("/person");
        assertThat(browser.get("/api/v1/people/" + person).at("/email")).isEqualTo("new@example.org");
    }

    @Test
    void whoIsInvitedIsThePersonWhomTheHubKnows() {
        Client sam = server.as(SECRETARIAT);
        String person = sam.post("/api/v1/people", """
                {"name": "Sample reviewer", "email": "rev@example.org"}""").id();
        sam.put("/api/v1/people/" + person + "/roster-entry", "{\"languages\":[\"en\"]}");
        assertThat(server.visitor()
                        .post("/api/v1/people/" + person + "/invitation")
                        .status())
                .isEqualTo(401);
        assertThat(sam.post("/api/v1/people/" + person + "/invitation").status())
                .isEqualTo(202);
        String token = new Mailbox(server, "rev@example.org").token();
        assertThat(server.visitor()
                        .post("/api/v1/invitations/acceptance", withPassword(token, PASSWORD))
                        .at("/person"))
                .isEqualTo(person);
        Browser reviewer = new Browser(server);
        reviewer.logIn("rev@example.org", PASSWORD);
        assertThat(reviewer.get("/api/v1/me").text()).contains("reviewer").contains(person);
        assertThat(sam.post("/api/v1/people/" + person + "/invitation").violations())
                .containsExactly(" account.exists");
        sam.send("DELETE", "/api/v1/people/" + person + "/roster-entry");
        assertThat(reviewer.get("/api/v1/me").text()).doesNotContain("reviewer");
    }

    @Test
    void anInvitationToAnAddressThatWasCorrectedSinceIsGoodForNothing() {
        Client sam = server.as(SECRETARIAT);
        String person = sam.post("/api/v1/people", "{\"name\": \"Sample\", \"email\": \"mistyped@example.org\"}")
                .id();
        sam.post("/api/v1/people/" + person + "/invitation");
        String token = new Mailbox(server, "mistyped@example.org").token();
        sam.put("/api/v1/people/" + person + "/profile", "{\"name\": \"Sample\", \"email\": \"right@example.org\"}");
        assertThat(server.visitor()
                        .post("/api/v1/invitations/acceptance", withPassword(token, PASSWORD))
                        .violations())
                .containsExactly("/token token.spent");
    }

    /** A letter may come to somebody who hasn't asked for it: it must not open their door to whoever has. */
    @Test
    void anAccountIsConfirmedWithThePasswordWithWhichItWasAskedFor() {
        register("reviewer@example.org", "the password of somebody else");
        assertThat(confirm("reviewer@example.org").code()).isEqualTo("login-failed");
        assertThat(confirm("reviewer@example.org", "x".repeat(2000)).code()).isEqualTo("login-failed");
        register("reviewer@example.org", PASSWORD);
        assertThat(confirm("reviewer@example.org").status()).isEqualTo(201);
    }

    @Test
    void oneHumanBeingIsOnePerson() {
        String person = server.as(SECRETARIAT)
                .post("/api/v1/people", "{\"name\": \"Sample person\", \"email\": \"Same@example.org\"}")
                .id();
        register("same@example.org", PASSWORD);
        register("same@example.org", "another long password");
        assertThat(confirm("same@example.org", "another long password").at("/person"))
                .isEqualTo(person);
        assertThat(register("SAME@EXAMPLE.ORG", PASSWORD).status()).isEqualTo(202);
        assertThat(new Mailbox(server, "same@example.org").kinds()).endsWith("already-registered");
    }

    @Test
    void aTokenActsForItsOwnerWithinItsScopes() {
        account("tom@example.org");
        Browser tom = new Browser(server);
        tom.logIn("tom@example.org", PASSWORD);
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
        account("rev@example.net");
        Browser rev = new Browser(server);
        rev.logIn("rev@example.net", PASSWORD);
        String person = rev.get("/api/v1/me").at("/person");
        String record = "/api/v1/people/" + person;
        Client sam = server.as(SECRETARIAT);
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

    /** Whoever keeps the records could otherwise take somebody's place by an address of their own. */
    @Test
    void theFormerAddressIsToldWhenARecordGetsAnotherHoweverItDoes() {
        Client sam = server.as(SECRETARIAT);
        String person = sam.post("/api/v1/people", "{\"name\": \"Sample reviewer\", \"email\": \"first@example.org\"}")
                .id();
        String profile = "{\"name\": \"Sample reviewer\", \"email\": \"%s\"}";
        String path = "/api/v1/people/" + person + "/profile";
        assertThat(sam.put(path + "?dryRun=true", profile.formatted("second@example.org"))
                        .status())
                .isEqualTo(200);
        assertThat(sam.put(path, profile.formatted("FIRST@example.org")).status())
                .isEqualTo(200);
        assertThat(new Mailbox(server, "first@example.org").kinds()).isEmpty();
        assertThat(sam.put(path, profile.formatted("second@example.org")).status())
                .isEqualTo(200);
        assertThat(new Mailbox(server, "FIRST@example.org").kinds()).containsExactly("address-replaced");

        sam.post("/api/v1/organisations", "{\"name\":\"Sample agency\",\"sector\":\"un\"}");
        String organisation = sam.get("/api/v1/organisations").at("/organisations/0/id");
        String row = "[{\"sourceKey\":\"k1\",\"name\":\"Sample\",\"email\":\"%s\",\"organisation\":\"" + organisation
                + "\",\"languages\":[\"en\"]}]";
        for (String email : List.of("third@example.org", "fourth@example.org")) {
            assertThat(sam.post("/api/v1/imports/roster", row.formatted(email)).status())
                    .isEqualTo(200);
        }
        assertThat(new Mailbox(server, "third@example.org").kinds()).containsExactly("address-replaced");
        assertThat(new Mailbox(server, "fourth@example.org").kinds()).isEmpty();
    }

    /** Without a server of mail somebody must bring people in: those whom whoever runs the installation trusts anyway. */
    @Test
    void theLinkOfAnInvitationIsShownToWhomTheConfigurationNamesAndToNobodyElse() {
        account("another-admin@example.org");
        Browser another = new Browser(server);
        another.logIn("another-admin@example.org", PASSWORD);
        Browser admin = admin();
        admin.put(
                "/api/v1/accounts/" + another.get("/api/v1/me/account").id() + "/roles",
                "{\"roles\":[\"administrator\"]}");
        Client sam = server.as(SECRETARIAT);
        String person = sam.post("/api/v1/people", "{\"name\": \"Sample\", \"email\": \"invited@example.org\"}")
                .id();
        sam.post("/api/v1/people/" + person + "/invitation");
        register("unknown-yet@example.org", PASSWORD);
        String token = new Mailbox(server, "invited@example.org").token();

        String invitation = "/api/v1/messages/" + message("invited@example.org");
        assertThat(admin.get(invitation).text()).contains(token);
        assertThat(another.get(invitation).status()).isEqualTo(200);
        assertThat(another.get(invitation).text()).doesNotContain(token);
        assertThat(sam.get(invitation).text()).doesNotContain(token);
        assertThat(admin.get("/api/v1/messages/" + message("unknown-yet@example.org"))
                        .text())
                .doesNotContain(new Mailbox(server, "unknown-yet@example.org").token());
    }

    private static String message(String address) {
        return server.server()
                .tables()
                .read(handle -> handle.createQuery("select id from server.message where address = :address")
                        .bind("address", address)
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void whoHasLostTheRoleInWhichAMessageIsTheirsIsNotTold() {
        account("cora@example.org");
        Browser cora = new Browser(server);
        cora.logIn("cora@example.org", PASSWORD);
        String account = cora.get("/api/v1/me/account").id();
        String person = cora.get("/api/v1/me").at("/person");
        Reply submitted = cora.post(
                "/api/v1/submissions", """
                {"kind":"practice","language":"en","texts":{"en":{"title":"Sample: an item","summary":"%s"}},
                 "primaryObjectives":["objective-8"],"type":"practice-type-project","geography":{"countries":["NER"]},
                 "period":{"startYear":2021},"mainImplementers":[{"name":"Sample ministry"}],"focalPoint":"%s"}
                """.formatted("Sample text. ".repeat(30).strip(), person));
        String submission = Story.ok(submitted).id();
        Client sam = server.as(SECRETARIAT);
        Story.ok(sam.post("/api/v1/submissions/" + submission + "/return", "{\"text\":\"Say where.\"}"));
        String message = "/api/v1/messages/"
                + Await.until(() -> toPerson(person), found -> !found.isEmpty()).get(0);
        assertThat(sam.get(message).at("/letter/text")).contains("Sample: an item");

        admin().put("/api/v1/accounts/" + account + "/roles", "{\"roles\":[]}");

        assertThat(sam.get(message).status()).isEqualTo(200);
        assertThat(sam.get(message).text()).doesNotContain("letter", "Sample: an item");
    }

    private static List<String> toPerson(String person) {
        return server.server()
                .tables()
                .read(handle -> handle.createQuery(
                                "select id from server.message where recipient = :person and kind = 'returned'")
                        .bind("person", person)
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void whatIsOnlyTriedIsAnsweredAsItWouldBeAndNotDone() {
        account("tries@example.org");
        Browser tries = new Browser(server);
        tries.logIn("tries@example.org", PASSWORD);
        String account = tries.get("/api/v1/me/account").id();
        String token = tries.post("/api/v1/me/tokens", "{\"name\":\"kept\",\"scopes\":[\"read\"]}")
                .id();
        String before = tries.get("/api/v1/me/data").text();

        Reply made = tries.post("/api/v1/me/tokens?dryRun=true", "{\"name\":\"x\",\"scopes\":[\"read\"]}");
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.at("/name")).isEqualTo("x");
        assertThat(made.at("/token")).isEmpty();
        assertThat(tries.post("/api/v1/me/tokens?dryRun=true", "{\"name\":\"x\",\"scopes\":[]}")
                        .violations())
                .containsExactly("/scopes scopes.required");
        assertThat(tries.delete("/api/v1/me/tokens/" + token + "?dryRun=true").status())
                .isEqualTo(204);
        assertThat(tries.delete("/api/v1/me/tokens/unknown?dryRun=true").status())
                .isEqualTo(404);
        assertThat(tries.put("/api/v1/me/language?dryRun=true", "{\"language\":\"fr\"}")
                        .status())
                .isEqualTo(204);
        assertThat(tries.put("/api/v1/me/erasure-request?dryRun=true", "{}").status())
                .isEqualTo(200);
        for (String out : List.of("/api/v1/me/session", "/api/v1/me/sessions")) {
            Reply reply = tries.delete(out + "?dryRun=true");
            assertThat(reply.status()).isEqualTo(204);
            assertThat(reply.header("Set-Cookie")).isEmpty();
        }
        Reply roles = admin().put("/api/v1/accounts/" + account + "/roles?dryRun=true", "{\"roles\":[\"editor\"]}");
        assertThat(roles.each("/roles", "")).hasSize(1);
        assertThat(roles.text()).contains("\"roles\":[\"editor\"]");
        assertThat(admin().put(
                                "/api/v1/accounts/"
                                        + admin().get("/api/v1/me/account").id() + "/roles?dryRun=true",
                                "{\"roles\":[]}")
                        .violations())
                .containsExactly("/roles role.last-administrator");

        assertThat(tries.get("/api/v1/me/data").text()).isEqualTo(before);
        Client sam = server.as(SECRETARIAT);
        String person = sam.post("/api/v1/people", "{\"name\": \"Sample\", \"email\": \"tried-invited@example.org\"}")
                .id();
        assertThat(sam.post("/api/v1/people/" + person + "/invitation?dryRun=true")
                        .status())
                .isEqualTo(202);
        assertThat(new Mailbox(server, "tried-invited@example.org").kinds()).isEmpty();
    }

    @Test
    void anErasureThatIsOnlyTriedTakesNothing() {
        account("tried@example.org");
        Browser tried = new Browser(server);
        tried.logIn("tried@example.org", PASSWORD);
        String person = tried.get("/api/v1/me").at("/person");
        assertThat(admin().post("/api/v1/people/" + person + "/erasure?dryRun=true", "{}")
                        .status())
                .isIn(200, 204);
        assertThat(tried.get("/api/v1/me/account").at("/email")).isEqualTo("tried@example.org");
    }

    @Test
    void anAdministratorSaysWhoIsWhatAndItCountsAtOnce() {
        account("eva@example.org");
        Browser eva = new Browser(server);
        eva.logIn("eva@example.org", PASSWORD);
        Browser admin = admin();
        String id = eva.get("/api/v1/me/account").id();
        assertThat(eva.get("/api/v1/accounts").status()).isEqualTo(403);
        assertThat(server.as(SECRETARIAT).get("/api/v1/accounts/" + id).at("/email"))
                .isEqualTo("eva@example.org");
        assertThat(server.as(SECRETARIAT)
                        .put("/api/v1/accounts/" + id + "/roles", "{\"roles\":[\"secretariat\"]}")
                        .status())
                .isEqualTo(403);
        Reply granted = admin.put("/api/v1/accounts/" + id + "/roles", "{\"roles\":[\"secretariat\",\"moderator\"]}");
        assertThat(granted.json().at("/roles")).hasSize(2);
        assertThat(granted.each("/history", "role")).containsExactly("contributor", "moderator", "secretariat");
        assertThat(granted.at("/history/2/by"))
                .isEqualTo(admin.get("/api/v1/me").at("/person"));
        assertThat(eva.get("/api/v1/accounts").status()).isEqualTo(200);
        String person = eva.get("/api/v1/me").at("/person");
        assertThat(changes(person))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .contains(
                                "\"roles\":[\"moderator\",\"secretariat\"]",
                                admin.get("/api/v1/me").at("/person")));
        admin.put("/api/v1/accounts/" + id + "/roles", "{\"roles\":[\"moderator\",\"secretariat\"]}");
        assertThat(changes(person)).hasSize(1);
        admin.put("/api/v1/accounts/" + id + "/roles", "{\"roles\":[]}");
        assertThat(eva.get("/api/v1/accounts").status()).isEqualTo(403);
        assertThat(admin.put("/api/v1/accounts/" + id + "/roles", "{\"roles\":[\"visitor\"]}")
                        .status())
                .isEqualTo(400);
    }

    /** What the journal tells of what somebody was said to be. */
    private static List<String> changes(String person) {
        return admin().get("/api/v1/journal")
                .text()
                .lines()
                .filter(line -> line.contains("\"roles-changed\"") && line.contains("person/" + person))
                .toList();
    }

    @Test
    void theLastAdministratorStaysOne() {
        Browser admin = admin();
        assertThat(changes(admin.get("/api/v1/me").at("/person")))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .contains("\"roles\":[\"administrator\",\"contributor\"]", "\"configuration\""));
        String id = admin.get("/api/v1/me/account").id();
        assertThat(admin.put("/api/v1/accounts/" + id + "/roles", "{\"roles\":[\"contributor\"]}")
                        .violations())
                .containsExactly("/roles role.last-administrator");
        assertThat(admin.get("/api/v1/journal").status()).isEqualTo(200);
    }

    @Test
    void somebodySeesExportsAndAsksToEraseTheirData() {
        account("petra@example.org");
        Browser petra = new Browser(server);
        petra.logIn("petra@example.org", PASSWORD);
        String draft = petra.post("/api/v1/submissions?draft=true", "{\"kind\":\"practice\",\"language\":\"en\"}")
                .header("Location");
        petra.put(draft + "/working-copy", "{\"kind\":\"practice\",\"language\":\"fr\"}");
        Reply data = petra.get("/api/v1/me/data");
        assertThat(data.at("/person/email")).isEqualTo("petra@example.org");
        assertThat(data.at("/account/email")).isEqualTo("petra@example.org");
        assertThat(data.json().at("/submissions")).hasSize(1);
        assertThat(data.at("/submissions/0/draft/kind")).isEqualTo("practice");
        assertThat(data.at("/workingCopies/0/content/language")).isEqualTo("fr");
        assertThat(data.text()).doesNotContain(petra.cookie("hub")).doesNotContain("argon2");
        assertThat(server.visitor().get("/api/v1/me/data").status()).isEqualTo(401);

        assertThat(petra.get("/api/v1/me/erasure-request").status()).isEqualTo(404);
        String person = petra.put("/api/v1/me/erasure-request", "{}").at("/person");
        assertThat(server.as(SECRETARIAT).get("/api/v1/erasure-requests").text())
                .contains(person);
        assertThat(petra.get("/api/v1/erasure-requests").status()).isEqualTo(403);
        assertThat(petra.delete("/api/v1/me/erasure-request").status()).isEqualTo(204);
        petra.put("/api/v1/me/erasure-request", "{}");
        assertThat(admin().post("/api/v1/people/" + person + "/erasure", "{}").status())
                .isEqualTo(204);
        assertThat(petra.get("/api/v1/me/session").status()).isEqualTo(401);
        assertThat(new Browser(server).logIn("petra@example.org", PASSWORD).status())
                .isEqualTo(401);
        assertThat(server.as(SECRETARIAT).get("/api/v1/erasure-requests").text())
                .doesNotContain(person);
        assertThat(server.as(SECRETARIAT).get("/api/v1/accounts").text()).doesNotContain("petra@example.org");
        for (String table : TABLES) {
            assertThat(rows(table)).noneMatch(row -> row.contains("petra@"));
        }
    }

    @Test
    void nothingThatLetsSomebodyInIsKeptAsItIs() {
        account("nora@example.org");
        Browser nora = new Browser(server);
        nora.logIn("nora@example.org", PASSWORD);
        String token = nora.post("/api/v1/me/tokens", "{\"name\":\"x\",\"scopes\":[\"read\"]}")
                .at("/token");
        askReset("nora@example.org");
        String reset = new Mailbox(server, "nora@example.org").token();
        Set<String> kept = new HashSet<>();
        TABLES.stream().filter(table -> !table.equals("message")).forEach(table -> kept.addAll(rows(table)));
        assertThat(kept).hasSizeGreaterThan(5);
        for (String secret : List.of(PASSWORD, nora.cookie("hub"), nora.cookie("hub-device"), token, reset)) {
            assertThat(kept).noneMatch(row -> row.contains(secret));
        }
        assertThat(kept).anyMatch(row -> row.contains("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    private static List<String> rows(String table) {
        return server
                .server()
                .tables()
                .read(handle -> handle.createQuery("select * from server." + table)
                        .mapToMap()
                        .list())
                .stream()
                .map(String::valueOf)
                .toList();
    }

    private static Browser admin() {
        Browser admin = new Browser(server);
        assertThat(admin.logIn(ADMIN, ADMIN_PASSWORD).status()).isEqualTo(201);
        return admin;
    }

    private static void account(String email) {
        assertThat(register(email, PASSWORD).status()).isEqualTo(202);
        assertThat(confirm(email).status()).isEqualTo(201);
    }

    private static Reply register(String email, String password) {
        return server.visitor().post("/api/v1/registrations", """
                {"email": "%s", "name": "Sample person", "password": "%s"}""".formatted(email, password));
    }

    private static Reply confirm(String email) {
        return confirm(email, PASSWORD);
    }

    private static Reply confirm(String email, String password) {
        return server.visitor()
                .post("/api/v1/registrations/confirmation", withPassword(new Mailbox(server, email).token(), password));
    }

    private static Reply askReset(String email) {
        return server.visitor().post("/api/v1/password-resets", "{\"email\":\"%s\"}".formatted(email));
    }

    private static String token(String token) {
        return "{\"token\":\"%s\"}".formatted(token);
    }

    private static String withPassword(String token, String password) {
        return "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(token, password);
    }

    private static String change(String present, String next) {
        return "{\"present\":\"%s\",\"password\":\"%s\"}".formatted(present, next);
    }

    private static void assertSame(Reply one, Reply other) {
        assertThat(one.status()).isEqualTo(other.status());
        assertThat(one.text()).isEqualTo(other.text());
        assertThat(one.headers().map().keySet()).isEqualTo(other.headers().map().keySet());
    }
}
