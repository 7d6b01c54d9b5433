package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of many rows come in over HTTP, whole or not at all. */
class ImportTest {

    private static final String IMPORTS = "/api/v1/imports/";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Map<String, String> TYPES = Map.of(
            "csv", "text/csv; charset=utf-8",
            "xlsx", XLSX,
            "json", "application/json",
            "jsonl", "application/x-ndjson");

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
    }

    /** What is known of published practices, with the demonstration's sample texts, comes back from each format as it was. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "json", "jsonl"})
    void whatIsKnownOfPublishedPracticesComesInByEachFormatAsItIs(String format) {
        Map<String, JsonNode> known = demonstrated();
        assertThat(known).hasSizeGreaterThan(15);

        Reply reply = imported("practices", format, known);

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().at("/stored").asBoolean()).isTrue();
        assertThat(reply.json().at("/counts/created").asInt()).isEqualTo(known.size());
        List<String> ids = reply.each("/rows", "id");
        int index = 0;
        for (JsonNode revision : known.values()) {
            Reply draft = server.contributor().get("/api/v1/submissions/" + ids.get(index++) + "/draft");
            assertThat(draft.json().path("content")).isEqualTo(asIn(format, revision.path("content")));
        }
        Reply repeat = imported("practices", format, known);
        assertThat(repeat.each("/rows", "status")).containsOnly("unchanged");
        assertThat(repeat.each("/rows", "id")).isEqualTo(ids);
    }

    /** A table has no files. */
    private static JsonNode asIn(String format, JsonNode content) {
        ObjectNode copy = content.deepCopy();
        return format.startsWith("json") ? copy : copy.without("attachments");
    }

    private static Reply imported(String kind, String format, Map<String, JsonNode> items) {
        List<JsonNode> rows = new ArrayList<>();
        Sheet sheet = new Sheet();
        items.forEach((id, revision) -> {
            ObjectNode row = revision.path("content").deepCopy();
            row.put("sourceKey", format + " " + id);
            rows.add(row);
            sheet.practice(format + " " + id, revision.path("content"));
        });
        byte[] body = switch (format) {
            case "csv" -> sheet.csv();
            case "xlsx" -> sheet.xlsx();
            case "json" -> bytes(rows.toString());
            default ->
                bytes(String.join("\n", rows.stream().map(JsonNode::toString).toList()));
        };
        return server.contributor().post(IMPORTS + kind, body, "Content-Type", TYPES.get(format));
    }

    /** The first revisions of what was handed in in the demonstration, by id. */
    private static Map<String, JsonNode> demonstrated() {
        Map<String, JsonNode> revisions = new LinkedHashMap<>();
        server.secretariat().get("/api/v1/submissions?queue=all&limit=100").each("/submissions", "id").stream()
                .map(id -> Map.entry(id, server.secretariat().get("/api/v1/submissions/" + id + "/revisions/1")))
                .filter(revision -> revision.getValue().at("/content/kind").equals("practice"))
                .forEach(revision ->
                        revisions.put(revision.getKey(), revision.getValue().json()));
        return revisions;
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void resourcesComeInAndAreHandedIn(String format) {
        Sheet sheet = new Sheet()
                .row(
                        "sourceKey", "r-" + format,
                        "language", "fr",
                        "title.fr", "Exemple : un guide",
                        "atAGlance.fr", "Texte d’exemple.",
                        "type", "guidance",
                        "primaryObjectives", "5",
                        "year", "2024",
                        "publishers", "Sample publisher",
                        "global", "true");

        Reply draft = post("resources", format, sheet);
        Reply handedIn = post("resources?handIn=true", format, sheet);

        String id = draft.at("/rows/0/id");
        assertThat(draft.each("/rows", "status")).containsExactly("created");
        assertThat(handedIn.each("/rows", "status")).containsExactly("updated");
        assertThat(handedIn.at("/rows/0/id")).isEqualTo(id);
        assertThat(server.secretariat().get("/api/v1/submissions/" + id).at("/stage"))
                .isEqualTo("submitted");
        assertThat(server.secretariat()
                        .get("/api/v1/submissions/" + id + "/revisions/1")
                        .at("/content/texts/fr/title"))
                .isEqualTo("Exemple : un guide");
        assertThat(server.visitor().get("/api/v1/items/" + id).status()).isEqualTo(404);
        assertThat(post("resources", format, sheet).each("/rows", "status")).containsExactly("unchanged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "json"})
    void organisationsAndTheirReviewersComeInByTheirOwnKeys(String format) {
        String key = "body-" + format;
        Reply bodies = format.equals("json")
                ? secretariat("organisations", """
                              [{"sourceKey":"office-json","name":"Office json","sector":"un","partOf":"body-json"},
                               {"sourceKey":"body-json","name":"Body json","sector":"un","aliases":["BJ","JB"]}]
                              """)
                : post(
                        "organisations",
                        format,
                        new Sheet()
                                .row("sourceKey", "office-" + format, "name", "Office", "sector", "UN", "partOf", key)
                                .row("sourceKey", key, "name", "Body " + format, "sector", "un", "aliases", "BJ|JB"));
        assertThat(bodies.each("/rows", "status")).as(bodies.text()).containsExactly("created", "created");
        Reply office = server.secretariat().get("/api/v1/organisations/" + bodies.at("/rows/0/id"));
        assertThat(office.at("/partOf")).isEqualTo(bodies.at("/rows/1/id"));

        Reply roster = format.equals("json")
                ? secretariat("roster", """
                              [{"sourceKey":"rosa-json","name":"Rosa json","email":"rosa-json@example.org",
                                "organisation":"body-json","languages":["en","fr"],"expertise":["objective-5"],
                                "capacity":3,"conflicts":["office-json"],
                                "absences":[{"from":"2030-01-01T00:00:00Z","until":"2030-02-01T00:00:00Z"}]}]
                              """)
                : post(
                        "roster",
                        format,
                        new Sheet()
                                .row(
                                        "sourceKey",
                                        "rosa-" + format,
                                        "name",
                                        "Rosa " + format,
                                        "email",
                                        "rosa-" + format + "@example.org",
                                        "organisation",
                                        key,
                                        "languages",
                                        "en|fr",
                                        "expertise",
                                        "5",
                                        "capacity",
                                        "3",
                                        "conflicts",
                                        "office-" + format,
                                        "absences.from",
                                        "2030-01-01",
                                        "absences.until",
                                        "2030-02-01"));
        assertThat(roster.each("/rows", "status")).as(roster.text()).containsExactly("created");
        Reply rosa = server.secretariat().get("/api/v1/people/" + roster.at("/rows/0/id"));
        assertThat(rosa.at("/name")).isEqualTo("Rosa " + format);
        assertThat(rosa.json().findValuesAsText("organisation")).containsExactly(bodies.at("/rows/1/id"));
        assertThat(rosa.text()).contains(bodies.at("/rows/0/id"), "\"capacity\":3", "2030-01-01T00:00:00Z");
    }

    @Test
    void whoeverKeepsTheRecordsSharesTheKeysAndContributorsDont() {
        Sheet body = new Sheet().row("sourceKey", "shared", "name", "Shared body", "sector", "non-un");
        post("organisations", "csv", body);
        Sheet item = new Sheet().row("sourceKey", "own", "language", "en", "title.en", "A sample of one's own");
        String mine = post("practices", "csv", item).at("/rows/0/id");

        assertThat(server.administrator()
                        .post(IMPORTS + "organisations", body.csv(), "Content-Type", "text/csv")
                        .each("/rows", "status"))
                .containsExactly("unchanged");
        Reply other = server.as("demo-contributor").post(IMPORTS + "practices", item.csv(), "Content-Type", "text/csv");
        assertThat(other.each("/rows", "status")).containsExactly("created");
        assertThat(other.at("/rows/0/id")).isNotEqualTo(mine);
    }

    @Test
    void oneRowThatIsRefusedRefusesAllAndEveryReasonIsTold() {
        long before = journalLength();
        Sheet sheet = new Sheet()
                .row("sourceKey", "good", "language", "en", "title.en", "A good row")
                .row("sourceKey", "bad", "language", "english!", "title.en", "A bad row", "startYear", "soon")
                .row("sourceKey", "", "language", "en", "title.en", "No key")
                .row("sourceKey", "code", "language", "en", "title.en", "A code", "countries", "NER|XXX")
                .row("sourceKey", "control", "language", "en", "title.en", "A \u0007 character");

        for (String query : List.of("", "?dryRun=true")) {
            Reply reply = post("practices" + query, "csv", sheet);

            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.code()).isEqualTo("refused");
            List<String> told = new ArrayList<>();
            reply.json()
                    .at("/violations")
                    .forEach(violation -> told.add(Stream.of("row", "sourceKey", "column", "pointer", "code")
                            .map(field -> violation.path(field).asText())
                            .reduce((one, next) -> one + " " + next)
                            .orElseThrow()));
            assertThat(told)
                    .containsExactly(
                            "3 bad language /language code.unknown",
                            "3 bad startYear /period/startYear field.type",
                            "4  sourceKey /sourceKey source-key.required",
                            "5 code countries /geography/countries/1 code.unknown",
                            "6 control title.en /texts/en/title text.control-character");
            assertThat(reply.each("/report/rows", "status"))
                    .containsExactly("created", "refused", "refused", "refused", "refused");
            assertThat(reply.json().at("/report/stored").asBoolean()).isFalse();
        }
        assertThat(journalLength()).isEqualTo(before);
        Sheet mended = new Sheet().row("sourceKey", "good", "language", "en", "title.en", "A good row");
        assertThat(post("practices", "csv", mended).each("/rows", "status")).containsExactly("created");
    }

    @Test
    void aDryRunStoresNothingNotEvenKeys() {
        Sheet sheet = new Sheet().row("sourceKey", "dry", "language", "en", "title.en", "A dry row");
        long before = journalLength();

        Reply dry = post("practices?dryRun=true", "xlsx", sheet);

        assertThat(dry.status()).isEqualTo(200);
        assertThat(dry.json().at("/stored").asBoolean()).isFalse();
        assertThat(dry.each("/rows", "status")).containsExactly("created");
        assertThat(dry.at("/rows/0/id")).isEmpty();
        assertThat(journalLength()).isEqualTo(before);
        Reply real = post("practices", "xlsx", sheet);
        assertThat(real.each("/rows", "status")).containsExactly("created");
        assertThat(post("practices?dryRun=true", "csv", sheet).at("/rows/0/id")).isEqualTo(real.at("/rows/0/id"));
    }

    @Test
    void aChangedRowUpdatesADraftAndIsRefusedOnceItWasHandedIn() {
        Sheet first = new Sheet().row("sourceKey", "changes", "language", "en", "title.en", "First");
        Sheet second = new Sheet().row("sourceKey", "changes", "language", "en", "title.en", "Second");
        String id = post("practices", "csv", first).at("/rows/0/id");

        assertThat(post("practices", "csv", second).each("/rows", "status")).containsExactly("updated");
        String item = Story.practice(server, "Handed in");
        Story.ok(server.contributor().put("/api/v1/submissions/" + id + "/draft", item));
        Story.ok(server.contributor().post("/api/v1/submissions/" + id + "/submission"));
        Reply late = post("practices", "csv", second);

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.each("/violations", "code")).containsExactly("import.not-a-draft");
    }

    @Test
    void ofTwoSameImportsAtOnceTheWorkIsDoneOnce() throws Exception {
        Sheet sheet = new Sheet();
        for (int number = 0; number < 50; number++) {
            sheet.row("sourceKey", "twice-" + number, "language", "en", "title.en", "Twice " + number);
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Reply>> racers = new ArrayList<>();
            for (int racer = 0; racer < 4; racer++) {
                racers.add(() -> inTurn("practices", racers.size() % 2 == 0 ? "csv" : "xlsx", sheet));
            }
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply : threads.invokeAll(racers)) {
                replies.add(reply.get());
            }
            assertThat(replies).allMatch(reply -> reply.status() == 200);
            assertThat(replies.stream()
                            .mapToInt(
                                    reply -> reply.json().at("/counts/created").asInt())
                            .sum())
                    .isEqualTo(50);
            assertThat(replies.stream().map(reply -> reply.each("/rows", "id")).distinct())
                    .hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    /** One import of a person runs at a time: whoever is told so asks again. */
    private static Reply inTurn(String kind, String format, Sheet sheet) {
        Reply reply = post(kind, format, sheet);
        while (reply.status() == 429) {
            Thread.onSpinWait();
            reply = post(kind, format, sheet);
        }
        return reply;
    }

    @Test
    void whoMayNotImportIsToldSoBeforeAnythingIsRead() {
        byte[] broken = bytes("\"");
        assertThat(tried(server.visitor(), "practices", broken)).isEqualTo(401);
        for (Client other : List.of(server.secretariat(), server.reviewer(1))) {
            assertThat(tried(other, "practices", broken)).isEqualTo(403);
            assertThat(tried(other, "resources", broken)).isEqualTo(403);
        }
        for (Client other : List.of(server.contributor(), server.reviewer(1))) {
            assertThat(tried(other, "organisations", broken)).isEqualTo(403);
            assertThat(tried(other, "roster", broken)).isEqualTo(403);
        }
    }

    private static int tried(Client client, String kind, byte[] csv) {
        return client.post(IMPORTS + kind, csv, "Content-Type", "text/csv").status();
    }

    @Test
    void aFileThatIsNotWhatItSaysOrTooLargeIsRefused() {
        byte[] csv = bytes("sourceKey,language,title.en\na,en,A\n");
        Client client = server.contributor();

        assertThat(client.post(IMPORTS + "practices", csv, "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(client.post(IMPORTS + "practices", csv).status()).isEqualTo(415);
        assertThat(client.post(IMPORTS + "practices?format=xml", csv).status()).isEqualTo(400);
        assertThat(client.post(IMPORTS + "practices?format=csv&dryRun=true", csv)
                        .status())
                .isEqualTo(200);
        assertThat(client.post(IMPORTS + "practices?format=xlsx", csv).code()).isEqualTo("body-invalid");
        assertThat(client.post(IMPORTS + "practices?format=json", csv).code()).isEqualTo("json-malformed");
        assertThat(client.post(IMPORTS + "practices?format=json", bytes("{}")).code())
                .isEqualTo("body-invalid");
        assertThat(client.post(IMPORTS + "practices?format=csv", bytes("a,\"b\n"))
                        .code())
                .isEqualTo("body-invalid");
        assertThat(client.post(IMPORTS + "practices?format=csv", bytes("Titel\nx\n"))
                        .each("/violations", "column"))
                .containsExactly("Titel", "sourceKey", "language", "title.en");
        byte[] large = new byte[(10 << 20) + 1];
        assertThat(client.post(IMPORTS + "practices?format=csv", large).status())
                .isEqualTo(413);
        assertThat(client.upload(IMPORTS + "practices?format=csv", new ByteArrayInputStream(large))
                        .status())
                .isEqualTo(413);
        assertThat(client.post(
                                IMPORTS + "practices?format=csv",
                                bytes("sourceKey,language,title.en\n" + "a,en,A\n".repeat(5_001)))
                        .each("/violations", "code"))
                .containsExactly("import.too-many-rows");
        assertThat(client.post(IMPORTS + "nothing?format=csv", csv).status()).isEqualTo(404);
        assertThat(client.post(IMPORTS + "organisations?format=csv&handIn=true", csv)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void unknownFieldsAndOtherKindsAreRefusedByName() {
        Reply reply = server.contributor().post(IMPORTS + "practices", """
                      [{"sourceKey":"a","kind":"resource","language":"en"},
                       {"sourceKey":"b","language":"en","stage":"published","submitter":"x"}]
                      """);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.violations())
                .containsExactly("/kind kind.other", "/stage field.unknown", "/submitter field.unknown");
    }

    @Test
    void aReviewerWhoWasErasedIsForgottenWithTheKey() {
        Sheet bodies = new Sheet().row("sourceKey", "erasing", "name", "Erasing body", "sector", "un");
        post("organisations", "csv", bodies);
        Sheet sheet = new Sheet()
                .row(
                        "sourceKey", "erased@example.org",
                        "name", "Somebody",
                        "organisation", "erasing",
                        "languages", "en");
        String id = post("roster", "csv", sheet).at("/rows/0/id");

        Story.ok(server.administrator().post("/api/v1/people/" + id + "/erasure"));

        Reply again = post("roster", "csv", sheet);
        assertThat(again.each("/rows", "status")).containsExactly("created");
        assertThat(again.at("/rows/0/id")).isNotEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"practices", "resources", "organisations", "roster"})
    void aTemplateIsGivenOutInTwoFormatsAndComesBackWithoutRows(String kind) {
        String path = IMPORTS + kind + "/template";
        Reply csv = server.visitor().get(path);
        Reply xlsx = server.visitor().get(path, "Accept", XLSX);
        byte[] bytes = server.visitor().bytes(path + "?format=xlsx");

        assertThat(csv.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(csv.header("Content-Disposition")).contains("attachment", kind + "-template.csv");
        assertThat(csv.text()).contains("sourceKey", "SAMPLE");
        assertThat(xlsx.header("Content-Type")).isEqualTo(XLSX);
        assertThat(xlsx.header("Content-Disposition")).contains(kind + "-template.xlsx");
        Client importer =
                kind.equals("organisations") || kind.equals("roster") ? server.secretariat() : server.contributor();
        for (Reply reply : List.of(
                importer.post(IMPORTS + kind, bytes, "Content-Type", XLSX),
                importer.post(IMPORTS + kind, bytes(csv.text()), "Content-Type", "text/csv"))) {
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            assertThat(reply.json().at("/rows")).isEmpty();
        }
    }

    private static Reply post(String path, String format, Sheet sheet) {
        Client client = path.startsWith("organisations") || path.startsWith("roster")
                ? server.secretariat()
                : server.contributor();
        byte[] body = format.equals("csv") ? sheet.csv() : sheet.xlsx();
        return client.post(IMPORTS + path, body, "Content-Type", TYPES.get(format));
    }

    private static Reply secretariat(String kind, String json) {
        return server.secretariat().post(IMPORTS + kind, json);
    }

    private static long journalLength() {
        return server.administrator()
                .get("/api/v1/journal", "Accept", "application/x-ndjson")
                .text()
                .lines()
                .count();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
