package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.migrationhub.storage.jdbi.TestPostgres;

/** Two servers on one PostgreSQL know the same accounts. */
class SharedSessionsTest {

    private static final String ADMIN = "admin@example.org";
    private static final String PASSWORD = "the keys of the lighthouse";
    private static final Map<String, String> ENVIRONMENT =
            Map.of("HUB_ADMIN_EMAIL", ADMIN, "HUB_ADMIN_PASSWORD", PASSWORD);

    private static String[] database;
    private static RunningServer here;
    private static RunningServer there;

    @BeforeAll
    static void start() throws SQLException, IOException {
        String url = TestPostgres.newDatabase().url().replaceFirst("[?].*", "");
        database = new String[] {"--database-url", url, "--database-user", "postgres", "--database-pool", "6"};
        here = RunningServer.start(ENVIRONMENT, database);
        there = RunningServer.start(ENVIRONMENT, database);
    }

    @AfterAll
    static void stop() {
        there.close();
        here.close();
    }

    @Test
    void aSessionIsKnownToBothAndOutlivesARestart() {
        Browser browser = new Browser(here);
        assertThat(browser.logIn(ADMIN, PASSWORD).status()).isEqualTo(201);
        assertThat(browser.at(there).get("/api/v1/me").text()).contains("administrator");
        there.close();
        there = RunningServer.start(ENVIRONMENT, database);
        assertThat(browser.at(there).get("/api/v1/me/session").at("/formToken")).isEqualTo(browser.formToken());
        assertThat(browser.delete("/api/v1/me/session").status()).isEqualTo(204);
    }

    @Test
    void whatEndsOnOneEndsOnTheOther() {
        Browser browser = new Browser(here);
        browser.logIn(ADMIN, PASSWORD);
        String cookie = browser.cookie("hub");
        browser.at(there).delete("/api/v1/me/session");
        assertThat(new Browser(here)
                        .with("hub", cookie)
                        .get("/api/v1/me/session")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void thereIsOneAdministratorAndTheRoleIsNotLostInARace() {
        Browser admin = new Browser(here);
        admin.logIn(ADMIN, PASSWORD);
        assertThat(admin.get("/api/v1/accounts").json().at("/accounts")).hasSize(1);
        String other = account("second@example.org");
        String own = admin.get("/api/v1/me/account").id();
        for (int race = 0; race < 5; race++) {
            roles(admin, here, other, "contributor,administrator");
            Browser second = new Browser(there);
            second.logIn("second@example.org", PASSWORD);
            CompletableFuture<Reply> one =
                    CompletableFuture.supplyAsync(() -> roles(admin, here, other, "contributor"));
            Reply two = roles(second, there, own, "contributor");
            assertThat(List.of(one.join().status(), two.status()))
                    .containsAnyOf(200)
                    .doesNotContain(500);
            boolean kept = admin.at(here).get("/api/v1/journal").status() == 200;
            assertThat(kept || second.get("/api/v1/journal").status() == 200).isTrue();
            if (!kept) {
                roles(second, there, own, "contributor,administrator");
            }
        }
        roles(admin, here, other, "contributor");
    }

    @Test
    void aLinkIsUsedOnceWhicheverServerIsAsked() {
        register(here, "race@example.org");
        String token = new Mailbox(here, "race@example.org").token();
        List<Supplier<Reply>> clicks = List.of(() -> confirm(here, token), () -> confirm(there, token));
        List<CompletableFuture<Integer>> statuses = clicks.stream()
                .map(click -> CompletableFuture.supplyAsync(() -> click.get().status()))
                .toList();
        assertThat(statuses.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 422);
    }

    @Test
    void guessesAreCountedTogether() {
        account("guessed@example.org");
        List<CompletableFuture<Integer>> guesses = IntStream.range(0, 16)
                .mapToObj(guess -> CompletableFuture.supplyAsync(() -> new Browser(guess % 2 == 0 ? here : there)
                        .logIn("guessed@example.org", "wrong guess " + guess)
                        .status()))
                .toList();
        List<Integer> statuses = guesses.stream().map(CompletableFuture::join).toList();
        assertThat(statuses).containsOnly(401, 429);
        assertThat(statuses.stream().filter(status -> status == 401)).hasSize(10);
        Reply late = new Browser(here).logIn("guessed@example.org", PASSWORD);
        assertThat(late.code()).isEqualTo("too-many-tries");
        assertThat(Integer.parseInt(late.header("Retry-After"))).isBetween(1, 60);
    }

    /** PostgreSQL takes no NUL in a text, which an id would never have. */
    @Test
    void whatIsNoPlaceInAListIsRefused() {
        Browser admin = new Browser(here);
        admin.logIn(ADMIN, PASSWORD);
        JsonNode paths = here.visitor().get("/api/v1/openapi.json").json().path("paths");
        List<String> lists = paths.properties().stream()
                .filter(path -> path.getValue().path("get").toString().contains("\"cursor\""))
                .map(Map.Entry::getKey)
                .filter(path -> !path.contains("{"))
                .toList();
        assertThat(lists).contains("/api/v1/accounts").hasSizeGreaterThan(4);
        for (String list : lists) {
            for (String odd : List.of("%00", "x%00y", "%F0%9F%99%82")) {
                assertThat(admin.get(list + "?cursor=" + odd).status())
                        .as(list + " " + odd)
                        .isEqualTo(400);
            }
        }
        assertThat(admin.get("/api/v1/accounts/no-account").status()).isEqualTo(404);
    }

    private static Reply roles(Browser browser, RunningServer server, String account, String roles) {
        return browser.at(server)
                .put("/api/v1/accounts/" + account + "/roles", "{\"roles\":[\"" + roles.replace(",", "\",\"") + "\"]}");
    }

    /** The id of a new account. */
    private static String account(String email) {
        register(here, email);
        confirm(there, new Mailbox(here, email).token());
        Browser browser = new Browser(here);
        browser.logIn(email, PASSWORD);
        return browser.get("/api/v1/me/account").id();
    }

    private static void register(RunningServer server, String email) {
        Story.ok(server.visitor().post("/api/v1/registrations", """
                {"email": "%s", "name": "Sample person", "password": "%s"}""".formatted(email, PASSWORD)));
    }

    private static Reply confirm(RunningServer server, String token) {
        return server.visitor()
                .post(
                        "/api/v1/registrations/confirmation",
                        "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(token, PASSWORD));
    }
}
