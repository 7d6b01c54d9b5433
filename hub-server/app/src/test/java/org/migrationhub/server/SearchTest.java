package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationhub.core.search.Facet;

class SearchTest {

    private static final String ITEMS = "/api/v1/items";

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
    }

    @Test
    void withoutWordsEverythingPublicIsFound() {
        Reply all = get("?limit=100");
        assertThat(all.json().at("/items")).hasSizeGreaterThanOrEqualTo(12);
        assertThat(all.at("/total"))
                .isEqualTo(String.valueOf(all.json().at("/items").size()));
        assertThat(all.header("Cache-Control")).isEqualTo("public, no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"communities", "communautés", "comunidades", "قصص", "образец", "社区"})
    void somethingIsFoundInEachOfTheSixLanguages(String words) {
        assertThat(get("?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)).each("/items", "title"))
                .anyMatch(title -> title.contains("It Takes a Community"));
    }

    @Test
    void theReaderIsShownTheLanguageAskedFor() {
        Reply arabic = get("?q=community&lang=ar&lang=fr");
        assertThat(arabic.at("/items/0/language")).isEqualTo("ar");
        assertThat(arabic.at("/items/0/direction")).isEqualTo("rtl");
        Reply french = server.visitor()
                .get(ITEMS + "?q=communaut%C3%A9", "Accept-Language", "de, fr-CH;q=0.9, fr;q=0.8, *;q=0.1");
        assertThat(french.at("/items/0/language")).isEqualTo("fr");
        Reply unreadable = server.visitor().get(ITEMS + "?q=community", "Accept-Language", "=;;,q=");
        assertThat(unreadable.at("/items/0/language")).isEqualTo("en");
    }

    @Test
    void filtersOfOneFacetWidenAndOfTwoNarrow() {
        long niger = total("?country=NER");
        long mexico = total("?country=MEX");
        assertThat(total("?country=NER&country=MEX")).isEqualTo(niger + mexico);
        assertThat(total("?country=NER&objective=objective-8"))
                .isLessThan(niger)
                .isPositive();
        assertThat(total("?region=m49-002")).isGreaterThanOrEqualTo(niger);
        assertThat(total("?country=XXX")).isZero();
    }

    @Test
    void countsTellWhatAnotherChoiceWouldFind() {
        Reply filtered = get("?country=NER");
        long mexico = filtered.json().at("/counts/country/MEX").asLong();
        assertThat(mexico).isEqualTo(total("?country=MEX")).isPositive();
        filtered.json()
                .at("/counts/objective")
                .properties()
                .forEach(count -> assertThat(total("?country=NER&objective=" + count.getKey()))
                        .isEqualTo(count.getValue().asLong()));
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        List<String> all = get("?limit=100&sort=title").each("/items", "id");
        List<String> paged = new ArrayList<>();
        String address = ITEMS + "?limit=5&sort=title";
        while (!address.isEmpty()) {
            Reply page = server.visitor().get(address);
            paged.addAll(page.each("/items", "id"));
            address =
                    page.header("Link").isEmpty() ? "" : page.header("Link").replaceAll("^<(.*)>; rel=\"next\"$", "$1");
        }
        assertThat(paged).isEqualTo(all).doesNotHaveDuplicates();
    }

    @Test
    void eachFoundDocumentIsReadAtItsAddress() {
        for (String address : get("?limit=100").each("/items", "address")) {
            Reply item = server.visitor().get(address);
            assertThat(item.status()).isEqualTo(200);
            assertThat(item.at("/reviewed/approvals")).isEqualTo("3");
            assertThat(item.json().at("/reviewed/un").asInt()).isPositive();
            assertThat(item.json().at("/reviewed/nonUn").asInt()).isPositive();
        }
    }

    @Test
    void aTeaserIsShortAndEndsWhereAWordEnds() {
        get("?limit=100")
                .each("/items", "teaser")
                .forEach(teaser -> assertThat(teaser).hasSizeLessThanOrEqualTo(352));
    }

    @Test
    void whatIsFoundIsMarkedInTheLanguageInWhichItStands() {
        Reply french = get("?q=communaut%C3%A9s&lang=fr");
        assertThat(french.at("/items/0/highlights/language")).isEqualTo("fr");
        assertThat(french.at("/items/0/highlights/title") + french.at("/items/0/highlights/text"))
                .containsPattern("<mark>[Cc]ommunauté");
        Reply elsewhere = get("?q=communaut%C3%A9s&lang=de");
        assertThat(elsewhere.at("/items/0/highlights/language"))
                .as("where the words are, not where the title is shown")
                .isEqualTo("fr");
        Reply arabic = get("?q=%D9%82%D8%B5%D8%B5&lang=ar");
        assertThat(arabic.at("/items/0/highlights/direction")).isEqualTo("rtl");
        assertThat(arabic.at("/items/0/highlights/title") + arabic.at("/items/0/highlights/text"))
                .contains("<mark>");
        assertThat(get("").json().at("/items/0/highlights").isMissingNode())
                .as("without words")
                .isTrue();
    }

    @Test
    void whatWasMistypedIsForgivenAndSaidSo() {
        Reply mistyped = get("?q=comunnities");
        assertThat(mistyped.at("/didYouMean")).isEqualTo("communities");
        assertThat(mistyped.json().at("/total").asInt()).isPositive();
        assertThat(mistyped.json().at("/items/0/highlights").toString()).contains("<mark>");
        assertThat(get("?q=communities").json().at("/didYouMean").isMissingNode())
                .isTrue();
    }

    @Test
    void whereNothingHoldsAllWordsWhatHoldsMostOrSomeIsFoundAndSaidSo() {
        Reply most = get("?q=Z%C3%A9bra+community");
        assertThat(most.each("/items", "title")).anyMatch(title -> title.contains("It Takes a Community"));
        assertThat(most.at("/matched")).isEqualTo("most");
        assertThat(most.json().at("/missing").toString()).isEqualTo("[\"Z\u00E9bra\"]");
        assertThat(most.json().at("/items/0/highlights").toString()).contains("<mark>");
        Reply some = get("?q=zebra+community+for+the+quokka");
        assertThat(some.at("/matched")).isEqualTo("some");
        assertThat(some.json().at("/missing").toString()).isEqualTo("[\"zebra\",\"quokka\"]");
        Reply all = get("?q=community");
        assertThat(all.at("/matched")).isEqualTo("all");
        assertThat(all.json().at("/missing").isMissingNode()).isTrue();
    }

    @Test
    void laterPagesOfWhatHoldsMostWordsSaySo() {
        Reply first = get("?q=zebra+migrants&limit=1");
        assertThat(first.json().at("/total").asInt()).isGreaterThan(1);
        Reply second = get("?q=zebra+migrants&limit=1&cursor=" + first.at("/next"));
        assertThat(second.at("/matched")).isEqualTo("most");
        assertThat(second.at("/total")).isEqualTo(first.at("/total"));
        assertThat(second.at("/items/0/id")).isNotEqualTo(first.at("/items/0/id"));
    }

    @Test
    void everyDimensionIsCountedAndAnObjectiveWithoutItemsIsAGap() {
        JsonNode counts = get("").json().at("/counts");
        for (Facet facet : Facet.values()) {
            assertThat(counts.path(facet.code()).isObject()).as(facet.code()).isTrue();
        }
        assertThat(counts.path("objective")).hasSize(23);
        assertThat(counts.path("secondary-objective")).hasSize(23).anyMatch(count -> count.asInt() == 0);
        assertThat(counts.path("primary-objective")).hasSize(23).anyMatch(count -> count.asInt() == 0);
        assertThat(counts.path("region")).isNotEmpty();
        assertThat(counts.path("commission")).isNotEmpty();
        assertThat(counts.path("organisation")).isNotEmpty();
        assertThat(get("").json().at("/organisations")).hasSameSizeAs(counts.path("organisation"));
    }

    @Test
    void severalChoicesWithinAFacetAreCountedAsIfNoneWereMade() {
        JsonNode open = get("?objective=objective-8").json().at("/counts");
        JsonNode chosen =
                get("?objective=objective-8&country=NER&country=MEX").json().at("/counts");
        assertThat(chosen.path("country")).as("other countries could be added").isEqualTo(open.path("country"));
        assertThat(chosen.path("region")).isNotEqualTo(open.path("region"));
        chosen.path("objective")
                .properties()
                .forEach(count -> assertThat(total("?country=NER&country=MEX&objective=" + count.getKey()))
                        .isEqualTo(count.getValue().asLong()));
    }

    @Test
    void theNewestComesFirstWhereThatIsAskedFor() {
        List<String> days = get("?sort=newest&limit=100").each("/items", "publishedOn");
        assertThat(days).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void whatIsBeingTypedIsCompleted() {
        Reply terms = server.visitor().get("/api/v1/suggestions?q=sauv&lang=fr");
        assertThat(terms.each("/suggestions", "text")).contains("Sauver des vies");
        assertThat(terms.at("/suggestions/0/is")).isEqualTo("value");
        assertThat(terms.at("/suggestions/0/facet")).isEqualTo("objective");
        assertThat(total("?objective=" + terms.at("/suggestions/0/value")))
                .isEqualTo(terms.json().at("/suggestions/0/count").asLong());

        Reply titles = server.visitor().get("/api/v1/suggestions?q=it+takes+a+comm&lang=en&limit=5");
        assertThat(titles.each("/suggestions", "is")).contains("title");
        assertThat(titles.each("/suggestions", "text")).anyMatch(text -> text.startsWith("It Takes a Community"));
        assertThat(titles.each("/suggestions", "address"))
                .allSatisfy(address ->
                        assertThat(server.visitor().get(address).status()).isEqualTo(200));
        assertThat(server.visitor().get("/api/v1/suggestions?q=iom").each("/suggestions", "is"))
                .contains("name");
        assertThat(server.visitor().get("/api/v1/suggestions").each("/suggestions", "text"))
                .isEmpty();
    }

    @Test
    void whatIsLikeAnItemIsFoundWithoutTheItem() {
        String id = get("?q=rescue&limit=1").at("/items/0/id");
        Reply similar = server.visitor().get(ITEMS + "/" + id + "/similar?limit=3&lang=en");
        assertThat(similar.each("/items", "id")).hasSize(3).doesNotContain(id).doesNotHaveDuplicates();
        assertThat(server.visitor().get(ITEMS + "/unknown/similar").status()).isEqualTo(404);
    }

    private static Reply get(String query) {
        Reply reply = server.visitor().get(ITEMS + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }

    private static long total(String query) {
        return get(query).json().at("/total").asLong();
    }
}
