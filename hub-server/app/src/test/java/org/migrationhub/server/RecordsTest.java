package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.FoldedName;
import org.migrationhub.core.journal.JournalVerifier;
import org.migrationhub.core.journal.Verification;

/** Organisations, people, the roster, the vocabulary and the whole journal. */
class RecordsTest {

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
    }

    @Test
    void anOrganisationIsRegisteredCorrectedAndLookedUp() {
        String wider = organisation("Sample federation").id();
        Reply added = organisation("Sample league");
        assertThat(added.status()).isEqualTo(201);
        String path = added.header("Location");
        String record =
                "{\"name\":\"Sample league of cities\",\"sector\":\"non-un\",\"aliases\":[\"SLC\"],\"partOf\":\"%s\"}";
        assertThat(server.secretariat().put(path, record.formatted(wider)).at("/partOf"))
                .isEqualTo(wider);
        assertThat(server.contributor().get("/api/v1/organisations?q=slc").each("/organisations", "id"))
                .containsExactly(added.id());
        assertThat(server.secretariat().put(path, record.formatted(added.id())).violations())
                .containsExactly("/partOf organisation.circle");
        assertThat(server.secretariat().put(path, record.formatted("nowhere")).violations())
                .containsExactly("/partOf organisation.unknown");
        assertThat(server.secretariat()
                        .put(path, "{\"name\":\" \",\"sector\":\"un\"}")
                        .violations())
                .containsExactly("/name name.required");
        assertThat(server.secretariat()
                        .put("/api/v1/organisations/unknown", record.formatted(wider))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void listsOfOrganisationsComeInPages() {
        Reply first = server.contributor().get("/api/v1/organisations?limit=4");
        Reply second = server.contributor().get("/api/v1/organisations?limit=4&cursor=" + first.at("/next"));
        assertThat(first.each("/organisations", "id"))
                .hasSize(4)
                .doesNotContainAnyElementsOf(second.each("/organisations", "id"));
        assertThat(Stream.of(first, second)
                        .flatMap(page -> page.each("/organisations", "name").stream())
                        .map(name -> FoldedName.of(name).words()))
                .isSorted();
        assertThat(server.contributor()
                        .get("/api/v1/organisations?cursor=" + first.at("/organisations/0/id"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aPersonIsRegisteredAffiliatedEnrolledAndErased() {
        Reply registered =
                server.contributor().post("/api/v1/people", "{\"name\":\"Sample person\",\"email\":\"p@example.org\"}");
        assertThat(registered.status()).isEqualTo(201);
        String path = registered.header("Location");
        String organisation = organisation("Sample bureau").id();
        String affiliation = "{\"organisation\":\"%s\",\"sector\":\"%s\",\"beside\":%s}";
        Client office = server.secretariat();
        assertThat(office.post(path + "/affiliations", affiliation.formatted(organisation, "non-un", false))
                        .at("/sector"))
                .isEqualTo("non-un");
        assertThat(office.post(path + "/affiliations", affiliation.formatted(organisation, "un", true))
                        .at("/sector"))
                .isEqualTo("undetermined");
        assertThat(office.put(path + "/profile", "{\"name\":\"Sample person II\"}")
                        .at("/name"))
                .isEqualTo("Sample person II");
        String entry = """
                {"languages":["en","fr"],"expertise":["objective-1"],"capacity":4,"conflicts":["%s"]}
                """.formatted(organisation);
        assertThat(office.put(path + "/roster-entry", entry).at("/roster/capacity"))
                .isEqualTo("4");
        assertThat(office.send("DELETE", path + "/roster-entry").status()).isEqualTo(204);
        assertThat(office.get(path).json().has("roster")).isFalse();
        assertThat(office.put(path + "/roster-entry", "{\"capacity\":0}").violations())
                .containsExactlyInAnyOrder("/languages field.required", "/capacity number.range");

        assertThat(server.administrator().post(path + "/erasure").status()).isEqualTo(204);
        assertThat(server.administrator().get(path).text())
                .doesNotContain("Sample person")
                .contains("\"erased\":true");
    }

    @Test
    void aReviewerIsRegisteredInOne() {
        String organisation = organisation("Sample academy").id();
        Reply added = server.secretariat()
                .post(
                        "/api/v1/reviewers",
                        "{\"name\":\"Sample scholar\",\"organisation\":\"%s\",\"languages\":[\"en\"]}"
                                .formatted(organisation));
        assertThat(added.status()).isEqualTo(201);
        assertThat(server.secretariat()
                        .get("/api/v1/people?roster=true&limit=100")
                        .each("/people", "id"))
                .contains(added.id());
        String wrong = "{\"name\":\"S\",\"organisation\":\"unknown\",\"languages\":[\"en\"]}";
        assertThat(server.secretariat().post("/api/v1/reviewers", wrong).status())
                .isIn(404, 422);
    }

    @Test
    void aReviewerKeepsTheOwnDeclarationAndSeesTheOwnRecord() {
        String own = "/api/v1/people/" + server.reviewerId(7);
        assertThat(server.reviewer(7)
                        .put(own + "/roster-entry", "{\"languages\":[\"en\"],\"capacity\":1}")
                        .at("/roster/capacity"))
                .isEqualTo("1");
        assertThat(server.reviewer(7).get(own).status()).isEqualTo(200);
    }

    @Test
    void theExportedJournalIsSound() {
        Reply checkpoint = server.administrator().post("/api/v1/journal/checkpoints");
        assertThat(checkpoint.at("/chain")).isEqualTo("checkpoints");
        Reply journal = server.administrator().get("/api/v1/journal");
        assertThat(journal.header("Content-Type")).startsWith("application/x-ndjson");
        Verification verification = new JournalVerifier().verify(journal.text().lines());
        assertThat(verification.isSound()).isTrue();
        assertThat(verification.checkpoints()).isPositive();
        assertThat(journal.text()).doesNotContain("Sample reviewer").doesNotContain("Sample contributor");
    }

    @Test
    void theVocabularyIsShownInTheLanguagesAskedForAndSaysWhatIsOfficial() {
        Reply french = server.visitor().get("/api/v1/vocabulary?lang=fr");
        assertThat(french.json().at("/objectives")).hasSize(24);
        assertThat(french.json().at("/sdgs")).hasSize(186);
        assertThat(french.at("/objectives/0/label/text")).isEqualTo("Données");
        assertThat(french.at("/objectives/0/title/lang")).isEqualTo("fr");
        assertThat(french.at("/objectives/20/title/lang")).isEqualTo("en");
        Reply arabic = server.visitor().get("/api/v1/vocabulary", "Accept-Language", "ar");
        assertThat(arabic.at("/objectives/0/label/dir")).isEqualTo("rtl");
        assertThat(arabic.at("/objectives/0/label/official")).isEqualTo("false");
        assertThat(arabic.at("/objectives/0/brief/lang")).isEqualTo("ar");
        assertThat(arabic.at("/objectives/0/brief/official")).isEqualTo("false");
        assertThat(arabic.header("Vary")).contains("Accept-Language");
    }

    @Test
    void theIndexHomeAndHealthAnswerAnybody() {
        Reply home = server.visitor().get("/");
        assertThat(home.status()).as("to the pages").isBetween(300, 308);
        assertThat(home.header("Location")).isEqualTo("/en/");
        assertThat(server.visitor().get("/healthz").text()).isEqualTo("alive\n");
        assertThat(server.visitor()
                        .get("/healthz", "Authorization", "Bearer nobody")
                        .status())
                .isEqualTo(200);
        assertThat(server.visitor().get("/api/v1").each("/operations", "operation"))
                .contains("submit")
                .doesNotHaveDuplicates();
        assertThat(server.visitor().get("/api/v1/me").each("/roles", "")).isEqualTo(List.of(""));
    }

    private static Reply organisation(String name) {
        return server.secretariat()
                .post("/api/v1/organisations", "{\"name\":\"%s\",\"sector\":\"non-un\"}".formatted(name));
    }
}
