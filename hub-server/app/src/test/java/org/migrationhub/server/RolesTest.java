package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationhub.server.message.Await;

/** What somebody is to the Hub, who said so, and what follows. */
class RolesTest extends AccountsAtServer {

    @Test
    void anAdministratorSaysWhoIsWhatAndItCountsAtOnce() {
        Browser eva = people.loggedIn("eva@example.org");
        Browser admin = people.admin();
        String id = eva.get("/api/v1/me/account").id();
        assertThat(eva.get("/api/v1/accounts").status()).isEqualTo(403);
        assertThat(server.as(Registrants.SECRETARIAT)
                        .get("/api/v1/accounts/" + id)
                        .at("/email"))
                .isEqualTo("eva@example.org");
        assertThat(server.as(Registrants.SECRETARIAT)
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
        assertThat(changes(person)).hasSize(2);
        assertThat(changes(person).get(0)).contains("\"registration\"", "\"roles\":[\"contributor\"]");
        assertThat(changes(person).get(1))
                .contains(
                        "\"roles\":[\"moderator\",\"secretariat\"]",
                        admin.get("/api/v1/me").at("/person"));
        admin.put("/api/v1/accounts/" + id + "/roles", "{\"roles\":[\"moderator\",\"secretariat\"]}");
        assertThat(changes(person)).hasSize(2);
        admin.put("/api/v1/accounts/" + id + "/roles", "{\"roles\":[]}");
        assertThat(eva.get("/api/v1/accounts").status()).isEqualTo(403);
        assertThat(admin.put("/api/v1/accounts/" + id + "/roles", "{\"roles\":[\"visitor\"]}")
                        .status())
                .isEqualTo(400);
    }

    /** What the journal tells of what somebody was said to be. */
    private static List<String> changes(String person) {
        return people.admin()
                .get("/api/v1/journal")
                .text()
                .lines()
                .filter(line -> line.contains("\"roles-changed\"") && line.contains("person/" + person))
                .toList();
    }

    @Test
    void twoWhoSayWhatSomebodyIsDoNotUndoEachOtherUnseen() {
        Browser both = people.loggedIn("both@example.org");
        Browser admin = people.admin();
        String path = "/api/v1/accounts/" + both.get("/api/v1/me/account").id();
        String seen = admin.get(path).header("ETag");
        assertThat(admin.unversioned(path + "/roles", "{\"roles\":[\"moderator\"]}")
                        .code())
                .isEqualTo("version-required");
        Reply first = admin.put(path + "/roles", "{\"roles\":[\"contributor\",\"moderator\"]}", "If-Match", seen);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.header("ETag"))
                .isNotEqualTo(seen)
                .isEqualTo(admin.get(path).header("ETag"));

        for (String late : List.of("editor", "moderator")) {
            Reply second = admin.put(
                    path + "/roles", "{\"roles\":[\"contributor\",\"%s\"]}".formatted(late), "If-Match", seen);
            assertThat(second.status()).isEqualTo(412);
            assertThat(second.code()).isEqualTo("stale-version");
        }

        assertThat(both.get("/api/v1/me").text()).contains("moderator").doesNotContain("editor");
        assertThat(changes(both.get("/api/v1/me").at("/person"))).hasSize(2);
    }

    @Test
    void theLastAdministratorStaysOne() {
        Browser admin = people.admin();
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
    void whoHasLostTheRoleInWhichAMessageIsTheirsIsNotTold() {
        Browser cora = people.loggedIn("cora@example.org");
        String account = cora.get("/api/v1/me/account").id();
        String person = cora.get("/api/v1/me").at("/person");
        Reply submitted = cora.post(
                "/api/v1/submissions", """
                {"kind":"practice","language":"en","texts":{"en":{"title":"Sample: an item","summary":"%s"}},
                 "primaryObjectives":["objective-8"],"type":"practice-type-project","geography":{"countries":["NER"]},
                 "period":{"startYear":2021},"mainImplementers":[{"name":"Sample ministry"}],"focalPoint":"%s"}
                """.formatted("Sample text. ".repeat(30).strip(), person));
        String submission = Story.ok(submitted).id();
        Client sam = server.as(Registrants.SECRETARIAT);
        Story.ok(sam.post("/api/v1/submissions/" + submission + "/return", "{\"text\":\"Say where.\"}"));
        String message = "/api/v1/messages/"
                + Await.until(() -> toPerson(person), found -> !found.isEmpty()).get(0);
        assertThat(sam.get(message).at("/letter/text")).contains("Sample: an item");

        people.admin().put("/api/v1/accounts/" + account + "/roles", "{\"roles\":[]}");

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
}
