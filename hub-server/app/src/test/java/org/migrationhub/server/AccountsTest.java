package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How somebody comes to have an account, and what becomes of password and address. */
class AccountsTest extends AccountsAtServer {

    @Test
    void whoRegistersAndConfirmsTheAddressIsAContributor() {
        Browser ana = new Browser(server);
        assertThat(people.register("ana@example.org", Registrants.PASSWORD).status())
                .isEqualTo(202);
        assertThat(ana.logIn("ana@example.org", Registrants.PASSWORD).code()).isEqualTo("login-failed");
        assertThat(people.confirm("ana@example.org").status()).isEqualTo(201);

        Reply entered = ana.logIn("Ana@Example.org", Registrants.PASSWORD);
        assertThat(entered.status()).isEqualTo(201);
        assertThat(entered.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allMatch(cookie -> cookie.contains("; HttpOnly; ") && cookie.endsWith("SameSite=Lax"));
        assertThat(ana.get("/api/v1/me").each("/roles", "")).hasSize(2);
        assertThat(ana.get("/api/v1/me").text()).contains("contributor");
        String person = ana.get("/api/v1/me").at("/person");
        assertThat(server.as(Registrants.SECRETARIAT)
                        .get("/api/v1/people/" + person)
                        .at("/email"))
                .isEqualTo("ana@example.org");
    }

    @Test
    void aLinkIsGoodOnceAndForItsPurpose() {
        people.register("once@example.org", Registrants.PASSWORD);
        String token = new Mailbox(server, "once@example.org").token();
        assertThat(server.visitor()
                        .post(
                                "/api/v1/password-resets/confirmation",
                                Registrants.withPassword(token, Registrants.PASSWORD))
                        .violations())
                .containsExactly("/token token.spent");
        assertThat(server.visitor()
                        .get("/api/v1/registrations/confirmation?token=" + token)
                        .status())
                .isIn(404, 405);
        assertThat(people.confirm("once@example.org").status()).isEqualTo(201);
        assertThat(people.confirm("once@example.org").violations()).containsExactly("/token token.spent");
    }

    @Test
    void whatIsWrongWithARegistrationIsSaidAtOnce() {
        Reply reply = server.visitor().post("/api/v1/registrations", """
                {"email": "x@example.org", "name": " ", "password": "short"}""");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.violations()).containsExactly("/name name.required", "/password password.too-short");
        assertThat(people.register("x@example.org", "password12345").violations())
                .containsExactly("/password password.obvious");
        assertThat(people.register("lighthouse@example.org", "lighthouse12").violations())
                .containsExactly("/password password.obvious");
        assertThat(people.register("no address", Registrants.PASSWORD).status()).isEqualTo(400);
        assertThat(new Mailbox(server, "x@example.org").kinds()).isEmpty();
    }

    @Test
    void whetherAnAddressHasAnAccountIsToldByNoAnswer() {
        people.account("known@example.org");
        Reply known = people.register("known@example.org", Registrants.PASSWORD);
        Reply unknown = people.register("unknown@example.org", Registrants.PASSWORD);
        assertSame(known, unknown);
        assertThat(new Mailbox(server, "known@example.org").kinds()).endsWith("already-registered");
        assertThat(new Mailbox(server, "unknown@example.org").kinds()).containsExactly("confirm-registration");

        assertSame(people.askReset("known@example.org"), people.askReset("nobody@example.org"));
        assertThat(new Mailbox(server, "known@example.org").kinds()).endsWith("reset-password");
        assertThat(new Mailbox(server, "nobody@example.org").kinds()).containsExactly("no-account");

        assertSame(
                new Browser(server).logIn("known@example.org", "not this password"),
                new Browser(server).logIn("nobody@example.org", "not this password"));
    }

