package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody can do about their own data, and what is only tried. */
class OwnDataTest extends AccountsAtServer {

    @Test
    void somebodySeesExportsAndAsksToEraseTheirData() {
        Browser petra = people.loggedIn("petra@example.org");
        String draft = petra.post("/api/v1/submissions?draft=true", "{\"kind\":\"practice\",\"language\":\"en\"}")
                .header("Location");
        petra.put(draft + "/working-copy", "{\"kind\":\"practice\",\"language\":\"fr\"}");
        Reply data = petra.get("/api/v1/me/data");
        assertThat(data.at("/person/email")).isEqualTo("petra@example.org");
        assertThat(data.at("/account/email")).isEqualTo("petra@example.org");
        assertThat(data.json().at("/submissions")).hasSize(1);
        assertThat(data.at("/submissions/0/draft/kind")).isEqualTo("practice");
        assertThat(data.at("/workingCopies/0/content/language")).isEqualTo("fr");
        assertThat(data.json().at("/acquaintances")).isEmpty();
        assertThat(data.text()).doesNotContain(petra.cookie("hub")).doesNotContain("argon2");
        assertThat(server.visitor().get("/api/v1/me/data").status()).isEqualTo(401);

        assertThat(petra.get("/api/v1/me/erasure-request").status()).isEqualTo(404);
        String person = petra.put("/api/v1/me/erasure-request", "{}").at("/person");
        assertThat(server.as(Registrants.SECRETARIAT)
                        .get("/api/v1/erasure-requests")
                        .text())
                .contains(person);
        assertThat(petra.get("/api/v1/erasure-requests").status()).isEqualTo(403);
        assertThat(petra.delete("/api/v1/me/erasure-request").status()).isEqualTo(204);
        petra.put("/api/v1/me/erasure-request", "{}");
        assertThat(people.admin()
                        .post("/api/v1/people/" + person + "/erasure", "{}")
                        .status())
                .isEqualTo(204);
        assertThat(petra.get("/api/v1/me/session").status()).isEqualTo(401);
        assertThat(new Browser(server)
                        .logIn("petra@example.org", Registrants.PASSWORD)
                        .status())
                .isEqualTo(401);
        assertThat(server.as(Registrants.SECRETARIAT)
                        .get("/api/v1/erasure-requests")
                        .text())
                .doesNotContain(person);
        assertThat(server.as(Registrants.SECRETARIAT).get("/api/v1/accounts").text())
                .doesNotContain("petra@example.org");
        for (String table : Registrants.TABLES) {
            assertThat(people.rows(table)).noneMatch(row -> row.contains("petra@"));
        }
    }

    @Test
    void whatOthersHaveRegisteredUnderTheAddressOfWhoeverIsErasedGoesToo() {
        people.account("named@example.org");
        Visitor names = people.reading("names@example.org");
        String form = "/en/desk/submissions/new/practice";
        names.open(form);
        Reply saved =
                names.send(form, "language", "en", "focalPoint", "Sample Named <Named@example.org>", "do", "next");
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
        Reply own = names.open("/api/v1/me/data");
        assertThat(own.at("/acquaintances/0/name")).isEqualTo("Sample Named");
        assertThat(own.at("/acquaintances/0/address")).isEqualTo("Named@example.org");
        Client sam = server.as(Registrants.SECRETARIAT);
        assertThat(sam.get("/api/v1/people?limit=100").text()).contains("named@example.org", "Named@example.org");

        Browser named = new Browser(server);
        named.logIn("named@example.org", Registrants.PASSWORD);
        String person = named.get("/api/v1/me").at("/person");
        assertThat(people.admin()
                        .post("/api/v1/people/" + person + "/erasure", "{}")
                        .status())
                .isEqualTo(204);

        assertThat(sam.get("/api/v1/people?limit=100").text()).doesNotContainIgnoringCase("named@example.org");
        assertThat(people.rows("acquaintance")).noneMatch(row -> row.contains("named@"));
    }

    @Test
    void whatOthersCallSomebodyUnderTheAddressOfTheirAccountIsErasedThoughTheRecordTellsAnother() {
        named(people.reading("names-an-account@example.org"), "Sample Moved <moved@example.org>");
        String person = people.loggedIn("moved@example.org").get("/api/v1/me").at("/person");
        Client sam = server.as(Registrants.SECRETARIAT);
        Reply corrected = sam.put(
                "/api/v1/people/" + person + "/profile",
                "{\"name\":\"Sample Moved\",\"email\":\"office-of-moved@example.org\"}");
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);

        assertThat(erase(person).status()).isEqualTo(204);

