package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What somebody exports of their own data is all that the tables keep of them. */
class OwnDataTablesTest extends AccountsAtServer {

    /** What a column is called that holds who somebody is, or where they can be written to. */
    private static final Set<String> NAMING =
            Set.of("person", "account", "owner", "author", "submitter", "recipient", "email", "address");

    /** Where the export holds what a table keeps of somebody. */
    private static final Map<String, String> PLACES = new HashMap<>(Map.of(
            "server.account", "/account/email",
            "server.role_grant", "/account/roleHistory",
            "server.session", "/account/sessions",
            "server.api_token", "/account/tokens",
            "server.identity", "/account/identities",
            "server.one_time_secret", "/pending",
            "server.erasure_request", "/erasureRequest",
            "server.message", "/messages",
            "server.acquaintance", "/acquaintances"));

    static {
        PLACES.putAll(Map.of(
                "server.device", "/traces browser",
                "server.idempotency", "/traces request",
                "server.waiting", "/traces form",
                "server.import_key", "/traces import-key",
                "server.upload", "/traces file",
                "server.newcomer", "/traces reserved-id"));
        PLACES.putAll(Map.of(
                "hub.person", "/person/email",
                "hub.affiliation", "/person/affiliations",
                "hub.submission", "/submissions",
                "hub.working_copy", "/workingCopies"));
    }

    /** What reviewers and representatives have is tested where they act. */
    private static final Set<String> OF_OTHER_PARTS = Set.of("hub.seat", "hub.note", "hub.representation");

    @Test
    void everyTableThatNamesSomebodyHasItsPlaceInTheExport() {
        Set<String> known = new TreeSet<>(PLACES.keySet());
        known.addAll(OF_OTHER_PARTS);
        assertThat(naming()).isEqualTo(known);

        Visitor wanda = people.reading("wanda@example.org");
        fill(wanda);
        JsonNode data = wanda.open("/api/v1/me/data").json();

        PLACES.forEach((table, place) -> {
            String[] parts = place.split(" ");
            JsonNode found = data.at(parts[0]);
            assertThat(found.isMissingNode() || found.isEmpty() && found.isContainerNode())
                    .as("%s in %s", table, data)
                    .isFalse();
            if (parts.length > 1) {
                assertThat(found.findValuesAsText("kind")).as(table).contains(parts[1]);
            }
        });
        assertThat(data.at("/pending").findValuesAsText("purpose")).containsOnly("address");
        assertThat(data.at("/pending").findValuesAsText("email"))
                .containsExactlyInAnyOrder("wanda-new@example.org", Registrants.ADMIN);
    }

    /** Makes each table hold something of her; by hand what comes of an identity provider, an import and an ended session. */
    private static void fill(Visitor wanda) {
        String form = "/en/desk/submissions/new/practice";
        wanda.open(form);
        wanda.send(form, "language", "en", "focalPoint", "Sample Named <of-wanda@example.org>", "do", "next");
        Browser browser = new Browser(server);
        browser.logIn("wanda@example.org", Registrants.PASSWORD);
        browser.post("/api/v1/me/tokens", "{\"name\":\"Sample program\",\"scopes\":[\"read\"]}");
        browser.put("/api/v1/me/erasure-request", "{}");
        for (String address : List.of("wanda-new@example.org", Registrants.ADMIN)) {
            String change = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(address, Registrants.PASSWORD);
            assertThat(browser.post("/api/v1/me/address-changes", change).status())
                    .isEqualTo(202);
        }
        String draft = browser.post("/api/v1/submissions?draft=true", "{\"kind\":\"practice\",\"language\":\"en\"}")
                .header("Location");
        browser.put(draft + "/working-copy", "{\"kind\":\"practice\",\"language\":\"fr\"}");
        Reply account = browser.get("/api/v1/me/account");
        String person = account.at("/person");
        belonging(person);
        insert("upload (person, digest, size, uploaded_at)", "'" + person + "', 'd', 1", "");
        insert(
                "identity (issuer, subject, account, linked_at)",
                "'https://id.example.org', 'w', '" + account.id() + "'",
                "");
        insert("newcomer (digest, person, reserved_at)", "'d-newcomer', '" + person + "'", "");
        insert("import_key (owner, kind, source_key, id)", "'" + person + "', 'practices', 'k'", "'s-1'");
        insert(
                "waiting (digest, kind, source, person, form, length, expires_at)",
                "'d-waiting', 'form', 'here', '" + person + "', '', 0",
                "");
        insert(
                "idempotency (slot, fingerprint, reserved, holder, held_at, person, status, location, tag, body, begun_at)",
                "'s', 'f', 'r', '', current_timestamp, '" + person + "', 0, '', '', ''",
                "");
    }

    private static void belonging(String person) {
        Client sam = server.as(Registrants.SECRETARIAT);
        String city = sam.post("/api/v1/organisations", "{\"name\":\"Sample city\",\"sector\":\"non-un\"}")
                .id();
        Reply belongs = sam.post(
                "/api/v1/people/" + person + "/affiliations",
                "{\"organisation\":\"%s\",\"sector\":\"non-un\"}".formatted(city));
        assertThat(belongs.status()).as(belongs.text()).isBetween(200, 204);
    }

    /** A row whose last value is now, unless another is said. */
    private static void insert(String into, String values, String last) {
        server.server()
                .tables()
                .write(handle -> handle.execute("insert into server." + into + " values (" + values + ", "
                        + (last.isEmpty() ? "current_timestamp" : last) + ")"));
    }

    private static Set<String> naming() {
        List<String> tables = server.server()
                .tables()
                .read(handle -> handle.createQuery("select lower(table_schema) || '.' || lower(table_name)"
                                + " from information_schema.columns where lower(table_schema) in ('hub', 'server')"
                                + " and lower(column_name) in (<names>)")
                        .bindList("names", List.copyOf(NAMING))
                        .mapTo(String.class)
                        .list());
        return new TreeSet<>(tables);
    }
}
