package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.migrationhub.server.message.Await;

/**
 * Everything that the description promises is asked for and succeeds, by whoever may; {@link Client} holds each answer
 * against the description. In the end no operation may be left that nobody has succeeded with.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryOperationTest {

    private static final String API = "/api/v1/";
    private static final String CLIENT = "hub";
    private static final String PASSWORD = "gulls over the harbour";

    private static MockOAuth2Server provider;
    private static RunningServer server;

    /** Under the policy in which a further seat can be called for. */
    @BeforeAll
    static void start() throws IOException {
        int port = freePort();
        provider = new MockOAuth2Server();
        provider.start(port);
        Map<String, String> environment = Map.of(
                "HUB_OIDC_AGENCY_ISSUER", "http://localhost:" + port + "/agency",
                "HUB_OIDC_AGENCY_HTTP", "loopback",
                "HUB_OIDC_AGENCY_LABEL", "Sample agency",
                "HUB_OIDC_AGENCY_CLIENT", CLIENT,
                "HUB_OIDC_AGENCY_SECRET", "a secret of the client");
        server = RunningServer.start(environment, "--demo", "--in-memory", "--policy", "gcm-2020");
        Contract.OF_API.forgetWhatWasSeen();
        server.makeRoom();
    }

    @AfterAll
    static void stop() {
        server.close();
        provider.shutdown();
    }

    @Test
    @Order(1)
    void whatAnybodyMayRead() {
        Client visitor = server.visitor();
        List.of("/healthz", "/readyz", "/metrics", "/api/v1").forEach(path -> ok(visitor.get(path)));
        List.of("openapi.json", "docs", "problems", "vocabulary", "me", "oidc")
                .forEach(path -> ok(visitor.get(API + path)));
        String item =
                ok(visitor.get(API + "items?q=rescue&country=NER&limit=3")).at("/items/0/id");
        ok(visitor.get(API + "items?q=comunnity"));
        ok(visitor.get(API + "suggestions?q=com"));
        ok(visitor.get(API + "items/" + item + "/similar"));
        ok(visitor.get(API + "items/" + item + "/citation.bib"));
        ok(visitor.get(API + "items/" + item + "/citation.ris?lang=fr"));
        ok(visitor.get(API + "featured?limit=1"));
        Reply read = ok(visitor.get(API + "items/" + item));
        ok(visitor.get(API + "items/" + item + "/attachments/" + read.at("/content/attachments/0/sha256")));
        assertThat(visitor.get(API + "items/" + item, "If-None-Match", read.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    @Order(1)
    void whatASubmitterDoes() {
        Client submitter = server.contributor();
        byte[] file = "Sample text".getBytes(StandardCharsets.UTF_8);
        for (String tried : List.of("&dryRun=true", "")) {
            ok(submitter.post(API + "attachments?name=sample.txt" + tried, file, "Content-Type", "text/plain"));
        }
        String item = Story.practice(server, "Sample: breakwaters");
        ok(submitter.post(API + "checks", item));
        ok(submitter.post(API + "submissions?dryRun=true", item));
        String draft = ok(submitter.post(API + "submissions?draft=true", "{\"kind\":\"practice\",\"language\":\"en\"}"))
                .header("Location");
        ok(submitter.put(draft + "/draft", item));
        ok(submitter.get(draft + "/draft"));
        ok(submitter.put(draft + "/working-copy", item));
        ok(submitter.get(draft + "/working-copy"));
        ok(submitter.send("DELETE", draft + "/working-copy"));
        ok(submitter.post(draft + "/submission", "{}"));
        ok(submitter.get(draft));
        ok(submitter.get(draft + "/revisions/1"));
        ok(submitter.get(draft + "/disclosure"));
        List.of("mine", "reviews", "reviewed")
                .forEach(queue -> ok(submitter.get(API + "submissions?limit=2&queue=" + queue)));
        ok(submitter.post(draft + "/withdrawal", "{\"reason\":\"Later.\"}"));
    }

    @Test
    @Order(1)
    void whatTheSecretariatAndReviewersDo() {
        Client office = server.secretariat();
        Story story = Story.submitted(server, "Sample: sea marks");
        ok(office.post(story.path("/return"), "{\"text\":\"Say where.\"}"));
        ok(server.contributor().post(story.path("/revisions"), Story.practice(server, "Sample: sea marks of Niger")));
        ok(office.get(story.path("/candidates?limit=3")));
        story.seat();
        ok(server.reviewer(2).post(story.path("/refusal"), "{\"reason\":\"No time.\"}"));
        ok(office.post(story.path("/seats"), reviewer(3)));
        story.accept(4);
        ok(server.reviewer(4).post(story.path("/recusal"), "{\"reason\":\"We are neighbours.\"}"));
        ok(office.post(story.path("/seats"), reviewer(6)));
        ok(office.post(story.path("/seats/3/replacement"), reviewer(7)));
        List.of(3, 6, 7).forEach(story::accept);
        ok(server.reviewer(3).get(story.path("/disclosure")));
        story.review(3, "approve", "").review(6, "request-changes", "Say for whom.");
        story.review(7, "approve", "");
        ok(office.post(story.path("/further-seat"), reviewer(5)));
        List.of("all", "overdue").forEach(queue -> ok(office.get(API + "submissions?limit=100&queue=" + queue)));
        ok(office.get(story.path("")));
        ok(office.get(story.path("/journal")));
        ok(office.get(story.path("/journal"), "Accept", "application/x-ndjson"));

        Story lost = Story.inReview(server, "Sample: a lost round").accept(2).review(2, "decline", "Not a practice.");
        lost.accept(4).review(4, "decline", "Not a practice.");
        ok(office.post(lost.path("/round-closure")));
        ok(office.post(Story.submitted(server, "Sample: no practice").path("/decline"), "{\"text\":\"No practice.\"}"));
    }

    @Test
    @Order(1)
    void whatIsDoneOnASubmittersBehalf() {
        Client office = server.secretariat();
        String person = ok(office.post(API + "people", "{\"name\":\"Sample correspondent\"}"))
                .header("Location");
        String item = Story.practice(server, "Sample: sent by letter");
        String body = "{\"text\":\"By letter.\",\"item\":%s}".formatted(item);
        ok(office.post(person + "/submissions?dryRun=true", body));
        Reply begun = ok(office.post(person + "/submissions", body));
        ok(office.post(API + "checks?submission=" + begun.id(), item));
        ok(office.get(begun.header("Location")));
        Story taken = Story.submitted(server, "Sample: taken over");
        ok(office.post(taken.path("/representation"), "{\"text\":\"By telephone.\"}"));
        ok(server.contributor().get(taken.path("")));
        ok(server.administrator().get(taken.path("/journal")));
    }

    @Test
    @Order(1)
    void howAnItemIsFeaturedAndTakenDown() {
        String listed = ok(server.visitor().get(API + "items?limit=1")).at("/items/0/id");
        String path = API + "submissions/" + listed;
        String file = ok(server.secretariat().get(path + "/revisions/1")).at("/content/attachments/0/sha256");
        ok(server.secretariat().get(path + "/attachments/" + file));
        String sentence = "{\"sentences\":{\"en\":\"Sample: many came.\",\"fr\":\"Exemple : elles sont venues.\"}}";
        ok(server.secretariat().put(path + "/feature", sentence));
        ok(server.visitor().get(API + "items/" + listed));
        ok(server.secretariat().send("DELETE", path + "/feature"));
        ok(server.secretariat().post(path + "/retraction", "{\"reason\":\"It was a mistake.\"}"));
        assertThat(server.visitor().get(API + "items/" + listed).status()).isEqualTo(410);
    }

    @Test
    @Order(1)
    void howTheSecretariatActsForSomebody() {
        Client office = server.secretariat();
        String why = "\"text\":\"Sample: by letter.\"";
        Story story = Story.submitted(server, "Sample: by letter");
        ok(office.post(story.path("/representation"), "{" + why + "}"));
        String person = ok(office.post(API + "people", "{\"name\":\"Sample correspondent\"}"))
                .id();
        String item = "{" + why + ",\"item\":" + Story.practice(server, "Sample: by post") + "}";
        for (String tried : List.of("?dryRun=true", "")) {
            ok(office.post(API + "people/" + person + "/submissions" + tried, item));
        }
    }

    @Test
    @Order(1)
    void howRecordsAreKept() {
        Client office = server.secretariat();
        String body = "{\"name\":\"Sample league\",\"sector\":\"non-un\",\"aliases\":[\"SL\"]}";
        ok(office.post(API + "organisations?dryRun=true", body));
        Reply organisation = ok(office.post(API + "organisations", body));
        String league = organisation.header("Location");
        ok(office.put(league, body.replace("league", "league of cities")));
        ok(office.get(league));
        ok(office.get(API + "organisations?q=sample&limit=2"));

        String person = ok(office.post(API + "people", "{\"name\":\"Sample\",\"email\":\"keeper@example.org\"}"))
                .header("Location");
        ok(office.post(
                person + "/affiliations",
                "{\"organisation\":\"%s\",\"sector\":\"non-un\",\"beside\":false}".formatted(organisation.id())));
        ok(office.send("DELETE", person + "/affiliations/" + organisation.id()));
        ok(office.put(person + "/profile", "{\"name\":\"Sample keeper\",\"email\":\"keeper@example.org\"}"));
        ok(office.put(person + "/roster-entry", """
                {"languages":["en"],"expertise":["objective-1"],"capacity":4,"conflicts":["%s"],
                 "absences":[{"from":"2030-01-01T00:00:00Z","until":"2030-02-01T00:00:00Z"}]}
                """.formatted(organisation.id())));
        ok(office.get(person));
        ok(office.get(API + "people?roster=true&limit=100"));
        ok(office.send("DELETE", person + "/roster-entry"));
        ok(server.administrator().post(person + "/erasure"));
        ok(office.get(person));
        ok(office.post(
                API + "reviewers",
                "{\"name\":\"Sample scholar\",\"organisation\":\"%s\",\"languages\":[\"en\"]}"
                        .formatted(organisation.id())));
    }

    @Test
    @Order(1)
    void whatAnAdministratorDoes() {
        Client administrator = server.administrator();
        ok(administrator.get(API + "journal"));
        ok(administrator.post(API + "journal/checkpoints"));
        ok(administrator.post(API + "index/rebuild"));
        ok(administrator.get(API + "index"));
        Reply accounts = ok(administrator.get(API + "accounts?limit=100"));
        JsonNode other = accounts.json()
                .path("accounts")
                .valueStream()
                .filter(one -> !one.path("roles").toString().contains("administrator"))
                .findFirst()
                .orElseThrow();
        String account = API + "accounts/" + other.path("id").asText();
        ok(administrator.get(account));
        ok(administrator.put(account + "/roles?dryRun=true", "{\"roles\":[\"contributor\",\"editor\"]}"));
    }

    @Test
    @Order(1)
    void howFilesOfManyRowsComeIn() {
        String item = "{\"sourceKey\":\"a\",\"language\":\"en\",\"texts\":{\"en\":{\"title\":\"Sample\"}}}";
        for (String kind : List.of("practices", "resources")) {
            imported(server.contributor(), kind, "[" + item + "]");
        }
        imported(
                server.secretariat(),
                "organisations",
                "[{\"sourceKey\":\"a\",\"name\":\"Sample body\",\"sector\":\"un\"}]");
        imported(
                server.secretariat(),
                "roster",
                "[{\"sourceKey\":\"b\",\"name\":\"Sample rower\",\"organisation\":\"a\",\"languages\":[\"en\"]}]");
    }

    private static void imported(Client client, String kind, String rows) {
        ok(client.get(API + "imports/" + kind + "/template"));
        ok(client.post(API + "imports/" + kind + "?dryRun=true", rows));
        ok(client.post(API + "imports/" + kind, rows));
        assertThat(client.post(API + "imports/" + kind, "[{\"sourceKey\":\"c\",\"language\":\"\",\"name\":\"\"}]")
                        .status())
                .isEqualTo(422);
    }

    @Test
    @Order(1)
    void howSomebodyComesByAnAccountAndKeepsIt() {
        String address = "ana@example.org";
        Client visitor = server.visitor();
        ok(visitor.post(API + "registrations", """
                {"email":"%s","name":"Sample person","password":"%s"}""".formatted(address, PASSWORD)));
        ok(visitor.post(API + "registrations/confirmation", withPassword(token(address), PASSWORD)));
        Browser ana = new Browser(server);
        ok(ana.logIn(address, PASSWORD));
        List.of("session", "sessions", "account", "tokens", "data").forEach(own -> ok(ana.get(API + "me/" + own)));
        ok(ana.put(API + "me/language", "{\"language\":\"en\"}"));
        for (String tried : List.of("?dryRun=true", "")) {
            ok(ana.post(API + "me/tokens" + tried, "{\"name\":\"import\",\"scopes\":[\"contribute\"]}"));
        }
        String token = ok(ana.get(API + "me/tokens")).at("/tokens/0/id");
        ok(ana.get(API + "me/data"));
        ok(ana.delete(API + "me/tokens/" + token));
        ok(ana.put(API + "me/password", "{\"present\":\"%s\",\"password\":\"another long word\"}".formatted(PASSWORD)));
        ok(ana.post(API + "me/address-changes", Browser.login("ana.2@example.org", "another long word")));
        ok(visitor.post(
                API + "address-changes/confirmation", "{\"token\":\"%s\"}".formatted(token("ana.2@example.org"))));
        ok(visitor.post(API + "password-resets", "{\"email\":\"ana.2@example.org\"}"));
        ok(visitor.post(API + "password-resets/confirmation", withPassword(token("ana.2@example.org"), PASSWORD)));
        howSessionsEnd("ana.2@example.org");
    }

    private static void howSessionsEnd(String address) {
        Browser here = new Browser(server);
        ok(here.logIn(address, PASSWORD));
        ok(new Browser(server).logIn(address, PASSWORD));
        Reply sessions = ok(here.get(API + "me/sessions"));
        String other = sessions.at(sessions.at("/sessions/0/present").isEmpty() ? "/sessions/0/id" : "/sessions/1/id");
        ok(here.delete(API + "me/sessions/" + other));
        ok(here.put(API + "me/erasure-request", "{}"));
        ok(here.get(API + "me/erasure-request"));
        ok(server.secretariat().get(API + "erasure-requests"));
        ok(here.get(API + "me/data"));
        ok(here.delete(API + "me/erasure-request"));
        ok(here.delete(API + "me/session"));
        ok(here.logIn(address, PASSWORD));
        ok(here.delete(API + "me/sessions"));
    }

    @Test
    @Order(1)
    void howSomebodyIsInvitedAndLettersAreLookedAfter() {
        Client office = server.secretariat();
        String person = API + "people/"
                + ok(office.post(API + "people", "{\"name\":\"Sample\",\"email\":\"guest@example.org\"}"))
                        .id();
        ok(office.post(person + "/invitation"));
        Reply letters = Await.until(
                () -> ok(office.get(API + "messages?state=waiting&limit=100")),
                found -> found.each("/messages", "kind").contains("invitation"));
        String letter = API + "messages/"
                + letters.each("/messages", "id")
                        .get(letters.each("/messages", "kind").indexOf("invitation"));
        ok(server.administrator().get(letter));
        ok(office.post(letter + "/retry"));
        ok(server.visitor().post(API + "invitations/acceptance", withPassword(token("guest@example.org"), PASSWORD)));
        ok(office.post(letter + "/discard"));
    }

    @Test
    @Order(1)
    void howSomebodyComesInByAnIdentityProvider() {
        Map<String, Object> claims = Map.of("email", "lena@example.org", "email_verified", true, "name", "Sample");
        provider.enqueueCallback(new DefaultOAuth2TokenCallback("agency", "lena", "JWT", List.of(CLIENT), claims));
        Browser lena = new Browser(server);
        String there = ok(lena.get(API + "oidc/agency/login")).header("Location");
        String back = new Client("", "").get(there).header("Location");
        ok(lena.get(back.substring(server.base().length())));
        ok(lena.get(API + "me/data"));
    }

    @Test
    @Order(2)
    void noOperationIsLeftThatNobodyHasSucceededWith() {
        Contract contract = Contract.OF_API;
        System.out.printf(
                "Contract: %d of %d operations were seen to succeed as described%n",
                contract.size() - contract.neverSucceeded().size(), contract.size());
        assertThat(contract.neverSucceeded()).isEmpty();
    }

    private static Reply ok(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isBetween(200, 303);
        return reply;
    }

    private static String reviewer(int number) {
        return "{\"reviewer\":\"%s\"}".formatted(server.reviewerId(number));
    }

    private static String token(String address) {
        return new Mailbox(server, address).token();
    }

    private static String withPassword(String token, String password) {
        return "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(token, password);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
