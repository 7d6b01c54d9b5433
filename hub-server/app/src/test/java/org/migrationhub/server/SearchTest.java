package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    private static final String ITEMS = "/api/v1/items";

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
    }

    @AfterAll
    static void stop() {
        server.close();
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
    void eachFoundItemIsReadAtItsAddress() {
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

    private static Reply get(String query) {
        Reply reply = server.visitor().get(ITEMS + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }

    private static long total(String query) {
        return get(query).json().at("/total").asLong();
    }
}
