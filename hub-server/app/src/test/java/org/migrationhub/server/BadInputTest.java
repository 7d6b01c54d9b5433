package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

    private static final String CHECKS = "/api/v1/checks";

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.roomy();
    }

    // Bodies that are no JSON, or not of the form.

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "{\"kind\":\"practice\",\"kind\":\"practice\"}",
                "{\"kind\":\"practice\"} {}",
                "{\"period\":{\"startYear\":NaN}}",
                "{'kind':'practice'}",
                "{\"kind\":\"practice\",}",
                "{\"kind\":/* */\"practice\"}",
                "{\"kind\":\"prac\ntice\"}"
            })
    void whatIsNoJsonIsMalformed(String body) {
        Reply reply = server.contributor().post(CHECKS, body);
        assertProblem(reply, 400, "json-malformed");
    }

    @Test
    void anObjectWithMoreFieldsThanAnyFormIsMalformed() {
        String fields = IntStream.rangeClosed(1, 501)
                .mapToObj(number -> "\"field-" + number + "\":1")
                .collect(Collectors.joining(","));
        for (String json : List.of("{%s}", "{\"links\":[{%s}]}")) {
            Reply reply = server.contributor().post("/api/v1/submissions", json.formatted(fields));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.code()).isEqualTo("json-malformed");
            assertThat(reply.text()).contains("500 fields");
        }
    }

    @Test
    void overDeepJsonIsMalformed() {
        assertProblem(server.contributor().post(CHECKS, "[".repeat(65) + "]".repeat(65)), 400, "json-malformed");
        assertProblem(server.contributor().post(CHECKS, "[".repeat(500_000)), 400, "json-malformed");
    }

    @Test
    void whatIsNoUtf8IsMalformed() {
        for (byte[] body : new byte[][] {
            {'{', '"', (byte) 0xff, '"', ':', '1', '}'},
            {'"', (byte) 0xc0, (byte) 0x80, '"'},
            {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
            "{\"kind\":\"practice\"}".getBytes(StandardCharsets.UTF_16)
        }) {
            Reply reply = server.contributor().post(CHECKS, body, "Content-Type", "application/json");
            assertProblem(reply, 400, "json-malformed");
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "[]|` field.type`",
                "null|` field.type`",
                "{\"kind\":\"practice\",\"language\":\"en\",\"stage\":\"published\"}|`/stage field.unknown`",
                "{\"kind\":\"practice\",\"language\":\"en\",\"a/b~c\":1}|`/a~1b~0c field.unknown`",
                "{\"kind\":\"practice\",\"language\":\"en\",\"period\":{\"startYear\":1e999}}|`/period/startYear field.type`",
                "{\"kind\":\"practice\",\"language\":\"en\",\"period\":{\"startYear\":2020.5}}|`/period/startYear field.type`",
                "{\"kind\":\"practice\",\"language\":\"en\",\"texts\":null}|`/texts field.null`",
                "{\"kind\":\"practice\",\"language\":\"en\",\"primaryObjectives\":[\"objective-24\"]}|`/primaryObjectives/0 code.unknown`"
            })
    void aBodyOfAnotherFormIsRefusedNamingTheField(String body, String violation) {
        Reply reply = server.contributor().post(CHECKS, body);
        assertProblem(reply, 400, "body-invalid");
        assertThat(reply.violations()).containsExactly(violation);
    }

    @Test
    void everythingThatIsWrongWithAFormIsToldAtOnce() {
        Reply reply = server.secretariat()
                .post("/api/v1/organisations", "{\"sector\":\"other\",\"aliases\":[1],\"id\":\"x\"}");
        assertProblem(reply, 400, "body-invalid");
        assertThat(reply.violations())
                .containsExactlyInAnyOrder(
                        "/name field.required", "/sector code.unknown", "/aliases/0 field.type", "/id field.unknown");
    }

    @Test
    void aFieldNameOfHalfACharacterBreaksNothing() {
        assertThat(server.contributor().post(CHECKS, "{\"\\ud800\":1}").status())
                .isEqualTo(400);
    }

    // Types, sizes, headers.

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/json; charset=iso-8859-1",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/jsonp"
            })
    void anotherMediaTypeOrCharsetIsUnsupported(String type) {
        Reply reply = server.contributor().post(CHECKS, "{}".getBytes(StandardCharsets.UTF_8), "Content-Type", type);
        assertProblem(reply, 415, "media-type-unsupported");
    }

    @Test
    void aBodyWithoutATypeOrCompressedIsUnsupported() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        assertProblem(server.contributor().post(CHECKS, body), 415, "media-type-unsupported");
        Reply compressed =
                server.contributor().post(CHECKS, body, "Content-Type", "application/json", "Content-Encoding", "gzip");
        assertProblem(compressed, 415, "media-type-unsupported");
    }

    @Test
    void utf8IsAcceptedHoweverItIsWritten() {
        byte[] body = "{\"kind\":\"practice\",\"language\":\"en\"}".getBytes(StandardCharsets.UTF_8);
        for (String type : new String[] {"application/json", "Application/JSON;charset=\"UTF-8\""}) {
            assertThat(server.contributor()
                            .post(CHECKS, body, "Content-Type", type)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aBodyOfMoreThanAMegabyteIsTooLarge() {
        Reply reply = server.contributor().post(CHECKS, " ".repeat(1 << 20) + "{}");
        assertProblem(reply, 413, "body-too-large");
    }

    @Test
    void aBodyThatIsTooLargeIsReadOnSoThatTheAnswerArrives() {
        for (int megabytes = 1; megabytes <= 7; megabytes++) {
            Reply reply = server.contributor().post(CHECKS, " ".repeat(megabytes << 20) + "{}");
            assertProblem(reply, 413, "body-too-large");
            assertThat(reply.header("Connection")).isEmpty();
        }
    }

    @Test
    void anAnswerThatNobodyAcceptsIsNotMade() {
        Reply reply = server.visitor().get("/api/v1/items", "Accept", "text/html");
        assertProblem(reply, 406, "not-acceptable");
        assertThat(server.visitor()
                        .get("/api/v1/items", "Accept", "text/html, */*;q=0.1")
                        .status())
                .isEqualTo(200);
    }

    // Addresses and methods.

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v2/items",
                "/api/v1/",
                "/api/v1/items/",
                "/API/v1/items",
                "/api/v1/items/x/y",
                "/api/v1/items;a=b",
                "/index.html",
                "/favicon.ico",
                "//api/v1/items"
            })
    void whatIsNoRouteIsNotFound(String path) {
        assertProblem(server.visitor().get(path), 404, "route-unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nope",
                "%2e%2e%2f",
                "a%20b",
                "-x",
                "0123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void whatIsNoIdIsAnsweredAsAnUnknownOne(String id) {
        Reply unknown = server.contributor().get("/api/v1/submissions/unknown");
        Reply reply = server.contributor().get("/api/v1/submissions/" + id);
        assertProblem(reply, 404, "not-found");
        assertThat(reply.text()).isEqualTo(unknown.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"})
    void anotherMethodIsNotAllowed(String method) {
        Reply reply = server.contributor().send(method, "/api/v1/me");
        assertProblem(reply, 405, "method-not-allowed");
        assertThat(reply.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void aHeaderCannotChangeTheMethod() {
        Reply reply = server.contributor().send("POST", "/api/v1/me", "X-HTTP-Method-Override", "GET");
        assertProblem(reply, 400, "header-invalid");
    }

    @Test
    void headAnswersAsGetWithoutABody() {
        Reply get = server.visitor().get("/api/v1/items");
        Reply head = server.visitor().send("HEAD", "/api/v1/items");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(server.visitor().send("HEAD", "/api/v1/items/unknown").status())
                .isEqualTo(404);
    }

    @Test
    void optionsTellsWhatIsPossible() {
        Reply reply = server.visitor().send("OPTIONS", "/api/v1/submissions");
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    }

    // Queries.

    @ParameterizedTest
    @CsvSource({
        "/api/v1/items?limit=0, limit number.range",
        "/api/v1/items?limit=101, limit number.range",
        "/api/v1/items?limit=-1, limit number.range",
        "/api/v1/items?limit=ten, limit number.range",
        "/api/v1/items?cursor=tampered, cursor cursor.invalid",
        "/api/v1/items?sort=oldest, sort code.unknown",
        "/api/v1/items?objectives=objective-8, objectives parameter.unknown",
        "/api/v1/items?q=a&q=b, q parameter.repeated",
        "/api/v1/vocabulary?lang=not_a_tag, lang code.unknown",
        "/api/v1/submissions?queue=all&stage=nowhere, stage code.unknown",
        "/api/v1/submissions?queue=everything, queue code.unknown",
        "/api/v1/submissions?cursor=%2F, cursor code.unknown",
        "/api/v1/people?roster=perhaps, roster code.unknown"
    })
    void aWrongParameterIsNamed(String address, String violation) {
        Reply reply = server.secretariat().get(address);
        assertProblem(reply, 400, "query-invalid");
        assertThat(reply.violations()).containsExactly(violation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%22%22%22((((",
                "a%20AND%20%5BOR%20NOT",
                "*%3F%7E2",
                "%00%01%1f",
                "%F0%9F%8C%8D",
                "%ff%fe",
                "%3Cscript%3E",
                "kind:resource",
                "%E2%80%AE%D8%A7"
            })
    void searchTextOfAnyKindIsAnswered(String words) {
        assertThat(server.visitor().get("/api/v1/items?q=" + words).status()).isEqualTo(200);
    }

    @Test
    void anOverlongSearchIsRefused() {
        Reply reply = server.visitor().get("/api/v1/items?q=" + "a".repeat(1_001));
        assertProblem(reply, 400, "query-invalid");
        assertThat(reply.violations()).containsExactly("q words.too-long");
    }

    @Test
    void aCursorOfAnotherSearchIsRefused() {
        String cursor = server.visitor().get("/api/v1/items?limit=1").at("/next");
        assertThat(server.visitor()
                        .get("/api/v1/items?limit=1&cursor=" + cursor)
                        .status())
                .isEqualTo(200);
        assertProblem(server.visitor().get("/api/v1/items?q=rescue&cursor=" + cursor), 400, "query-invalid");
    }

    // Texts.

    @ParameterizedTest
    @CsvSource({
        "'\\u0000', text.control-character",
        "'\\u202e', text.direction-override",
        "'\\ud800', text.half-character",
        "'a\\nb', text.line-break"
    })
    void malformedTextsAreRefusedNamingTheField(String text, String code) {
        String title = "Sample " + text;
        Reply item = server.contributor().post("/api/v1/submissions?draft=true", draft(title));
        assertProblem(item, 422, "refused");
        assertThat(item.violations()).containsExactly("/texts/en/title " + code);
        Reply name = server.secretariat().post("/api/v1/people", "{\"name\":\"%s\"}".formatted(title));
        assertProblem(name, 422, "refused");
        assertThat(name.violations()).containsExactly("/name " + code);
    }

    @Test
    void blankAndOverlongNamesAreRefused() {
        for (String name : new String[] {" ", "\u00a0\u200b", "a".repeat(301)}) {
            Reply reply = server.secretariat()
                    .post("/api/v1/organisations", "{\"name\":\"%s\",\"sector\":\"un\"}".formatted(name));
            assertProblem(reply, 422, "refused");
            assertThat(reply.text()).contains("/name");
        }
    }

    @Test
    void everyScriptComesBackUnchanged() {
        String title = "Sample: мигранты 移民 مهاجرون e\u0301 👩🏽‍🚒 हिन्दी ไทย עברית";
        Reply draft = server.contributor().post("/api/v1/submissions?draft=true", draft(title));
        assertThat(draft.status()).isEqualTo(201);
        assertThat(server.contributor().get(draft.header("Location") + "/draft").at("/content/texts/en/title"))
                .isEqualTo(title);
    }

    @Test
    void instantsFinerThanWhatIsKeptAreCut() {
        String body = """
                {"languages":["en"],"absences":[{"from":"2030-01-01T00:00:00.123456789Z","until":"2030-02-01T00:00:00+02:00"}]}
                """;
        String person = server.secretariat()
                .post("/api/v1/people", "{\"name\":\"Sample person\"}")
                .id();
        Reply enrolled = server.secretariat().put("/api/v1/people/" + person + "/roster-entry", body);
        assertThat(enrolled.at("/roster/absences/0/from")).isEqualTo("2030-01-01T00:00:00.123456Z");
        String backwards = body.replace("2030-02", "2029-02");
        assertThat(server.secretariat()
                        .put("/api/v1/people/" + person + "/roster-entry", backwards)
                        .violations())
                .containsExactly("/absences/0/until absence.ends-before-start");
        String endless = body.replace("2030-02-01T00:00:00+02:00", "+999999999-01-01T00:00:00Z");
        assertThat(server.secretariat()
                        .put("/api/v1/people/" + person + "/roster-entry", endless)
                        .violations())
                .containsExactly("/absences/0/until instant.invalid");
    }

    // Panels and reviews.

    @Test
    void aPanelThatCannotBeIsRefusedWithEveryReason() {
        Story story = Story.submitted(server, "Sample: bad panels");
        Reply noUn = server.secretariat().post(story.path("/panel"), Story.panel(server, 4, 5, 6));
        assertProblem(noUn, 422, "refused");
        assertThat(noUn.violations()).containsExactly("/reviewers panel.un");
        Reply noOutsider = server.secretariat().post(story.path("/panel"), Story.panel(server, 1, 2, 3));
        assertThat(noOutsider.violations()).contains("/reviewers panel.non-un");
        Reply twice = server.secretariat().post(story.path("/panel"), Story.panel(server, 2, 2, 4));
        assertThat(twice.violations()).contains("/reviewers panel.twice");
        Reply small = server.secretariat().post(story.path("/panel"), Story.panel(server, 2, 8));
        assertThat(small.violations())
                .contains("/reviewers panel.size", "/reviewers panel.non-un", "/reviewers/1 affiliation-undetermined");
        String unknown = "{\"reviewers\":[\"%s\",\"nobody\",\"%s\"]}"
                .formatted(server.reviewerId(2), server.person("demo-contributor-2"));
        assertThat(server.secretariat().post(story.path("/panel"), unknown).violations())
                .contains("/reviewers/1 not-on-roster", "/reviewers/2 submitter");
        assertThat(story.stage()).isEqualTo("submitted");
    }

    @Test
    void aRefusalWithoutACommentIsRefused() {
        Story story = Story.inReview(server, "Sample: silent refusals").accept(2);
        for (String outcome : new String[] {"request-changes", "decline"}) {
            Reply reply = story.tryReview(2, outcome, " ");
            assertProblem(reply, 422, "refused");
            assertThat(reply.violations()).containsExactly("/text review.comment-required");
        }
    }

    @Test
    void aReviewOfAnotherRevisionOrASecondOneIsAConflictThatNamesTheStage() {
        Story story = Story.inReview(server, "Sample: second reviews").accept(2);
        String other = "sha256:" + "0".repeat(64);
        Reply stale = server.reviewer(2).post(story.path("/reviews"), Story.review(other, "approve", ""));
        assertProblem(stale, 409, "wrong-stage");
        story.review(2, "approve", "");
        Reply second = story.tryReview(2, "approve", "");
        assertProblem(second, 409, "wrong-stage");
        assertThat(second.at("/stage")).isEqualTo("in-review");
        assertThat(second.at("/seat")).isEqualTo("reviewed");
        assertThat(second.json().at("/possible").isArray()).isTrue();
        Reply early = server.secretariat().post(story.path("/return"), "{\"text\":\"Too late.\"}");
        assertProblem(early, 409, "wrong-stage");
        assertThat(early.at("/stage")).isEqualTo("in-review");
    }

    // Versions.

    @Test
    void anActOnAStaleVersionIsRefusedAndChangesNothing() {
        Story story = Story.submitted(server, "Sample: versions");
        String seen = server.contributor().get(story.path("")).header("ETag");
        String item = Story.practice(server, "Sample: versions, second");
        for (String tag : new String[] {"\"999\"", "W/" + seen, "\"nothing\""}) {
            assertProblem(server.contributor().put(story.path("/draft"), item, "If-Match", tag), 412, "stale-version");
        }
        assertProblem(server.contributor().put(story.path("/draft"), item, "If-Match", "7"), 400, "header-invalid");
        assertThat(server.contributor().get(story.path("")).header("ETag")).isEqualTo(seen);

        Reply saved = server.contributor().put(story.path("/draft"), item, "If-Match", seen);
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.header("ETag")).isNotEqualTo(seen);
        assertProblem(
                server.contributor().post(story.path("/withdrawal"), "{}", "If-Match", seen), 412, "stale-version");
        assertThat(server.contributor()
                        .post(story.path("/withdrawal"), "{}", "If-Match", "*")
                        .status())
                .isEqualTo(200);
    }

    // Every answer.

    @Test
    void everyAnswerIsHardened() {
        Reply reply = server.visitor().get("/api/v1/nowhere");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("X-Request-Id")).hasSize(16);
        assertThat(reply.headers().firstValue("Server")).isEmpty();
        assertThat(server.contributor().get("/api/v1/submissions").header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void everyProblemThatIsToldIsListed() {
        Reply problems = server.visitor().get("/api/v1/problems");
        assertThat(problems.each("/problems", "code"))
                .contains("refused", "fault", "not-found")
                .doesNotHaveDuplicates();
    }

    private static String draft(String title) {
        return "{\"kind\":\"practice\",\"language\":\"en\",\"texts\":{\"en\":{\"title\":\"%s\"}}}".formatted(title);
    }

    private static void assertProblem(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.at("/status")).isEqualTo(String.valueOf(status));
        assertThat(reply.at("/type")).isEqualTo("/api/v1/problems#" + code);
        assertThat(reply.at("/title")).isNotEmpty();
        assertThat(reply.text()).doesNotContain("java.").doesNotContain("org.").doesNotContain("Exception");
    }
}