        assertThat(sam.get("/api/v1/people?limit=100").text()).doesNotContain("moved@example.org");
        assertThat(people.rows("acquaintance")).noneMatch(row -> row.contains("moved@"));
    }

    @Test
    void whoIsAnotherHumanBeingSinceTheirAddressWasCorrectedIsNotErasedWithWhoeverHasIt() {
        Visitor mistypes = people.reading("mistypes@example.org");
        named(mistypes, "Rob Sample <bob@example.org>");
        String rob = found(mistypes);
        Client sam = server.as(Registrants.SECRETARIAT);
        Reply corrected = sam.put(
                "/api/v1/people/" + rob + "/profile", "{\"name\":\"Rob Sample\",\"email\":\"rob@example.org\"}");
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        Browser robs = people.loggedIn("rob@example.org");
        assertThat(robs.get("/api/v1/me").at("/person")).isEqualTo(rob);
        Browser bobs = people.loggedIn("bob@example.org");
        String bob = bobs.get("/api/v1/me").at("/person");

        assertThat(erase(bob).status()).isEqualTo(204);

        assertThat(robs.get("/api/v1/me").at("/person")).isEqualTo(rob);
        assertThat(sam.get("/api/v1/people/" + rob).at("/email")).isEqualTo("rob@example.org");
        assertThat(people.rows("acquaintance")).noneMatch(row -> row.contains("bob@"));
    }

    @Test
    void whatSomebodyDraftedAndNeverHandedInIsNowhereAfterTheirErasure() {
        Browser dora = people.loggedIn("dora@example.org");
        String person = dora.get("/api/v1/me").at("/person");
        String item =
                "{\"kind\":\"practice\",\"language\":\"en\",\"texts\":{\"en\":{\"title\":\"canary-of-dora %s\"}}}";
        String draft = dora.post("/api/v1/submissions?draft=true", item.formatted("first"))
                .header("Location");
        assertThat(dora.put(draft + "/draft", item.formatted("second")).status())
                .isEqualTo(200);
        assertThat(dora.put(draft + "/working-copy", item.formatted("typed")).status())
                .isEqualTo(200);
        assertThat(inTheHub("canary-of-dora")).isPositive();

        assertThat(erase(person).status()).isEqualTo(204);

        assertThat(inTheHub("canary-of-dora")).isZero();
    }

    /** In how many rows of the hub's tables a word stands. */
    private static int inTheHub(String word) {
        return server.server()
                .tables()
                .read(handle -> handle.createQuery("select (select count(*) from hub.content where body like :word)"
                                + " + (select count(*) from hub.submission where title like :word)"
                                + " + (select count(*) from hub.working_copy where body like :word)")
                        .bind("word", "%" + word + "%")
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void anErasureThatIsRefusedErasesNobodyElse() {
        Visitor names = people.reading("names-too@example.org");
        Browser stale = people.loggedIn("stale@example.org");
        String person = stale.get("/api/v1/me").at("/person");
        named(names, "Sample Stale <stale@example.org>");
        Visitor admin = new Visitor(server);
        admin.logIn(Registrants.ADMIN, Registrants.ADMIN_PASSWORD);
        String page = "/en/desk/people/" + person + "/erasure";
        admin.open(page);
        assertThat(admin.send(page, "version", "999").status()).isEqualTo(412);
        String path = "/api/v1/people/" + person + "/erasure";
        assertThat(server.as(Registrants.SECRETARIAT).post(path, "{}").status()).isEqualTo(403);
        assertThat(people.rows("acquaintance")).anyMatch(row -> row.contains("stale@"));
        assertThat(stale.get("/api/v1/me/account").at("/email")).isEqualTo("stale@example.org");
    }

    @Test
    void anErasureThatWasCutOffIsBroughtToItsEndByAskingForItAgain() {
        Browser browser = people.loggedIn("cut-off@example.org");
        String person = browser.get("/api/v1/me").at("/person");
        assertThat(erase(person).status()).isEqualTo(204);
        server.server()
                .tables()
                .write(handle -> handle.createUpdate(
                                "insert into server.acquaintance (owner, email, person, name, address)"
                                        + " values (:person, 'left@example.org', 'another', 'Left', 'left@example.org')")
                        .bind("person", person)
                        .execute());

        assertThat(erase(person).status()).isEqualTo(404);

        assertThat(people.rows("acquaintance")).noneMatch(row -> row.contains("left@"));
    }

    private static Reply erase(String person) {
        return people.admin().post("/api/v1/people/" + person + "/erasure", "{}");
    }

    private static void named(Visitor visitor, String focalPoint) {
        String form = "/en/desk/submissions/new/practice";
        visitor.open(form);
        Reply saved = visitor.send(form, "language", "en", "focalPoint", focalPoint, "do", "next");
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
    }

    /** The only person whom somebody has named. */
    private static String found(Visitor visitor) {
        return visitor.open("/api/v1/me/data").at("/acquaintances/0/person");
    }

    @Test
    void anErasureThatIsOnlyTriedTakesNothing() {
        Browser tried = people.loggedIn("tried@example.org");
        String person = tried.get("/api/v1/me").at("/person");
        assertThat(people.admin()
                        .post("/api/v1/people/" + person + "/erasure?dryRun=true", "{}")
                        .status())
                .isIn(200, 204);
        assertThat(tried.get("/api/v1/me/account").at("/email")).isEqualTo("tried@example.org");
    }

    @Test
    void whatIsOnlyTriedIsAnsweredAsItWouldBeAndNotDone() {
        Browser tries = people.loggedIn("tries@example.org");
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
        Reply roles =
                people.admin().put("/api/v1/accounts/" + account + "/roles?dryRun=true", "{\"roles\":[\"editor\"]}");
        assertThat(roles.each("/roles", "")).hasSize(1);
        assertThat(roles.text()).contains("\"roles\":[\"editor\"]");
        assertThat(people.admin()
                        .put(
                                "/api/v1/accounts/"
                                        + people.admin()
                                                .get("/api/v1/me/account")
                                                .id() + "/roles?dryRun=true",
                                "{\"roles\":[]}")
                        .violations())
                .containsExactly("/roles role.last-administrator");

        assertThat(tries.get("/api/v1/me/data").text()).isEqualTo(before);
        Client sam = server.as(Registrants.SECRETARIAT);
        String person = sam.post("/api/v1/people", "{\"name\": \"Sample\", \"email\": \"tried-invited@example.org\"}")
                .id();
        assertThat(sam.post("/api/v1/people/" + person + "/invitation?dryRun=true")
                        .status())
                .isEqualTo(202);
        assertThat(new Mailbox(server, "tried-invited@example.org").kinds()).isEmpty();
    }
}
