package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.server.StartTest.refused;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.migrationhub.server.account.Account;

/** Logging in by a real identity provider, and showing its tokens. */
class OidcTest {

    private static final String AUDIENCE = "hub-api";
    private static final String CLIENT = "hub";
    private static final String ADMINISTRATOR = "0123456789abcdef0123456789abcdef";

    private static MockOAuth2Server provider;
    private static String issuer;
    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        int port = freePort();
        provider = new MockOAuth2Server();
        provider.start(port);
        issuer = "http://localhost:" + port + "/agency";
        Map<String, String> environment = new HashMap<>(settings(issuer));
        environment.put("HUB_TOKEN_ADA_SECRET", ADMINISTRATOR);
        environment.put("HUB_TOKEN_ADA_ROLES", "administrator");
        environment.put("HUB_TOKEN_ADA_NAME", "Sample administrator");
        environment.put("HUB_OIDC_AGENCY_HTTP", "loopback");
        environment.put("HUB_OIDC_AGENCY_AUDIENCE", AUDIENCE);
        environment.put("HUB_OIDC_AGENCY_CLAIM", "groups");
        environment.put("HUB_OIDC_AGENCY_ROLES", "hub-office=secretariat, hub-leads=moderator");
        server = RunningServer.start(environment, "--in-memory");
    }

    @AfterAll
    static void stop() {
        server.close();
        provider.shutdown();
    }

    @Test
    void whoeverTheProviderVouchesForComesInAsWhatItSays() {
        assertThat(server.visitor().get("/api/v1/oidc").each("/providers", "label"))
                .containsExactly("Sample agency");
        Browser ana = new Browser(server);
        Reply home = comeIn(ana, "ana", claims("ana@example.org", true, "hub-office", "others"));
        assertThat(home.status()).isEqualTo(303);
        assertThat(home.header("Location")).isEqualTo("/desk");
        assertThat(ana.cookie("hub-oidc")).isEmpty();
        assertThat(ana.get("/api/v1/me").text())
                .contains("secretariat", "contributor")
                .doesNotContain("moderator");
        assertThat(ana.get("/api/v1/me/session").at("/way")).isEqualTo("oidc:agency");
        assertThat(ana.get("/api/v1/me/data").at("/account/identities/0/subject"))
                .isEqualTo("ana");
        assertThat(ana.get("/api/v1/me/account").at("/hasPassword")).isEqualTo("false");
    }

    @Test
    void whatTheProviderSaysNoMoreIsTakenBackAndNothingElse() {
        Browser lena = new Browser(server);
        comeIn(lena, "lena", claims("lena@example.org", true, "hub-office", "hub-leads"));
        assertThat(lena.get("/api/v1/me").text()).contains("secretariat", "moderator");
        comeIn(new Browser(server), "lena", claims("lena@example.org", true, "hub-leads"));
        assertThat(lena.get("/api/v1/me").text())
                .contains("moderator", "contributor")
                .doesNotContain("secretariat");
        comeIn(new Browser(server), "lena", claims("lena@example.org", true, "hub-leads"));
        String person = lena.get("/api/v1/me").at("/person");
        assertThat(roles(person)).hasSize(3);
        assertThat(roles(person).get(0)).contains("registration", "[\"contributor\"]");
        assertThat(roles(person).subList(1, 3))
                .allSatisfy(entry -> assertThat(entry).contains("oidc-agency"));
    }

    /** What the journal holds of what somebody is. */
    private static List<String> roles(String person) {
        return journal("roles-changed", "person/" + person);
    }

    /** The entries in which these words stand. */
    private static List<String> journal(String... words) {
        return server.as(ADMINISTRATOR)
                .get("/api/v1/journal")
                .text()
                .lines()
                .filter(line -> Stream.of(words).allMatch(line::contains))
                .toList();
    }

    @Test
    void whoeverGoesToAProviderEndsWhereTheyWantedToGo() {
        Visitor nora = new Visitor(server);
        assertThat(nora.open(nora.open("/fr/account/tokens").header("Location")).text())
                .contains("/api/v1/oidc/agency/login?back=%2Ffr%2Faccount%2Ftokens");
        assertThat(comeIn(nora, "nora", "/fr/account/tokens").header("Location"))
                .isEqualTo("/fr/account/tokens");
        assertThat(comeIn(nora, "nora", "//elsewhere.example.org").header("Location"))
                .isEqualTo("/desk");
        assertThat(comeIn(nora, "nora", "/en/\\elsewhere").header("Location")).isEqualTo("/desk");
    }

    @Test
    void whatWasSentBeforeWaitsForWhoeverComesBackFromAProvider() {
        Visitor ida = new Visitor(server);
        comeIn(ida, "ida", "");
        String sent = "/en/desk/submissions/new/practice";
        ida.open(sent);
        Visitor out = new Visitor(server);
        Reply ended = out.send(sent, "language", "en", "do", "next", "partners/0/name", "Sample <partner>");
        assertThat(ended.status()).isEqualTo(401);
        assertThat(ended.text()).contains("action=\"/en/account/provider\"", "Sample &lt;partner>");
        Reply waits = out.send(
                "/en/account/provider",
                "provider",
                "agency",
                "again",
                sent,
                "kept.language",
                "en",
                "kept.do",
                "next",
                "kept.partners/0/name",
                "Sample <partner>");
        assertThat(waits.text()).contains("What you sent waits here", "/en/account/provider?provider=agency");
        assertThat(out.open("/en/account/provider?provider=agency").header("Location"))
                .isEqualTo("/api/v1/oidc/agency/login");
        assertThat(new Visitor(server).open("/en/account/again").status()).isEqualTo(303);
        assertThat(comeIn(out, "ida", "").header("Location")).isEqualTo("/account/again");
        for (int look = 0; look < 2; look++) { // a page can be looked at again
            assertThat(out.open("/en/account/again").text())
                    .contains("Send it once more", "action=\"" + sent, "Sample &lt;partner>");
        }
        assertThat(comeIn(out, "ida", "").header("Location")).isEqualTo("/desk");
        assertThat(ida.open("/en/account/again").header("Location")).isEqualTo("/en/desk");
    }

    @Test
    void whatWasSentIsForWhomOfThoseAtOneBrowserSeesItFirst() {
        Visitor shared = new Visitor(server);
        leave(shared, "Sample secret partner");
        assertThat(comeIn(shared, "uma", "").header("Location")).isEqualTo("/account/again");
        assertThat(comeIn(shared, "vera", "").header("Location")).isEqualTo("/desk");
        assertThat(shared.open("/en/account/again").header("Location")).isEqualTo("/en/desk");
        assertThat(comeIn(shared, "uma", "").header("Location")).isEqualTo("/account/again");
        assertThat(shared.open("/en/account/again").text()).contains("Sample secret partner");
    }

    @Test
    void whatWasSentIsForgottenOnceItIsSentAgainOrWhoeverSentItLeaves() {
        Visitor sends = new Visitor(server);
        leave(sends, "Sample partner");
        comeIn(sends, "wim", "");
        sends.open("/en/account/again");
        assertThat(sends.send(FORM, "language", "en", "do", "next").status()).isEqualTo(303);
        assertThat(sends.open("/en/account/again").header("Location")).isEqualTo("/en/desk");

        leave(sends, "Sample partner");
        comeIn(sends, "wim", "");
        assertThat(sends.open("/en/account/again").text()).contains("Sample partner");
        sends.send("/en/account/logout");
        comeIn(sends, "wim", "");
        assertThat(sends.open("/en/account/again").header("Location")).isEqualTo("/en/desk");
        assertThat(rows("waiting")).noneMatch(row -> row.contains("Sample+partner"));
    }

    private static final String FORM = "/en/desk/submissions/new/practice";

    private static void leave(Visitor visitor, String partner) {
        Reply waits = visitor.send(
                "/en/account/provider", "provider", "agency", "again", FORM, "kept.partners/0/name", partner);
        assertThat(waits.text()).contains("What you sent waits here");
    }

    private static List<String> rows(String table) {
        return new Registrants(server).rows(table);
    }

    /** Goes to the provider, wanting to go on to a page, and comes back. */
    private static Reply comeIn(Visitor visitor, String subject, String back) {
        provider.enqueueCallback(new DefaultOAuth2TokenCallback(
                "agency", subject, "JWT", List.of(CLIENT), claims(subject + "@example.org", true)));
        String address =
                visitor.open("/api/v1/oidc/agency/login?back=" + encoded(back)).header("Location");
        String callback = new Client("", "").get(address).header("Location");
        return visitor.open(callback.substring(server.base().length()));
    }

    @Test
    void whoHasAnAccountWithTheVerifiedAddressIsTheSamePerson() {
        String person = registered("tom@example.org").person().value();
        Browser tom = new Browser(server);
        comeIn(tom, "tom", claims("Tom@Example.org", true));
        assertThat(tom.get("/api/v1/me").at("/person")).isEqualTo(person);
        comeIn(tom, "tom", claims("another@example.org", true));
        assertThat(tom.get("/api/v1/me").at("/person")).isEqualTo(person);
    }

    @Test
    void anAddressThatNobodyVerifiedLinksToNothing() {
        registered("eva@example.org");
        for (Object verified : new Object[] {false, "no", 1}) {
            Browser thief = new Browser(server);
            Map<String, Object> claims = new HashMap<>(claims("eva@example.org", true));
            claims.put("email_verified", verified);
            Reply reply = comeIn(thief, "thief", claims);
            assertThat(reply.code()).isEqualTo("oidc-failed");
            assertThat(thief.cookie("hub")).isEmpty();
        }
        Browser unsaid = new Browser(server);
        assertThat(comeIn(unsaid, "thief", Map.of("email", "eva@example.org")).status())
                .isEqualTo(401);
    }

    @Test
    void onlyTheBrowserThatWentComesBackAndOnlyOnce() {
        Browser rosa = new Browser(server);
        String back = go(rosa, "rosa", claims("rosa@example.org", true));
        assertThat(new Browser(server).get(back).code()).isEqualTo("oidc-failed");
        Browser other = new Browser(server);
        other.get("/api/v1/oidc/agency/login");
        assertThat(other.get(back).code()).isEqualTo("oidc-failed");
        String kept = rosa.cookie("hub-oidc");
        assertThat(rosa.get(back).status()).isEqualTo(303);
        assertThat(new Browser(server).with("hub-oidc", kept).get(back).code()).isEqualTo("oidc-failed");
    }

    @Test
    void anAnswerToAnotherQuestionIsNone() {
        Browser vera = new Browser(server);
        Map<String, Object> claims = new HashMap<>(claims("vera@example.org", true));
        claims.put("nonce", "of another login");
        assertThat(comeIn(vera, "vera", claims).code()).isEqualTo("oidc-failed");
        assertThat(vera.get("/api/v1/oidc/agency/callback?error=access_denied&state=x")
                        .code())
                .isEqualTo("oidc-failed");
        assertThat(server.visitor().get("/api/v1/oidc/nobody/login").status()).isEqualTo(404);
    }

    @Test
    void aTokenOfTheProviderActsForWhomItVouches() {
        Client olga = server.as(token("agency", AUDIENCE, 3_600, claims("olga@example.org", true, "hub-leads")));
        assertThat(olga.get("/api/v1/me").text()).contains("contributor", "moderator");
        Client plain = server.as(token("agency", AUDIENCE, 3_600, Map.of()));
        assertThat(plain.get("/api/v1/me").text()).contains("contributor").doesNotContain("moderator");
        assertThat(plain.get("/api/v1/me/tokens").code()).isEqualTo("session-required");
    }

    /** Such a role holds for a request, so no entry grants it: the entry of what was done by it tells that it was had. */
    @Test
    void whatIsDoneByARoleOfATokenIsInTheJournalWithThatRole() {
        Client olga = server.as(token("agency", AUDIENCE, 3_600, claims("olga@example.org", true, "hub-office")));
        String person = olga.get("/api/v1/me").at("/person");
        Story.created(olga.post("/api/v1/organisations", "{\"name\":\"Sample body of olga\",\"sector\":\"un\"}"));
        assertThat(journal("Sample body of olga", "organisation-recorded"))
                .singleElement()
                .asString()
                .contains("{\"person\":\"%s\",\"roles\":[\"contributor\",\"secretariat\",\"visitor\"]}"
                        .formatted(person));
        assertThat(roles(person)).noneMatch(entry -> entry.contains("secretariat"));
    }

    @Test
    void aTokenThatIsntForUsOrIsntTheProvidersIsNobodys() throws JOSEException {
        Map<String, Object> claims = claims("mallory@example.org", true);
        JWTClaimsSet forged = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("olga")
                .audience(AUDIENCE)
                .claim("email", "mallory@example.org")
                .claim("email_verified", true)
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build();
        SignedJWT shared = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), forged);
        shared.sign(new MACSigner("0123456789abcdef0123456789abcdef"));
        for (String token : List.of(
                token("agency", CLIENT, 3_600, claims),
                token("agency", AUDIENCE, -3_600, claims),
                token("stranger", AUDIENCE, 3_600, claims),
                token("agency", AUDIENCE, 3_600, claims).replaceFirst("[.][^.]*[.]", ".e30."),
                shared.serialize(),
                new PlainJWT(forged).serialize())) {
            assertThat(server.as(token).get("/api/v1/me").code()).as(token).isEqualTo("token-unknown");
        }
    }

    @Test
    void whatTellsAClientWhoSomebodyIsLetsNoProgramAct() {
        for (Map.Entry<String, String> mark :
                Map.of("at_hash", "x", "c_hash", "x", "typ", "ID").entrySet()) {
            Map<String, Object> claims = new HashMap<>(claims("mallory@example.org", true));
            claims.put(mark.getKey(), mark.getValue());
            assertThat(server.as(token("agency", AUDIENCE, 3_600, claims))
                            .get("/api/v1/me")
                            .code())
                    .as(mark.getKey())
                    .isEqualTo("token-unknown");
        }
        Map<String, String> same = new HashMap<>(settings("https://id.example.org"));
        same.put("HUB_OIDC_AGENCY_AUDIENCE", CLIENT);
        assertThat(refused(same, "--demo"))
                .singleElement()
                .asString()
                .startsWith("HUB_OIDC_AGENCY_AUDIENCE: ")
                .contains("remove it");
    }

    @Test
    void whoComesByATokenWithAnOddNameIsLetInAndWhoCantBeIsNoFault() {
        Map<String, Object> odd = new HashMap<>(claims("odd@example.org", true));
        odd.put("name", "\u202eodd\u0000");
        String person = comeInByToken("odd", odd).at("/person");
        assertThat(comeInByToken("odd", odd).at("/person")).isEqualTo(person).isNotEmpty();
        Map<String, Object> invisible = new HashMap<>(claims("\u3164@example.org", true));
        invisible.put("name", "\u3164");
        assertThat(comeInByToken("invisible", invisible).code()).isEqualTo("token-unknown");
        assertThat(comeIn(new Browser(server), "invisible", invisible).code()).isEqualTo("refused");
    }

    private static Reply comeInByToken(String subject, Map<String, Object> claims) {
        return server.as(provider.issueToken(
                                "agency",
                                CLIENT,
                                new DefaultOAuth2TokenCallback("agency", subject, "JWT", List.of(AUDIENCE), claims))
                        .serialize())
                .get("/api/v1/me");
    }

    @Test
    void aProviderIsAskedOverTlsUnlessATestSaysOtherwise() {
        assertThat(refused(settings("http://localhost:1/agency"), "--demo"))
                .singleElement()
                .asString()
                .startsWith("HUB_OIDC_AGENCY_ISSUER: ")
                .contains("http = loopback");
        Map<String, String> elsewhere = new HashMap<>(settings("http://id.example.org"));
        elsewhere.put("HUB_OIDC_AGENCY_HTTP", "loopback");
        assertThat(refused(elsewhere, "--demo")).singleElement().asString().contains("TLS");
        Map<String, String> wrong = new HashMap<>(settings("https://id.example.org"));
        wrong.put("HUB_OIDC_AGENCY_ROLES", "x=king");
        wrong.put("HUB_OIDC_AGENCY_HTTP", "yes");
        assertThat(refused(wrong, "--demo")).hasSize(3);
    }

    @Test
    void aProviderThatDoesntAnswerIsA503() throws IOException {
        try (RunningServer alone = RunningServer.start(
                Map.of(
                        "HUB_ADMIN_EMAIL",
                        "admin@example.org",
                        "HUB_OIDC_GONE_ISSUER",
                        "http://localhost:" + freePort() + "/gone",
                        "HUB_OIDC_GONE_CLIENT",
                        CLIENT,
                        "HUB_OIDC_GONE_HTTP",
                        "loopback"),
                "--in-memory")) {
            Reply reply = alone.visitor().get("/api/v1/oidc/gone/login");
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("Retry-After")).isNotEmpty();
        }
    }

    private static Map<String, String> settings(String address) {
        return Map.of(
                "HUB_ADMIN_EMAIL", "admin@example.org",
                "HUB_OIDC_AGENCY_ISSUER", address,
                "HUB_OIDC_AGENCY_LABEL", "Sample agency",
                "HUB_OIDC_AGENCY_CLIENT", CLIENT,
                "HUB_OIDC_AGENCY_SECRET", "a secret of the client");
    }

    private static Map<String, Object> claims(String email, boolean verified, String... groups) {
        return Map.of("email", email, "email_verified", verified, "name", "Sample person", "groups", List.of(groups));
    }

    /** Goes to the provider and comes back. */
    private static Reply comeIn(Browser browser, String subject, Map<String, Object> claims) {
        return browser.get(go(browser, subject, claims));
    }

    /** Goes to the provider, which sends the browser back to this path. */
    private static String go(Browser browser, String subject, Map<String, Object> claims) {
        provider.enqueueCallback(new DefaultOAuth2TokenCallback("agency", subject, "JWT", List.of(CLIENT), claims));
        String address = browser.get("/api/v1/oidc/agency/login").header("Location");
        assertThat(address)
                .startsWith(issuer)
                .contains("code_challenge_method=S256", "state=", "nonce=", "response_type=code");
        String back = new Client("", "").get(address).header("Location");
        assertThat(back).startsWith(server.base() + "/api/v1/oidc/agency/callback?");
        return back.substring(server.base().length());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String token(String by, String audience, long seconds, Map<String, Object> claims) {
        return provider.issueToken(
                        by,
                        CLIENT,
                        new DefaultOAuth2TokenCallback(by, "olga", "JWT", List.of(audience), claims, seconds))
                .serialize();
    }

    /** Somebody with an account and a password. */
    private static Account registered(String email) {
        Story.ok(server.visitor().post("/api/v1/registrations", """
                {"email": "%s", "name": "Sample person", "password": "gulls over the harbour"}""".formatted(email)));
        return server.server()
                .accounts()
                .registration()
                .confirm(new Mailbox(server, email).token(), "gulls over the harbour");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
