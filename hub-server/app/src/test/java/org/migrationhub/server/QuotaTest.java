package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One person can fill neither the disk nor the secretariat's lists for all. */
class QuotaTest {

    private static final String DRAFT = "/api/v1/submissions?draft=true";
    private static final String ITEM = "{\"kind\":\"practice\",\"language\":\"en\"}";
    private static final String ROWS = "sourceKey,language,title.en\nq-1,en,Sample one\nq-2,en,Sample two\n";

    @AutoClose
    private static RunningServer server;

    private static Registrants people;

    @BeforeAll
    static void start() {
        server = RunningServer.start(
                Map.of(
                        "HUB_QUOTA_FILES", "1",
                        "HUB_QUOTA_SUBMISSIONS", "2",
                        "HUB_TOKEN_ANA_SECRET", token("ana"),
                        "HUB_TOKEN_ANA_ROLES", "contributor",
                        "HUB_TOKEN_ANA_NAME", "Sample contributor",
                        "HUB_TOKEN_BEN_SECRET", token("ben"),
                        "HUB_TOKEN_BEN_ROLES", "contributor",
                        "HUB_TOKEN_BEN_NAME", "Another contributor"),
                "--in-memory");
        people = new Registrants(server);
    }

    @Test
    void filesBeyondWhatOnePersonMayHaveAreRefusedAndThoseOfOthersAreTaken() {
        Client ana = server.as(token("ana"));
        assertThat(upload(ana, "first", 600_000).status()).isEqualTo(201);

        Reply second = upload(ana, "second", 600_000);

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.violations()).containsExactly(" quota.files");
        assertThat(second.text()).contains("1 MB");
        assertThat(upload(ana, "small", 300_000).status()).isEqualTo(201);
        assertThat(upload(server.as(token("ben")), "second", 600_000).status()).isEqualTo(201);
    }

    @Test
    void draftsBeyondWhatOnePersonMayHaveAreRefusedHoweverTheyCome() {
        Client ben = server.as(token("ben"));
        String first = ben.post(DRAFT, ITEM).header("Location");
        Reply two = rows(ben, "?dryRun=true");
        assertThat(two.violations()).as(two.text()).containsExactly(" quota.submissions");
        assertThat(rows(ben, "").status()).isEqualTo(422);
        assertThat(ben.post(DRAFT, ITEM).status()).isEqualTo(201);

        assertThat(ben.post(DRAFT, ITEM).violations()).containsExactly(" quota.submissions");
        assertThat(ben.get("/api/v1/submissions?queue=mine").each("/submissions", "id"))
                .hasSize(2);

        assertThat(ben.put(first + "/draft", ITEM).status()).isEqualTo(200);
        assertThat(ben.post(first + "/withdrawal", "{}").status()).isEqualTo(200);
        assertThat(ben.post(DRAFT, ITEM).status()).isEqualTo(201);
    }

    @Test
    void thePageSaysInWordsThatThereIsNoRoom() {
        Visitor cleo = people.reading("cleo@example.org");
        String form = "/en/desk/submissions/new/practice";
        for (int number = 0; number < 2; number++) {
            cleo.open(form);
            assertThat(cleo.send(form, "language", "en", "do", "next").status()).isEqualTo(303);
        }
        cleo.open(form);
        Reply third = cleo.send(form, "language", "en", "do", "next");
        assertThat(third.status()).isEqualTo(422);
        assertThat(third.text()).contains("as many drafts and items without a panel as one person may have");
    }

    private static Reply rows(Client client, String query) {
        return client.post(
                "/api/v1/imports/practices" + query, ROWS.getBytes(StandardCharsets.UTF_8), "Content-Type", "text/csv");
    }

    private static Reply upload(Client client, String word, int size) {
        byte[] bytes = (word + " ").repeat(size).substring(0, size).getBytes(StandardCharsets.UTF_8);
        return client.post("/api/v1/attachments?name=" + word + ".txt", bytes, "Content-Type", "text/plain");
    }

    private static String token(String name) {
        return "0123456789abcdef0123456789" + name;
    }
}
