package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is answered. */
class SiteTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final Pattern NEXT = Pattern.compile("<a rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern ITEM = Pattern.compile("<h3><a href=\"(/en/practices/[^\"]+)\"");

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.roomy();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr-CH, fr;q=0.9 | /fr/",
                "ar | /ar/",
                "zh-Hant-TW;q=0.8, ru;q=0.7 | /zh/",
                "de | /en/",
                "'' | /en/",
                "=;;q | /en/"
            })
    void theFirstPageIsInTheLanguageOfTheBrowser(String accepted, String address) {
        Reply reply = server.visitor().get("/", "Accept-Language", accepted.isEmpty() ? " " : accepted);
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location")).isEqualTo(address);
        assertThat(reply.header("Vary")).contains("Accept-Language");
    }

    @Test
    void anAddressWithoutItsSlashLeadsToTheFrontPage() {
        assertThat(server.visitor().get("/ar").header("Location")).isEqualTo("/ar/");
    }

    @Test
    void aPageSaysItsLanguageAndWhereTheOthersAre() {
        String page = page("/ar/places/NER").text();
        assertThat(page).contains("<html lang=\"ar\" dir=\"rtl\"");
        for (String language : List.of("ar", "zh", "en", "fr", "ru", "es")) {
            assertThat(page)
                    .contains("<link rel=\"alternate\" hreflang=\"%s\" href=\"%s/%s/places/NER\">"
                            .formatted(language, site(), language))
                    .contains("href=\"/%s/places/NER\" lang=\"%s\"".formatted(language, language));
        }
        assertThat(page)
                .contains(
                        "<link rel=\"alternate\" hreflang=\"x-default\" href=\"%s/en/places/NER\">".formatted(site()));
        assertThat(page("/ru/").text())
                .contains("<link rel=\"alternate\" hreflang=\"x-default\" href=\"%s/\">".formatted(site()));
    }

    @Test
    void aSearchKeepsWhatIsWantedInAnotherLanguage() {
        assertThat(page("/en/search?q=rescue&country=NER").text())
                .contains("href=\"/fr/search?q=rescue&amp;country=NER\"");
    }

    @Test
    void aPageRunsNothingAndLoadsNothingFromElsewhere() {
        Reply page = page("/en/about");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'")
                .contains("frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "script-src");
        assertThat(page.text()).doesNotContain("<script", " style=", " onclick", "javascript:");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void aPageThatSuggestsRunsOneScriptOfTheSite() {
        for (String path : List.of("/en/", "/en/search?q=rescue")) {
            Reply page = page(path);
            assertThat(page.header("Content-Security-Policy"))
                    .startsWith("default-src 'none';")
                    .endsWith("; script-src 'self'; connect-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(page.text().split("<script", -1)).hasSize(2);
            assertThat(page.text()).contains("<script src=\"/assets/search-").doesNotContain(" style=", " onclick");
        }
    }

    @Test
    void aPageIsAskedForAgainAndSentOnlyIfItChanged() {
        Reply page = page("/en/about");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        Reply again = server.visitor().get("/en/about", "If-None-Match", page.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        Reply dark =
                server.visitor().get("/en/about", "If-None-Match", page.header("ETag"), "Cookie", "appearance=dark");
        assertThat(dark.status()).isEqualTo(200);
    }

    @Test
    void theStyleSheetIsSmallAndKeptForEver() {
        Matcher address = Pattern.compile("rel=\"stylesheet\" href=\"([^\"]+)\"")
                .matcher(page("/en/").text());
        assertThat(address.find()).isTrue();
        Reply styles = server.visitor().get(address.group(1));
        assertThat(styles.header("Content-Type")).isEqualTo("text/css;charset=utf-8".replace(";", "; "));
        assertThat(styles.header("Cache-Control")).contains("immutable");
        assertThat(styles.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(22_000);
        assertThat(styles.text()).doesNotContain("http:", "https:", "@import", "@font-face");
    }

    @Test
    void whatIsWrittenIsShownAndNeverRun() {
        Story story = Story.published(server, "<b>Bold</b> & <script>alert(1)</script>");
        Reply page = page("/en/practices/" + story.id());
        assertThat(page.text())
                .contains("&lt;b", "Bold", "&amp;", "&lt;script", "How this was reviewed")
                .doesNotContain("<b>Bold", "<script");
    }

    @Test
    void aPageSaysHowItWasReviewedAndByNobodysName() {
        Story story = Story.published(server, "Sample: reviewed");
        String page = page("/en/practices/" + story.id()).text();
        assertThat(page)
                .contains(
                        "3 reviewers approved exactly this content.",
                        "From the United Nations: 1.",
                        "Rule of 2022, version 1")
                .contains(story.digest())
                .doesNotContain(server.reviewerId(2), server.reviewerId(4), server.reviewerId(5));
    }

    @Test
    void aResourceHasAPageOfItsOwn() {
        Story story = Story.handedIn(server, resource("Sample: a resource")).seat();
        List.of(2, 4, 5).forEach(number -> story.accept(number).review(number, "approve", ""));
        assertThat(page("/fr/resources/" + story.id()).text())
                .contains("Sample: a resource", "Éditeurs", "Sample press", "Il n’y a pas de texte en français");
        Reply moved = server.visitor().get("/fr/practices/" + story.id());
        assertThat(moved.status()).isEqualTo(301);
        assertThat(moved.header("Location")).isEqualTo("/fr/resources/" + story.id());
    }

    @Test
    void aTextIsShownInTheLanguageThatIsChosen() {
        String id = server.visitor().get("/api/v1/items?q=community").at("/items/0/id");
        assertThat(page("/en/practices/" + id + "?text=ar").text())
                .contains("<h1 lang=\"ar\" dir=\"rtl\">")
                .contains("<html lang=\"en\" dir=\"ltr\"");
        assertThat(page("/en/practices/" + id + "?text=xx").text()).contains("<h1 lang=\"en\" dir=\"ltr\">");
    }

    @Test
    void whatIsTakenDownIsGoneFromEveryPageAtOnce() {
        Story story = Story.published(server, "Sample: soon withdrawn");
        String address = "/en/practices/" + story.id();
        assertThat(page("/en/sitemap.xml").text()).contains(address);
        Story.ok(server.secretariat().post(story.path("/retraction"), "{\"reason\":\"Sample reason\"}"));
        Reply gone = browse(address);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text())
                .contains("This was taken down", "Sample reason", "noindex")
                .doesNotContain("soon withdrawn", "og:");
        for (String path :
                List.of("/en/", "/en/search?q=withdrawn", "/en/objectives/8", "/en/places/NER", "/en/sitemap.xml")) {
            assertThat(page(path).text()).as(path).doesNotContain("soon withdrawn", address);
        }
    }

    @Test
    void whatIsNotPublicIsNotThere() {
        Story story = Story.inReview(server, "Sample: not yet public");
        Reply reply = browse("/en/practices/" + story.id());
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).contains("There is nothing here").doesNotContain("not yet public");
        assertThat(reply.text().replace(story.id(), "x"))
                .isEqualTo(browse("/en/practices/unknown").text());
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, 404",
        "/en/nothing, 404",
        "/en/objectives/24, 404",
        "/en/objectives/0, 404",
        "/en/places/XXX, 404",
        "/en/practices/..%2f, 404",
        "/de/, 404"
    })
    void aBrowserIsToldInAPageAndAProgramInJson(String path, int status) {
        Reply page = browse(path);
        assertThat(page.status()).isEqualTo(status);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("noindex", "class=\"searchbox\"");
        Reply json = server.visitor().get(path);
        assertThat(json.status()).isEqualTo(status);
        assertThat(json.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void theApiAnswersAProblemWhoeverAsks() {
        Reply reply = browse("/api/v1/items/unknown");
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aRefusalIsInTheLanguageOfTheAddressOrElseOfTheBrowser() {
        assertThat(browse("/fr/nothing").text()).contains("<html lang=\"fr\"");
        assertThat(server.visitor()
                        .get("/nothing", "Accept", BROWSER, "Accept-Language", "ru")
                        .text())
                .contains("<html lang=\"ru\"");
    }

    @Test
    void pagesOfASearchFollowOneAnotherAndLeadBack() {
        List<String> found = new ArrayList<>();
        String address = "/en/search?sort=title";
        String before = "";
        while (!address.isEmpty()) {
            String text = page(address).text();
            ITEM.matcher(text).results().forEach(item -> found.add(item.group(1)));
            if (!before.isEmpty()) {
                assertThat(text).contains("rel=\"prev\" href=\"" + before.replace("&", "&amp;") + "\"");
            }
            before = address;
            Matcher next = NEXT.matcher(text);
            address = next.find() ? next.group(1).replace("&amp;", "&") : "";
        }
        long total = server.visitor()
                .get("/api/v1/items?kind=practice")
                .json()
                .at("/total")
                .asLong();
        assertThat(found).doesNotHaveDuplicates().hasSize((int) total).hasSizeGreaterThan(10);
    }

    @Test
    void aWrongPlaceInASearchLeadsToItsBeginning() {
        Reply reply = browse("/en/search?q=rescue&cursor=forged");
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location")).isEqualTo("/en/search?q=rescue");
    }

    @Test
    void whatIsChosenStandsAboveTheResultsAndCanBeRemoved() {
        assertThat(page("/en/search?country=NER&objective=objective-8").text())
                .contains("<span class=\"side\">Country or area</span>", "href=\"/en/search?objective=objective-8\"")
                .contains("8 Save lives", "name=\"country\" value=\"NER\"");
    }

    @Test
    void aSearchSaysWhichWordsNothingContains() {
        assertThat(page("/en/search?q=zebra+community").text())
                .contains("No item contains all of your words.", "<q><bdi>zebra</bdi></q>");
        assertThat(page("/en/search?q=zebra+community+quokka").text())
                .contains("No item contains even half of your words.", "<q><bdi>quokka</bdi></q>");
        assertThat(page("/en/search?q=community").text()).doesNotContain("No item contains", "<q>");
    }

    @Test
    void whatWasLookedForIsMarked() {
        assertThat(page("/en/search?q=rescue").text()).contains("<mark>Rescue</mark>");
        assertThat(page("/en/search").text()).doesNotContain("<mark>");
    }

    @Test
    void anItemLeadsToThoseLikeIt() {
        String id = server.visitor().get("/api/v1/items?q=stranded").at("/items/0/id");
        String page = page("/en/practices/" + id).text();
        assertThat(page).contains("Similar practices and resources");
        assertThat(ITEM.matcher(page).results()).isNotEmpty();
    }

    @Test
    void anEmptyResultSaysWhereThereIsNothing() {
        assertThat(page("/en/search?q=zzzzzz&country=NER").text())
                .contains("Nothing was found", "Remove one of the choices", "/en/objectives/2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "<>&", "((((", "a\u0000b", "-", "\u202e", "🙂", "%", "\\", "' or 1=1 --"})
    void anyWordsAreAnswered(String words) {
        Reply reply = browse("/en/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        assertThat(reply.status()).isIn(200, 400);
        assertThat(reply.text()).doesNotContain("Exception");
    }

    @Test
    void tooManyWordsAreRefusedInAPage() {
        Reply reply = browse("/en/search?q=" + "a".repeat(1_001));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void whatOthersAppendToAnAddressChangesNothing() {
        assertThat(page("/en/about?utm_source=letter").text())
                .isEqualTo(page("/en/about").text());
    }

    @Test
    void theAppearanceIsRememberedAndLeadsBackToThisSiteOnly() {
        Reply chosen = server.visitor().post("/en/appearance?theme=dark&back=%2Fen%2Fsearch%3Fq%3Dx");
        assertThat(chosen.status()).isEqualTo(303);
        assertThat(chosen.header("Location")).isEqualTo("/en/search?q=x");
        assertThat(chosen.header("Set-Cookie")).startsWith("appearance=dark;").contains("HttpOnly", "SameSite=Lax");
        assertThat(server.visitor()
                        .get("/en/about", "Cookie", "appearance=dark")
                        .text())
                .contains("data-theme=\"dark\"");
        assertThat(server.visitor()
                        .get("/en/about", "Cookie", "appearance=%22%3E")
                        .text())
                .doesNotContain("data-theme=\"%");
        for (String elsewhere :
                List.of("https://example.org/", "//example.org", "/\\example.org", "/en/\r\nX: y", "")) {
            Reply reply = server.visitor()
                    .post("/en/appearance?theme=x&back=" + URLEncoder.encode(elsewhere, StandardCharsets.UTF_8));
            assertThat(reply.header("Location")).as(elsewhere).isEqualTo("/en/");
            assertThat(reply.header("Set-Cookie")).contains("Max-Age=0");
        }
    }

    @Test
    void searchEnginesAreToldWhereThePagesAre() {
        assertThat(page("/robots.txt").text()).contains("Sitemap: " + site() + "/sitemap.xml");
        assertThat(page("/sitemap.xml").text()).contains(site() + "/zh/sitemap.xml");
    }

    @Test
    void anObjectiveShowsItsOfficialTitleInALanguageThatHasIt() {
        assertThat(page("/fr/objectives/8").text())
                .contains("Sauver des vies et mettre en place une action internationale coordonnée");
        assertThat(page("/zh/objectives/8").text())
                .contains("lang=\"en\" dir=\"ltr\">Save lives and establish coordinated international efforts");
    }

    @Test
    void anObjectiveIsExplainedInWordsThatAreNotPresentedAsThoseOfTheUnitedNations() {
        String brief = "People die or disappear on migration routes";
        assertThat(page("/en/objectives/8").text())
                .contains("<meta name=\"description\" content=\"" + brief)
                .contains("An explanation by this Hub, not the text of the Global Compact.")
                .contains("href=\"https://undocs.org/en/A/RES/73/195\"", ", objective 8</a>");
        assertThat(page("/ar/objectives/general").text())
                .contains("href=\"https://undocs.org/ar/A/RES/73/195\"", "بعض الأعمال لا يخص هدفًا واحدًا");
    }

    private static String site() {
        return server.server().site().toString();
    }

    private static Reply page(String path) {
        Reply reply = browse(path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        return reply;
    }

    private static Reply browse(String path) {
        return server.visitor().get(path, "Accept", BROWSER);
    }

    static String resource(String title) {
        return """
               {"kind":"resource","language":"en","texts":{"en":{"title":"%s","atAGlance":"%s"}},
                "primaryObjectives":["objective-8"],"type":"resource-type-guidance","geography":{"global":true},
                "year":2024,"publishers":[{"name":"Sample press"}]}
               """.formatted(title, "Sample text. ".repeat(30).strip());
    }
}