    @Test
    void aForgottenPasswordIsSetByALetterAndEverySessionIsOver() {
        Browser olga = people.loggedIn("olga@example.org");
        Client program = server.as(olga.post("/api/v1/me/tokens", "{\"name\":\"x\",\"scopes\":[\"read\"]}")
                .at("/token"));
        assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
        people.askReset("olga@example.org");
        String token = new Mailbox(server, "olga@example.org").token();
        String path = "/api/v1/password-resets/confirmation";
        assertThat(server.visitor()
                        .post(path, Registrants.withPassword(token, "short"))
                        .violations())
                .containsExactly("/password password.too-short");
        assertThat(server.visitor()
                        .post(path, Registrants.withPassword(token, "seventeen white horses"))
                        .status())
                .isEqualTo(204);
        assertThat(olga.get("/api/v1/me/session").status()).isEqualTo(401);
        assertThat(program.get("/api/v1/me").code()).isEqualTo("token-unknown");
        assertThat(olga.logIn("olga@example.org", Registrants.PASSWORD).status())
                .isEqualTo(401);
        assertThat(olga.logIn("olga@example.org", "seventeen white horses").status())
                .isEqualTo(201);
        assertThat(server.visitor()
                        .post(path, Registrants.withPassword(token, "another long password"))
                        .violations())
                .containsExactly("/token token.spent");
        assertThat(new Mailbox(server, "olga@example.org").kinds()).endsWith("password-reset");
    }

    @Test
    void aPasswordIsChangedByWhoKnowsIt() {
        people.account("ines@example.org");
        Browser ines = new Browser(server);
        Browser elsewhere = new Browser(server);
        ines.logIn("ines@example.org", Registrants.PASSWORD);
        elsewhere.logIn("ines@example.org", Registrants.PASSWORD);
        String before = ines.cookie("hub");
        Client program = server.as(ines.post("/api/v1/me/tokens", "{\"name\":\"x\",\"scopes\":[\"read\"]}")
                .at("/token"));
        assertThat(ines.put("/api/v1/me/password", Registrants.change("wrong wrong wrong", "a new long password"))
                        .status())
                .isEqualTo(401);
        assertThat(ines.put("/api/v1/me/password", Registrants.change(Registrants.PASSWORD, "ines"))
                        .status())
                .isEqualTo(422);
        assertThat(ines.put("/api/v1/me/password", Registrants.change(Registrants.PASSWORD, "a new long password"))
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
        Browser browser = people.loggedIn("old@example.org");
        assertThat(browser.post("/api/v1/me/address-changes", Browser.login("new@example.org", Registrants.PASSWORD))
                        .status())
                .isEqualTo(202);
        assertThat(new Browser(server)
                        .logIn("new@example.org", Registrants.PASSWORD)
                        .status())
                .isEqualTo(401);
        String token = new Mailbox(server, "new@example.org").token();
        assertThat(server.visitor()
                        .post("/api/v1/address-changes/confirmation", Registrants.token(token))
                        .status())
                .isEqualTo(204);
        assertThat(new Browser(server)
                        .logIn("old@example.org", Registrants.PASSWORD)
                        .status())
                .isEqualTo(401);
        assertThat(browser.logIn("new@example.org", Registrants.PASSWORD).status())
                .isEqualTo(201);
        assertThat(new Mailbox(server, "old@example.org").kinds()).endsWith("address-changed");
        String person = browser.get("/api/v1/me").at("/person");
        assertThat(browser.get("/api/v1/people/" + person).at("/email")).isEqualTo("new@example.org");
    }

    @Test
    void whoIsInvitedIsThePersonWhomTheHubKnows() {
        Client sam = server.as(Registrants.SECRETARIAT);
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
                        .post("/api/v1/invitations/acceptance", Registrants.withPassword(token, Registrants.PASSWORD))
                        .at("/person"))
                .isEqualTo(person);
        Browser reviewer = new Browser(server);
        reviewer.logIn("rev@example.org", Registrants.PASSWORD);
        assertThat(reviewer.get("/api/v1/me").text()).contains("reviewer").contains(person);
        assertThat(sam.post("/api/v1/people/" + person + "/invitation").violations())
                .containsExactly(" account.exists");
        sam.send("DELETE", "/api/v1/people/" + person + "/roster-entry");
        assertThat(reviewer.get("/api/v1/me").text()).doesNotContain("reviewer");
    }

    @Test
    void anInvitationToAnAddressThatWasCorrectedSinceIsGoodForNothing() {
        Client sam = server.as(Registrants.SECRETARIAT);
        String person = sam.post("/api/v1/people", "{\"name\": \"Sample\", \"email\": \"mistyped@example.org\"}")
                .id();
        sam.post("/api/v1/people/" + person + "/invitation");
        String token = new Mailbox(server, "mistyped@example.org").token();
        sam.put("/api/v1/people/" + person + "/profile", "{\"name\": \"Sample\", \"email\": \"right@example.org\"}");
        assertThat(server.visitor()
                        .post("/api/v1/invitations/acceptance", Registrants.withPassword(token, Registrants.PASSWORD))
                        .violations())
                .containsExactly("/token token.spent");
    }

