package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What editors show before others: over the API, at the desk, and on the front page. */
class FeaturedTest {

    private static final String SENTENCES = "{\"sentences\":{\"en\":\"%s\",\"fr\":\"Exemple : elles sont mille.\"}}";
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    @AutoClose
    private static RunningServer server;

    private static Visitor secretariat;

    @BeforeAll
    static void start() {
        server = RunningServer.roomy();
        secretariat = Visitor.of(server, "secretariat");
    }

    @Test
    void theDemonstrationFeaturesTwoSamplesAndTheFrontPageShowsThemFirst() {
        assertThat(server.visitor().get("/api/v1/featured").each("/items", "title"))
                .hasSizeGreaterThanOrEqualTo(2);
        String front = server.visitor().get("/en/").text();
        assertThat(front).contains("in the words of our editors", "Sample sentence: what came of it");
        assertThat(front.indexOf(">Featured</h2>")).isBetween(0, front.indexOf(">Newest</h2>"));
        assertThat(server.visitor().get("/ar/").text()).contains("جملة نموذجية");
    }

    @Test
    void whatIsFeaturedIsListedWithItsSentencesPageByPage() {
        Story first = Story.published(server, "Sample: featured first");
        Story second = Story.published(server, "Sample: featured then");
        feature(first, "Sample: a thousand people found work.");
        Reply view = feature(second, "Sample: two thousand did.");
        assertThat(view.at("/featured/sentences/fr")).isEqualTo("Exemple : elles sont mille.");
        assertThat(view.json().at("/featured/current").asBoolean()).isTrue();

        Reply page = server.visitor().get("/api/v1/featured?limit=1");
        assertThat(page.at("/items/0/id")).isEqualTo(second.id());
        assertThat(page.at("/items/0/featured/sentences/en")).isEqualTo("Sample: two thousand did.");
        String next = page.header("Link").replaceFirst("<([^>]+)>.*", "$1");
        assertThat(server.visitor().get(next).at("/items/0/id")).isEqualTo(first.id());
        assertThat(server.visitor().get("/api/v1/items/" + first.id()).at("/featured/sentences/en"))
                .isEqualTo("Sample: a thousand people found work.");
    }

    @Test
    void aCursorThatIsNoneIsRefused() {
        for (String cursor :
                List.of("x", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z~", "%2B999999999-12-31T00:00:00Z~x")) {
            Reply reply = server.visitor().get("/api/v1/featured?cursor=" + cursor);
            assertThat(reply.status()).as(cursor).isEqualTo(400);
            assertThat(reply.violations()).containsExactly("cursor code.unknown");
        }
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Story story = Story.published(server, "Sample: said badly");
        Reply reply = server.secretariat()
                .put(
                        story.path("/feature"),
                        "{\"sentences\":{\"en\":\"Many came. Others followed.\",\"fr\":\"\",\"de\":\"Ein Satz.\"}}");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.violations())
                .containsExactly(
                        "/sentences/de sentence.language",
                        "/sentences/en sentence.several",
                        "/sentences/fr sentence.required");
    }

    @Test
    void whatTwoEditorsSayAtOnceIsMergedLanguageByLanguage() {
        Story story = Story.published(server, "Sample: two editors");
        String form = "/en/desk/items/" + story.id() + "/feature";
        Reply opened = secretariat.open(form);
        String seen = opened.text()
                .replaceFirst("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1")
                .replace("&#61;", "=");
        secretariat.send(
                form,
                "version",
                version(form),
                "sentences/en",
                "Sample: of the first.",
                "sentences/es",
                "Muestra: una frase.");
        Reply second = secretariat.send(
                form,
                "version",
                "1",
                "seen",
                seen,
                "sentences/en",
                "Sample: of the second.",
                "sentences/fr",
                "Exemple : une phrase.");
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.text())
                .contains("value=\"Sample: of the second.\"", "value=\"Exemple : une phrase.\"")
                .contains("value=\"Muestra: una frase.\"", ">Sample: of the first.</dd>");
    }

    @Test
    void itIsFeaturedAtTheDeskWordedAnewAndTakenBack() {
        Story story = Story.published(server, "Sample: featured at the desk");
        String form = "/en/desk/items/" + story.id() + "/feature";
        assertThat(secretariat.open("/en/desk/items/" + story.id()).text()).contains(form);
        assertThat(secretariat.open("/en/desk/featured?q=featured+at+the+desk").text())
                .contains(form);

        Reply refused = secretariat.send(
                form, "version", version(form), "sentences/en", "Many came. Others followed.", "sentences/fr", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Say it in one sentence.", "Many came. Others followed.");

        Reply listed = secretariat.follow(form, "version", version(form), "sentences/en", "Sample: many came.");
        assertThat(listed.text()).contains("It is featured.", "Sample: many came.");
        assertThat(server.visitor().get("/fr/").text())
                .contains("<p class=\"teaser\" lang=\"en\" dir=\"ltr\">Sample: many came.</p>");

        assertThat(secretariat.follow(form + "/end", "version", version(form)).text())
                .contains("It is featured no longer.");
        assertThat(server.visitor().get("/en/").text()).doesNotContain("Sample: many came.");
    }

    @Test
    void whoeverWasSlowerSeesHowItIsNowAndKeepsWhatTheyTyped() {
        Story story = Story.published(server, "Sample: two editors at once");
        String form = "/en/desk/items/" + story.id() + "/feature";
        String version = version(form);
        feature(story, "Sample: the faster sentence.");
        Reply stale = secretariat.send(form, "version", version, "sentences/en", "Sample: the slower sentence.");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text()).contains("It has changed since you read it", "Sample: the slower sentence.");
    }

    @Test
    void afterANewVersionSomebodyIsAskedWhetherTheSentenceHolds() {
        Story story = Story.published(server, "Sample: said of an earlier version");
        feature(story, "Sample: said of the first version.");
        String item = server.contributor()
                .get(story.path("/revisions/1"))
                .json()
                .path("content")
                .toString();
        Story.ok(server.contributor().post(story.path("/revisions"), item.replace("Sample text.", "Another text.")));
        story.seat();
        List.of(2, 4, 5).forEach(number -> story.accept(number).review(number, "approve", ""));

        assertThat(server.visitor().get("/api/v1/items/" + story.id()).json().has("featured"))
                .isFalse();
        assertThat(secretariat.open("/en/desk/items/" + story.id() + "/feature").text())
                .contains("This was said of version 1.", "Sample: said of the first version.");
    }

    private static Reply feature(Story story, String sentence) {
        return Story.ok(server.secretariat().put(story.path("/feature"), SENTENCES.formatted(sentence)));
    }

    private static String version(String path) {
        Matcher version = VERSION.matcher(secretariat.open(path).text());
        assertThat(version.find()).isTrue();
        return version.group(1);
    }
}
