package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page of a search offers to choose, and where it tells that there is nothing. */
class SearchShelvesTest {

    private static final String GAPS = "<details class=\"moreof gap\">";

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ru", "ar", "zh"})
    void objectivesThatNothingFoundServesAreToldAsGaps(String language) {
        String page = page("/" + language + "/search?country=NER");
        assertThat(page).contains(GAPS);
        assertThat(page.substring(page.indexOf(GAPS))).contains("<a href=\"/" + language + "/objectives/");
    }

    @Test
    void asManyAreGapsAsAreCountedAsZero() {
        long gaps = server.visitor()
                .get("/api/v1/items?country=NER")
                .json()
                .at("/counts/objective")
                .valueStream()
                .filter(count -> count.asInt() == 0)
                .count();
        assertThat(gaps).isGreaterThan(1);
        assertThat(page("/en/search?country=NER"))
                .contains("<summary>" + gaps + " objectives without a result</summary>");
    }

    @Test
    void anObjectiveMayCountAsAMainOneOnly() {
        assertThat(page("/en/search"))
                .as("nothing is chosen that could count as anything")
                .doesNotContain(">Further</a>");
        assertThat(page("/en/search?objective=objective-8&country=NER"))
                .contains("href=\"/en/search?primary-objective=objective-8&amp;country=NER\"")
                .contains("href=\"/en/search?secondary-objective=objective-8&amp;country=NER\"");
        assertThat(page("/en/search?primary-objective=objective-8"))
                .contains("aria-current=\"true\">Main</a>")
                .contains("href=\"/en/search?objective=objective-8\"");
    }

    @Test
    void mainAndFurtherObjectivesTogetherAreAll() {
        JsonNode counts = server.visitor().get("/api/v1/items").json().at("/counts");
        assertThat(sum(counts, "secondary-objective")).isPositive();
        assertThat(sum(counts, "objective"))
                .isEqualTo(sum(counts, "primary-objective") + sum(counts, "secondary-objective"));
    }

    @Test
    void whateverAnAddressSaysIsEscapedOnceInThoseOfWhatCanBeChosen() {
        String evil = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E%26%27";
        String chosen = page("/en/search?sort=title&country=" + evil);
        String nothing = page("/en/search?q=" + evil + "&organisation=" + evil + "&type=" + evil);
        for (String page : List.of(chosen, nothing)) {
            assertThat(page.split("<script", -1))
                    .as("but for the site's own script")
                    .hasSize(2);
            assertThat(page).doesNotContain("amp;amp;").doesNotContainPattern("href=\"[^\"]*&(?!amp;)");
        }
        assertThat(chosen)
                .containsPattern("href=\"/en/search\\?country=%22%3E%3Cscript[^\"]*&amp;country=NER&amp;sort=title\"");
    }

    private static int sum(JsonNode counts, String facet) {
        return counts.path(facet).valueStream().mapToInt(JsonNode::asInt).sum();
    }

    private static String page(String path) {
        return server.visitor().get(path, "Accept", "text/html").text();
    }
}