    /** A letter may come to somebody who hasn't asked for it: it must not open their door to whoever has. */
    @Test
    void anAccountIsConfirmedWithThePasswordWithWhichItWasAskedFor() {
        people.register("reviewer@example.org", "the password of somebody else");
        assertThat(people.confirm("reviewer@example.org").code()).isEqualTo("login-failed");
        assertThat(people.confirm("reviewer@example.org", "x".repeat(2000)).code())
                .isEqualTo("login-failed");
        people.register("reviewer@example.org", Registrants.PASSWORD);
        assertThat(people.confirm("reviewer@example.org").status()).isEqualTo(201);
    }

    @Test
    void oneHumanBeingIsOnePerson() {
        String person = server.as(Registrants.SECRETARIAT)
                .post("/api/v1/people", "{\"name\": \"Sample person\", \"email\": \"Same@example.org\"}")
                .id();
        people.register("same@example.org", Registrants.PASSWORD);
        people.register("same@example.org", "another long password");
        assertThat(people.confirm("same@example.org", "another long password").at("/person"))
                .isEqualTo(person);
        assertThat(people.register("SAME@EXAMPLE.ORG", Registrants.PASSWORD).status())
                .isEqualTo(202);
        assertThat(new Mailbox(server, "same@example.org").kinds()).endsWith("already-registered");
    }

    /** Whoever keeps the records could otherwise take somebody's place by an address of their own. */
    @Test
    void theFormerAddressIsToldWhenARecordGetsAnotherHoweverItDoes() {
        Client sam = server.as(Registrants.SECRETARIAT);
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

    /** A session alone would otherwise turn away what its owner is told, and have anybody written to. */
    @Test
    void whoHasAnAccountPutsNoAddressIntoTheirOwnRecordThatTheyHaveNotConfirmed() {
        Browser mallory = people.loggedIn("mallory@example.org");
        String path = "/api/v1/people/" + mallory.get("/api/v1/me").at("/person") + "/profile";
        String profile = "{\"name\": \"%s\", \"email\": \"%s\"}";
        for (String other : List.of("victim@example.org", "")) {
            assertThat(mallory.put(path + "?dryRun=true", profile.formatted("Mallory", other))
                            .violations())
                    .containsExactly("/email email.unconfirmed");
            assertThat(mallory.put(path, profile.formatted("Mallory", other)).violations())
                    .containsExactly("/email email.unconfirmed");
        }
        assertThat(mallory.put(path, profile.formatted("Mallory", "Mallory@example.org"))
                        .at("/name"))
                .isEqualTo("Mallory");
        assertThat(new Mailbox(server, "victim@example.org").kinds()).isEmpty();
        assertThat(new Mailbox(server, "mallory@example.org").kinds()).containsExactly("confirm-registration");

        Client sam = server.as(Registrants.SECRETARIAT);
        assertThat(sam.put(path, profile.formatted("Mallory", "corrected@example.org"))
                        .status())
                .isEqualTo(200);
        assertThat(mallory.put(path, profile.formatted("Mallory", "mallory@example.org"))
                        .status())
                .isEqualTo(200);
    }

    /** Without a server of mail somebody must bring people in: those whom whoever runs the installation trusts anyway. */
    @Test
    void theLinkOfAnInvitationIsShownToWhomTheConfigurationNamesAndToNobodyElse() {
        Browser another = people.loggedIn("another-admin@example.org");
        Browser admin = people.admin();
        admin.put(
                "/api/v1/accounts/" + another.get("/api/v1/me/account").id() + "/roles",
                "{\"roles\":[\"administrator\"]}");
        Client sam = server.as(Registrants.SECRETARIAT);
        String person = sam.post("/api/v1/people", "{\"name\": \"Sample\", \"email\": \"invited@example.org\"}")
                .id();
        sam.post("/api/v1/people/" + person + "/invitation");
        people.register("unknown-yet@example.org", Registrants.PASSWORD);
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

    private static void assertSame(Reply one, Reply other) {
        assertThat(one.status()).isEqualTo(other.status());
        assertThat(one.text()).isEqualTo(other.text());
        assertThat(one.headers().map().keySet()).isEqualTo(other.headers().map().keySet());
    }
}
