package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every request passes on its way in, and every answer on its way out. */
class DoorsTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "HUB_CORS_ORIGINS", "https://pages.example.org, https://other.example.org",
            "HUB_LIMIT_REQUESTS", "50",
            "HUB_LIMIT_SEARCHES", "5",
            "HUB_LIMIT_UPLOADS", "3",
            "HUB_LIMIT_LOGINS", "3",
            "HUB_METRICS_TOKEN", "a-sample-token-of-metrics");
    private static final String ITEMS = "/api/v1/items";

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start(SETTINGS, "--demo", "--in-memory");
    }

    // What the client has already.

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        for (String path : List.of(ITEMS, item(), "/api/v1", "/api/v1/vocabulary?lang=ar", "/api/v1/openapi.json")) {
            Reply first = server.visitor().get(path);
            assertThat(first.header("ETag")).as(path).startsWith("W/\"");
            assertThat(first.header("Cache-Control")).isEqualTo("public, no-cache");
            assertThat(first.header("Vary")).contains("Accept-Language").contains("Authorization");
            Reply second = server.visitor().get(path, "If-None-Match", first.header("ETag"));
            assertThat(second.status()).as(path).isEqualTo(304);
            assertThat(second.text()).isEmpty();
            assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
            assertThat(server.visitor()
                            .get(path, "If-None-Match", "W/\"other\", " + first.header("ETag"))
                            .status())
                    .isEqualTo(304);
            assertThat(server.visitor().get(path, "If-None-Match", "\"other\"").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatWasTakenDownIsGoneForWhoeverHadIt() {
        server.makeRoom();
        Story story = Story.published(server, "Sample: had by many");
        String address = ITEMS + "/" + story.id();
        String tag = server.visitor().get(address).header("ETag");
        Story.ok(server.secretariat().post(story.path("/retraction"), "{\"reason\":\"Wrong.\"}"));
        assertThat(server.visitor().get(address, "If-None-Match", tag).status()).isEqualTo(410);
    }

    @Test
    void whatIsForOnePersonIsKeptByNobody() {
        Reply mine = server.contributor().get("/api/v1/submissions");
        assertThat(mine.header("Cache-Control")).isEqualTo("no-store");
        assertThat(mine.header("ETag")).isEmpty();
    }

    // Compression.

    @Test
    void textsAreSentCompressedToWhoeverTakesThat() throws IOException, InterruptedException {
        String plain = server.visitor().get(ITEMS).text();
        HttpResponse<byte[]> zipped = raw(ITEMS, "Accept-Encoding", "br, gzip;q=0.8");
        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(zipped.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
        assertThat(zipped.body().length).isLessThan(plain.length() / 3);
        assertThat(zipped.headers().firstValueAsLong("Content-Length")).hasValue(zipped.body().length);
        assertThat(unzipped(zipped.body())).isEqualTo(plain);
        assertThat(raw(ITEMS, "Accept-Encoding", "gzip;q=0").headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void whatABrowserGetsByItsCookiesIsNotCompressedUnlessAnybodyMayReadIt() throws IOException, InterruptedException {
        String[] browser = {"Accept-Encoding", "gzip", "Cookie", "session=sample"};
        assertThat(raw(ITEMS, browser).headers().firstValue("Content-Encoding")).contains("gzip");
        String[] own = {
            "Accept-Encoding", "gzip", "Cookie", "session=sample", "Authorization", "Bearer demo-administrator"
        };
        assertThat(raw("/api/v1/journal", own).headers().firstValue("Content-Encoding"))
                .isEmpty();
        String[] program = {"Accept-Encoding", "gzip", "Authorization", "Bearer demo-administrator"};
        HttpResponse<byte[]> journal = raw("/api/v1/journal", program);
        assertThat(journal.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(unzipped(journal.body()))
                .isEqualTo(server.administrator().get("/api/v1/journal").text());
    }

    @Test
    void headTellsTheLengthOfWhatGetWouldSend() throws IOException, InterruptedException {
        long sent = raw(ITEMS, "Accept-Encoding", "gzip").body().length;
        Reply head = server.visitor().send("HEAD", ITEMS, "Accept-Encoding", "gzip");
        assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(sent));
    }

    // Pages of others.

    @Test
    void pagesOfOthersReadTheApiWhereTheyAreNamed() {
        String origin = "https://pages.example.org";
        Reply read = server.visitor().get(ITEMS, "Origin", origin);
        assertThat(read.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(read.header("Access-Control-Expose-Headers")).contains("ETag");
        assertThat(read.header("Vary")).contains("Origin");
        Reply problem = server.visitor().get("/api/v1/submissions", "Origin", origin);
        assertThat(problem.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        Reply before = server.visitor()
                .send("OPTIONS", "/api/v1/submissions", "Origin", origin, "Access-Control-Request-Method", "POST");
        assertThat(before.status()).isEqualTo(204);
        assertThat(before.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(before.header("Access-Control-Allow-Headers")).contains("Idempotency-Key", "If-Match");
        for (Reply reply : List.of(read, problem, before)) {
            assertThat(reply.header("Access-Control-Allow-Credentials")).isEmpty();
        }
        for (String stranger : List.of("https://pages.example.org.evil.example", "null", "http://pages.example.org")) {
            assertThat(server.visitor().get(ITEMS, "Origin", stranger).header("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    // How often one may ask.

    @Test
    void whoeverAsksTooOftenIsToldWhenToAskAgainAndOthersAreNot() {
        String[] busy = {"X-Forwarded-For", "203.0.113.7"};
        Reply last = server.visitor().get(ITEMS, busy);
        for (int search = 1; search < 6; search++) {
            last = server.visitor().get(ITEMS, busy);
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.code()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 12);
        assertThat(server.visitor().get("/api/v1/vocabulary", busy).status()).isEqualTo(200);
        assertThat(server.visitor().get(ITEMS, "X-Forwarded-For", "203.0.113.8").status())
                .isEqualTo(200);
        assertThat(server.visitor()
                        .get(ITEMS, "X-Forwarded-For", "198.51.100.1, 203.0.113.7")
                        .status())
                .as("what the client itself has written into the field doesn't count")
                .isEqualTo(429);
    }

    @Test
    void aPageOfASearchIsASearch() {
        String[] busy = {"X-Forwarded-For", "203.0.113.21"};
        List<Integer> statuses = IntStream.range(0, 6)
                .mapToObj(search ->
                        server.visitor().get("/en/search?q=sample", busy).status())
                .toList();
        assertThat(statuses.subList(0, 5)).containsOnly(200);
        assertThat(statuses.get(5)).isEqualTo(429);
        assertThat(server.visitor().get("/en/", busy).status()).isEqualTo(200);
    }

    @Test
    void allRequestsTogetherHaveABudgetToo() {
        String[] busy = {"X-Forwarded-For", "2001:db8:1:2:3::4"};
        int answered = 0;
        while (server.visitor().get("/api/v1/me", busy).status() == 200) {
            answered++;
        }
        assertThat(answered).isBetween(50, 60);
        assertThat(server.visitor()
                        .get("/api/v1/me", "X-Forwarded-For", "2001:db8:1:2:ffff::1")
                        .status())
                .as("a network has one budget")
                .isEqualTo(429);
        assertThat(server.visitor().get("/api/v1/nowhere", busy).status()).isEqualTo(429);
    }

    @Test
    void uploadsHaveABudgetOfTheirOwn() {
        int status = 0;
        for (int upload = 0; upload < 4; upload++) {
            byte[] bytes = ("Sample " + upload).getBytes(StandardCharsets.UTF_8);
            status = server.contributor()
                    .post("/api/v1/attachments?name=a.txt", bytes, "X-Forwarded-For", "203.0.113.9")
                    .status();
        }
        assertThat(status).isEqualTo(429);
    }

    @Test
    void whoeverSearchesWithoutReadingSpendsTheBudgetOfSearches() {
        String[] busy = {"X-Forwarded-For", "203.0.113.20"};
        for (int search = 0; search < 6; search++) {
            server.visitor().send("HEAD", ITEMS, busy);
        }
        assertThat(server.visitor().get(ITEMS, busy).status()).isEqualTo(429);
    }

    @Test
    void everythingThatCouldTryASecretOrSendALetterHasTheBudgetOfLogins() {
        List<String> asking = List.of(
                "GET /api/v1/oidc/nobody/login",
                "GET /api/v1/oidc/nobody/callback",
                "POST /api/v1/me/address-changes",
                "PUT /api/v1/me/password",
                "POST /api/v1/sessions");
        for (int number = 0; number < asking.size(); number++) {
            String[] call = asking.get(number).split(" ");
            String[] busy = {"X-Forwarded-For", "203.0.113." + (30 + number)};
            List<Integer> statuses = IntStream.range(0, 4)
                    .mapToObj(
                            one -> server.visitor().send(call[0], call[1], busy).status())
                    .toList();
            assertThat(statuses.subList(0, 3)).as(call[1]).doesNotContain(429);
            assertThat(statuses.get(3)).as(call[1]).isEqualTo(429);
        }
    }

    /** A proxy on this machine may not write whose request it passes on. */
    @Test
    void whereOthersKnowTheSiteWhatComesFromThisMachineIsNotTheMachines() {
        Map<String, String> known = Map.of(
                "HUB_ADMIN_EMAIL", "admin@example.org",
                "HUB_SITE_ADDRESS", "https://hub.example.org",
                "HUB_LIMIT_SEARCHES", "2");
        try (RunningServer behind = RunningServer.start(known, "--in-memory")) {
            assertThat(behind.visitor().get("/metrics").status()).isEqualTo(404);
            behind.visitor().get(ITEMS);
            behind.visitor().get(ITEMS);
            assertThat(behind.visitor().get(ITEMS).status()).isEqualTo(429);
            assertThat(behind.visitor()
                            .get(ITEMS, "X-Forwarded-For", "203.0.113.7")
                            .status())
                    .isEqualTo(200);
        }
    }

    // Metrics.

    @Test
    void metricsTellOfRoutesAndNeverOfWhatSomebodyWrote() {
        server.visitor().get(ITEMS + "/a-secret-item");
        server.visitor().get("/a-secret-path");
        Reply metrics = server.as("a-sample-token-of-metrics").get("/metrics");
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.text())
                .contains(
                        "http_server_requests_seconds_count{method=\"GET\",route=\"/api/v1/items/{id}\",status=\"404\"}")
                .contains("hub_ready 1.0")
                .contains("hub_thread_alive{name=\"following\"} 1.0", "hub_thread_alive{name=\"postman\"} 1.0")
                .contains("hub_messages{state=\"dead\"} 0.0")
                .contains("jvm_memory_used_bytes")
                .doesNotContain("secret");
        assertThat(server.visitor().get("/metrics").status()).isEqualTo(404);
        assertThat(server.as("demo-administrator").get("/metrics").status()).isEqualTo(404);
    }

    @Test
    void withoutATokenTheMetricsAreForThisMachine() {
        try (RunningServer plain = RunningServer.demo()) {
            assertThat(plain.visitor().get("/metrics").status()).isEqualTo(200);
            assertThat(plain.visitor()
                            .get("/metrics", "X-Forwarded-For", "203.0.113.7")
                            .status())
                    .isEqualTo(404);
        }
    }

    private static String item() {
        return ITEMS + "/" + server.visitor().get(ITEMS + "?limit=1").at("/items/0/id");
    }

    private static HttpResponse<byte[]> raw(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.base() + path))
                .headers(headers)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }

    private static String unzipped(byte[] bytes) throws IOException {
        try (InputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
