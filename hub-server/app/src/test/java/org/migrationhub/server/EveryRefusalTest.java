package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.migrationhub.server.Contract.Promised;
import org.migrationhub.server.message.Await;

/**
 * Every operation says no in each way that the description names, and those that every one is asked for in no other. What is
 * sent are the examples of the description. In the end no way may be left that nobody has met, but for a few that other tests
 * have brought about.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryRefusalTest {

    private static final String NOBODY = "01980000-0000-7000-8000-000000000000";
    private static final String OWNER = "demo-reviewer-6";
    private static final String TOO_LONG = "x".repeat(30_000);

    /** What one mechanism does for all operations alike, and a test brings about at some: an outage, and a race. */
    private static final Set<String> ALIKE = Set.of("storage-unavailable", "idempotency-key-in-use");

    /** What takes a large file, a letter, a provider or another installation, each with the test that has it. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("uploadAttachment body-too-large", "AttachmentsTest"),
            Map.entry("importPractices body-too-large", "ImportTest"),
            Map.entry("importResources body-too-large", "ImportTest, of practices: it is the same step"),
            Map.entry("importOrganisations body-too-large", "ImportTest, of practices: it is the same step"),
            Map.entry("importRoster body-too-large", "ImportTest, of practices: it is the same step"),
            Map.entry("registerPerson too-many-tries", "NamingPagesTest"),
            Map.entry("confirmRegistration login-failed", "AccountsTest"),
            Map.entry("setRoles refused", "RolesTest"),
            Map.entry("readMetrics route-unknown", "DoorsTest"),
            Map.entry("comeFromProvider oidc-failed", "OidcTest"),
            Map.entry("comeFromProvider refused", "OidcTest"),
            Map.entry(
                    "goToProvider oidc-failed", "none: the provider's own description would have to change meanwhile"),
            Map.entry(
                    "exportOwnData not-found",
                    "none: the record of a token of the configuration is made at the start"));

    @AutoClose
    private static RunningServer server;

    private String[] session = {};

    /** Somebody who logs in when it is first needed, and shows the form token. */
    private String[] session() {
        if (session.length == 0) {
            session = logIn();
        }
        return session;
    }

    @BeforeAll
    static void start() {
        server = RunningServer.roomy();
        Contract.OF_API.forgetWhatWasSeen();
    }

    private static String[] logIn() {
        Reply reply =
                server.visitor().post("/api/v1/sessions", Browser.login(OWNER + "@example.org", Visitor.PASSWORD));
        String cookies = reply.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
        return new String[] {"Cookie", cookies, "X-Form-Token", Story.ok(reply).at("/formToken")};
    }

    @Test
    @Order(1)
    void aTokenThatNobodyHas() {
        exactly("token-unknown", operation -> ask("nobody", operation));
    }

    @Test
    @Order(1)
    void nobodyWhereSomebodyIsNeeded() {
        exactly("token-required", operation -> ask("", operation));
    }

    @Test
    @Order(1)
    void aTokenWhereOnlyALoginWillDo() {
        Set<String> notForTokensOfTheirOwn = Set.of("updateProfile", "askErasure", "dropErasureRequest");
        String program = personalToken("contribute");
        exactly(
                "session-required",
                operation -> notForTokensOfTheirOwn.contains(operation.id())
                        ? askOfOneself(program, operation)
                        : ask("demo-contributor-2", operation));
    }

    @Test
    @Order(1)
    void aTokenOfOnesOwnThatIsGoodForSomethingElse() {
        String program = personalToken("contribute");
        exactly("scope-missing", operation -> askOfOneself(program, operation));
    }

    @Test
    @Order(1)
    void somebodyWhoMayNot() {
        erase("demo-contributor");
        exactly("forbidden", operation -> ask("demo-contributor", operation));
    }

    @Test
    @Order(1)
    void aTypeThatThereIsNot() {
        exactly("not-acceptable", operation -> ask("demo-administrator", operation, "Accept", "image/png"));
    }

    @Test
    @Order(1)
    void aPageOfAnotherSite() {
        exactly("cross-site", operation -> ask("", operation, with(session(), "Sec-Fetch-Site", "cross-site")));
    }

    @Test
    @Order(1)
    void aSessionWithoutItsFormToken() {
        exactly("form-token-missing", operation -> ask("", operation, session()[0], session()[1]));
    }

    @Test
    @Order(1)
    void noVersionWhereOneIsNeeded() {
        exactly("version-required", operation -> send("demo-administrator", operation, NOBODY, operation.example()));
    }

    @Test
    @Order(1)
    void aVersionThatItNeverHad() {
        exactly(
                "stale-version",
                operation -> anyOf(
                        "stale-version",
                        operation,
                        operation.example(),
                        operation.says("version-required") ? "W/\"7\"" : "\"7\""));
    }

    @Test
    @Order(1)
    void aBodyOfAnotherTypeOrTooLargeOrNoJsonOrOfAnotherForm() {
        exactly(
                "media-type-unsupported",
                operation -> anyOf(
                        "media-type-unsupported", operation, operation.example(), "*", "Content-Encoding", "gzip"));
        exactly("json-malformed", operation -> anyOf("json-malformed", operation, "{", "*"));
        exactly("body-invalid", operation -> anyOf("body-invalid", operation, "{\"unheardOf\":1}", "*"));
        exactly("body-too-large", operation -> anyOf("body-too-large", operation, large(operation), "*"));
    }

    /** A file may have more than a request of the tests' client that is refused before it was read. */
    private static String large(Promised operation) {
        return "\"" + "x".repeat(operation.says("json-malformed") ? 1 << 20 : 1) + "\"";
    }

    @Test
    @Order(1)
    void whatIsNotThere() {
        Map<String, String> further = Map.of(
                "updateOrganisation", "{\"name\":\"Sample\",\"sector\":\"un\"}", "enrol", "{\"languages\":[\"en\"]}");
        exactly(
                "not-found",
                operation ->
                        anyOf("not-found", operation, further.getOrDefault(operation.id(), operation.example()), "*"));
    }

    @Test
    @Order(1)
    void whatWasTakenDown() {
        Story story = Story.published(server, "Sample: taken down");
        Story.ok(server.secretariat().post(story.path("/retraction"), "{\"reason\":\"A mistake.\"}"));
        exactly("gone", operation -> send("", operation, story.id(), operation.example()));
    }

    @Test
    @Order(1)
    void whatIsNotPossibleNow() {
        String gone = withdrawn().id();
        String judged = sentBack().id();
        String item = Story.practice(server, "Sample: taken back, mended");
        String message = discarded();
        exactly("wrong-stage", operation -> switch (operation.id()) {
            case "acceptSeat", "declineSeat", "recuse", "review" ->
                send("demo-reviewer-2", operation, judged, operation.example(), "If-Match", "*");
            case "retryMessage", "discardMessage" -> send("demo-secretariat", operation, message, "{}");
            case "revise" -> send("demo-contributor-2", operation, gone, item, "If-Match", "*");
            default ->
                first(
                        "wrong-stage",
                        token -> send(token, operation, gone, operation.example(), versioned(operation, "*")));
        });
    }

    /** With a draft of a further revision. */
    private static Story withdrawn() {
        Story story = Story.submitted(server, "Sample: taken back");
        Story.ok(server.secretariat().post(story.path("/return"), "{\"text\":\"Say where.\"}"));
        Story.ok(server.contributor().put(story.path("/draft"), Story.practice(server, "Sample: taken back, mended")));
        Story.ok(server.contributor().post(story.path("/withdrawal"), "{}"));
        return story;
    }

    /** By a panel that has judged it, and waits for changes. */
    private static Story sentBack() {
        Story story = Story.inReview(server, "Sample: sent back");
        List.of(2, 4, 5).forEach(number -> story.accept(number).review(number, "request-changes", "Say where."));
        return story;
    }

    /** A letter that nobody is sent any more. */
    private static String discarded() {
        String person = person("{\"name\":\"Sample\",\"email\":\"guest@example.org\"}");
        Story.ok(server.secretariat().post("/api/v1/people/" + person + "/invitation"));
        Reply letters = Await.until(
                () -> server.secretariat().get("/api/v1/messages?state=waiting&limit=100"),
                found -> found.each("/messages", "kind").contains("invitation"));
        String id = letters.each("/messages", "id")
                .get(letters.each("/messages", "kind").indexOf("invitation"));
        Story.ok(server.secretariat().post("/api/v1/messages/" + id + "/discard"));
        return id;
    }

    @Test
    @Order(1)
    void whatRulesSpeakAgainst() {
        whatRulesSayOfSubmissions();
        whatRulesSayOfRecords();
        whatRulesSayOfAccounts();
    }

    private static void whatRulesSayOfSubmissions() {
        Story story = Story.submitted(server, "Sample: refused");
        Client contributor = server.contributor();
        Client office = server.secretariat();
        String nothing = "{\"kind\":\"practice\",\"language\":\"en\"}";
        String overlong =
                "{\"kind\":\"practice\",\"language\":\"en\",\"texts\":{\"en\":{\"title\":\"%s\"}}}".formatted(TOO_LONG);
        refused(contributor.post("/api/v1/submissions", nothing));
        refused(contributor.post("/api/v1/attachments?name=sample.exe", "MZ"));
        refused(contributor.put(story.path("/draft"), overlong));
        refused(contributor.put(story.path("/working-copy"), overlong));
        refused(contributor.post(story.path("/submission"), "{}"));
        refused(contributor.post(story.path("/revisions"), nothing));
        refused(contributor.post(story.path("/withdrawal"), "{\"reason\":\"%s\"}".formatted(TOO_LONG)));
        for (String act : List.of("/return", "/decline", "/representation")) {
            refused(office.post(story.path(act), "{\"text\":\"%s\"}".formatted(TOO_LONG)));
        }
        refused(office.post(story.path("/retraction"), "{\"reason\":\"%s\"}".formatted(TOO_LONG)));
        refused(office.put(story.path("/feature"), "{\"sentences\":{\"en\":\"%s\"}}".formatted(TOO_LONG)));
        String oneself = server.person("demo-secretariat");
        refused(office.post(story.path("/panel"), "{\"reviewers\":[\"%s\"]}".formatted(oneself)));
        for (String act : List.of("/seats", "/seats/1/replacement", "/further-seat")) {
            refused(office.post(story.path(act), "{\"reviewer\":\"%s\"}".formatted(oneself)));
        }
        Story published = Story.published(server, "Sample: shown to nobody before others");
        refused(office.send("DELETE", published.path("/feature")));
        story.seat();
        whatRulesSayOfReviews(story);
    }

    private static void whatRulesSayOfReviews(Story story) {
        refused(server.secretariat().post(story.path("/round-closure")));
        Client reviewing = server.reviewer(2);
        for (String act : List.of("/refusal", "/recusal")) {
            refused(reviewing.post(story.path(act), "{\"reason\":\"%s\"}".formatted(TOO_LONG)));
        }
        story.accept(2);
        refused(story.tryReview(2, "approve", TOO_LONG));
        String elsewhere = "{\"organisation\":\"%s\",\"sector\":\"un\"}".formatted(organisation());
        Story.ok(server.secretariat().post("/api/v1/people/" + server.reviewerId(5) + "/affiliations", elsewhere));
        refused(server.reviewer(5).post(story.path("/acceptance")));
    }

    private static void whatRulesSayOfRecords() {
        Client office = server.secretariat();
        String person = person("{\"name\":\"Sample\"}");
        String organisation = organisation();
        String nameless = "{\"name\":\" \",\"sector\":\"un\"}";
        refused(office.post("/api/v1/organisations", nameless));
        refused(office.put("/api/v1/organisations/" + organisation, nameless));
        refused(office.post("/api/v1/people", "{\"name\":\" \"}"));
        refused(office.put("/api/v1/people/" + person + "/profile", "{\"name\":\" \"}"));
        refused(office.post(
                "/api/v1/reviewers",
                "{\"name\":\" \",\"organisation\":\"%s\",\"languages\":[\"en\"]}".formatted(organisation)));
        refused(office.put(
                "/api/v1/people/" + person + "/roster-entry",
                "{\"languages\":[\"en\"],\"conflicts\":[\"%s\"]}".formatted(NOBODY)));
        refused(office.post("/api/v1/people/" + person + "/invitation"));
        refused(office.post(
                "/api/v1/people/" + person + "/submissions",
                "{\"text\":\"%s\",\"item\":{\"kind\":\"practice\",\"language\":\"en\"}}".formatted(TOO_LONG)));
        String row = "[{\"sourceKey\":\"c\",\"language\":\"\",\"name\":\"\"}]";
        List.of("practices", "resources")
                .forEach(kind -> refused(server.contributor().post("/api/v1/imports/" + kind, row)));
        List.of("organisations", "roster").forEach(kind -> refused(office.post("/api/v1/imports/" + kind, row)));
    }

    private void whatRulesSayOfAccounts() {
        Client visitor = server.visitor();
        String weak = "{\"token\":\"%s\",\"password\":\"short\"}".formatted("x".repeat(43));
        refused(visitor.post(
                "/api/v1/registrations", "{\"email\":\"new@example.org\",\"name\":\"Sample\",\"password\":\"short\"}"));
        List.of("registrations/confirmation", "invitations/acceptance", "password-resets/confirmation")
                .forEach(spent -> refused(visitor.post("/api/v1/" + spent, weak)));
        refused(visitor.post("/api/v1/address-changes/confirmation", "{\"token\":\"%s\"}".formatted("x".repeat(43))));
        refused(visitor.post("/api/v1/me/tokens", "{\"name\":\" \",\"scopes\":[\"read\"]}", session()));
        refused(visitor.put(
                "/api/v1/me/password",
                "{\"present\":\"%s\",\"password\":\"short\"}".formatted(Visitor.PASSWORD),
                session()));
    }

    private static void refused(Reply reply) {
        assertThat(reply.code()).as(reply.text()).isEqualTo("refused");
    }

    @Test
    @Order(1)
    void somethingElseUnderTheSameKey() {
        String organisation = organisation();
        String item = "{\"kind\":\"practice\",\"language\":\"en\"}";
        Client office = server.secretariat();
        otherwise(server.contributor(), "submissions?draft=true", item, item.replace("practice", "resource"));
        otherwise(office, "organisations", "{\"name\":\"A\",\"sector\":\"un\"}", "{\"name\":\"B\",\"sector\":\"un\"}");
        otherwise(office, "people", "{\"name\":\"A\"}", "{\"name\":\"B\"}");
        String reviewer = "{\"name\":\"A\",\"organisation\":\"%s\",\"languages\":[\"en\"]}".formatted(organisation);
        otherwise(office, "reviewers", reviewer, reviewer.replace("\"A\"", "\"B\""));
        String letter = "{\"text\":\"A\",\"item\":%s}".formatted(item);
        String people = "people/" + person("{\"name\":\"Sample\"}") + "/submissions";
        otherwise(office, people, letter, letter.replace("\"A\"", "\"B\""));
    }

    private static void otherwise(Client client, String path, String first, String second) {
        String[] key = {"Idempotency-Key", "sample-key-" + path.replaceAll("[^a-z]", "")};
        Story.created(client.post("/api/v1/" + path, first, key));
        assertThat(client.post("/api/v1/" + path, second, key).code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    @Order(2)
    void whatIsTriedTooOften() {
        String login = Browser.login(OWNER + "@example.org", "not this one");
        String change = "{\"present\":\"not this one\",\"password\":\"gulls over the harbour\"}";
        Client visitor = server.visitor();
        untilTooOften("login-failed", () -> visitor.put("/api/v1/me/password", change, session()));
        untilTooOften("login-failed", () -> visitor.post("/api/v1/me/address-changes", login, session()));
        untilTooOften("login-failed", () -> visitor.post("/api/v1/sessions", login));
        String nobody = "{\"email\":\"nobody@example.org\"}";
        untilTooOften("", () -> visitor.post("/api/v1/password-resets", nobody));
        String registration =
                "{\"email\":\"new@example.org\",\"name\":\"Sample\",\"password\":\"gulls over the harbour\"}";
        untilTooOften("", () -> visitor.post("/api/v1/registrations", registration));
    }

    private static void untilTooOften(String before, Supplier<Reply> tried) {
        Reply reply = tried.get();
        for (int tries = 0; tries < 200 && reply.status() != 429; tries++) {
            assertThat(reply.code()).isEqualTo(before);
            reply = tried.get();
        }
        assertThat(reply.code()).isEqualTo("too-many-tries");
    }

    @Test
    @Order(3)
    void noWayToSayNoIsLeftThatNobodyHasMet() {
        Set<String> never = new TreeSet<>();
        Contract.OF_API.neverRefused().stream()
                .filter(refusal -> !ALIKE.contains(refusal.code()))
                .forEach(refusal -> never.add(refusal.toString()));
        assertThat(never).isEqualTo(new TreeSet<>(ELSEWHERE.keySet()));
    }

    /** Holds that an operation answers with a code if the description says so, and only then. */
    private static void exactly(String code, Function<Promised, Reply> asked) {
        List<String> wrong = new ArrayList<>();
        for (Promised operation : Contract.OF_API.described()) {
            Reply reply = asked.apply(operation);
            boolean isAsSaid = isTold(code, reply) == operation.says(code);
            if (!isAsSaid && !ELSEWHERE.containsKey(operation.id() + " " + code)) {
                wrong.add("%s: %d %s".formatted(operation.id(), reply.status(), reply.text()));
            }
        }
        assertThat(wrong).as(code).isEmpty();
    }

    private static boolean isTold(String code, Reply reply) {
        return reply.header("Content-Type").equals("application/problem+json")
                && !reply.text().isEmpty()
                && reply.code().equals(code);
    }

    /** What is told to the first of several who may do much, each something else, that is told this. */
    private Reply anyOf(String code, Promised operation, String body, String version, String... headers) {
        String[] all = versioned(operation, version, headers);
        return first(
                code,
                token -> token.isEmpty()
                        ? send("", operation, NOBODY, body, with(session(), all))
                        : send(token, operation, NOBODY, body, all));
    }

    private static Reply first(String code, Function<String, Reply> asked) {
        List<Reply> replies = Stream.of("demo-administrator", "demo-secretariat", "demo-contributor-2", "")
                .map(asked)
                .toList();
        return replies.stream().filter(reply -> isTold(code, reply)).findFirst().orElse(replies.get(0));
    }

    private static String[] versioned(Promised operation, String version, String... headers) {
        return operation.says("version-required") || !version.equals("*")
                ? with(headers, "If-Match", version)
                : headers;
    }

    private static Reply ask(String token, Promised operation, String... headers) {
        return send(token, operation, NOBODY, operation.example(), versioned(operation, "*", headers));
    }

    private static Reply askOfOneself(String token, Promised operation) {
        return send(token, operation, server.person(OWNER), operation.example(), versioned(operation, "*"));
    }

    private String personalToken(String scope) {
        String body = "{\"name\":\"x\",\"scopes\":[\"%s\"]}".formatted(scope);
        return Story.created(server.visitor().post("/api/v1/me/tokens", body, session()))
                .at("/token");
    }

    private static String person(String profile) {
        return Story.created(server.secretariat().post("/api/v1/people", profile))
                .id();
    }

    private static String organisation() {
        return Story.created(
                        server.secretariat().post("/api/v1/organisations", "{\"name\":\"Sample\",\"sector\":\"un\"}"))
                .id();
    }

    private static void erase(String token) {
        Story.ok(server.administrator().post("/api/v1/people/" + server.person(token) + "/erasure"));
    }

    /** Asks for something that isn't done, where it can be tried. */
    private static Reply send(String token, Promised operation, String id, String body, String... headers) {
        String address = operation
                .path()
                .replace("{id}", id)
                .replace("{organisation}", id)
                .replace("{number}", "1")
                .replace("{sha256}", "0".repeat(64));
        String query = switch (operation.id()) {
            case "uploadAttachment" -> "?name=sample.txt&dryRun=true";
            case "check" -> "?submission=" + id;
            case "listSubmissions" -> "?queue=reviews";
            default -> operation.triable() ? "?dryRun=true" : "";
        };
        Client client = server.as(token);
        return operation.method().equals("GET")
                ? client.get(address + query, headers)
                : client.unversioned(operation.method(), address + query, body.isEmpty() ? "{}" : body, headers);
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }
}
