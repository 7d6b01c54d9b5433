package org.migrationhub.server.site.read;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.SearchResult;
import org.migrationhub.core.search.Enough;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.Sort;
import org.migrationhub.core.vocabulary.Country;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.site.page.Addresses;
import org.migrationhub.server.site.page.Voice;

/** How many of the values of a facet stand on the page of a search, and how one gets to the others. */
class ShelvesTest {

    private static final Wanted ANYTHING = new Wanted("", Map.of(), Sort.RELEVANCE, "", 1, List.of());
    private static final Voice VOICE = Voice.in(Language.EN);
    private static final int MANY = 60;

    @Test
    void fewValuesAreAllOnThePageAndSomeOfThemFoldedAway() {
        Found.Shelf shelf = shelf(ANYTHING, Shelves.AT_ONCE + Shelves.FOLDED, null);
        assertThat(shelf.values()).hasSize(Shelves.AT_ONCE);
        assertThat(shelf.more()).hasSize(Shelves.FOLDED);
        assertThat(shelf.way()).isNull();
    }

    @Test
    void ofManyValuesThePageHasThoseThatMostHaveAndAWayToTheOthers() {
        Found.Shelf shelf = shelf(ANYTHING, MANY, null);
        assertThat(codes(shelf)).containsExactlyElementsOf(mostFrequent(Shelves.AT_ONCE));
        assertThat(shelf.more()).isEmpty();
        assertThat(requireNonNull(shelf.way()))
                .isEqualTo(new Found.Way(MANY - Shelves.AT_ONCE + " more", "/en/search?all=country"));
    }

    @Test
    void whatIsChosenStandsThereHoweverFewHaveItAndHoweverMuchIsChosen() {
        Wanted wanted = ANYTHING;
        for (Country country : Country.all().subList(0, 12)) {
            wanted = wanted.toggled(Facet.COUNTRY, country.code());
        }
        Found.Shelf shelf = shelf(wanted, MANY, null);
        assertThat(shelf.values()).hasSize(Shelves.AT_ONCE).allMatch(Found.Choice::chosen);
        assertThat(shelf.more()).hasSize(12 - Shelves.AT_ONCE).allMatch(Found.Choice::chosen);
        assertThat(requireNonNull(shelf.way()).name()).isEqualTo("48 more");
    }

    @Test
    void aWholeShelfHasEveryValueByNameAndAWayBack() {
        Found.Shelf shelf = shelf(ANYTHING.words("x"), MANY, Facet.COUNTRY);
        assertThat(shelf.open()).isTrue();
        assertThat(shelf.values()).hasSize(MANY);
        assertThat(shelf.values().stream().map(Found.Choice::said)).isSortedAccordingTo(VOICE.order());
        assertThat(requireNonNull(shelf.way()).address()).isEqualTo("/en/search?q=x");
    }

    @Test
    void objectivesThatEquallyManyHaveStandInTheOrderOfTheirNumbers() {
        SortedMap<String, Long> counts = new TreeMap<>();
        List.of(10, 21, 3, 7).forEach(number -> counts.put("objective-" + number, 2L));
        assertThat(shelf(ANYTHING, Facet.OBJECTIVE, counts, null).values().stream()
                        .map(choice -> choice.said().text().replaceFirst(" .*", "")))
                .containsExactly("3", "7", "10", "21");
    }

    @Test
    void whatAValueIsCalledAndWhatItsAddressSaysIsEscapedOnce() {
        String evil = "\"><script>&'";
        Wanted wanted = ANYTHING.words(evil).toggled(Facet.COUNTRY, evil);
        assertThat(written(wanted, evil)).isEqualTo("""
                        <ul class="choices">
                        <li><a rel="nofollow" href="/en/search?q=%22%3E%3Cscript%3E%26%27&amp;country=%22%3E%3Cscript%3E%26%27\
                        &amp;organisation=name%3A%22%3E%3Cscript%3E%26%27" dir="auto">"&gt;&lt;script&gt;&amp;'</a>\
                         <span class="count">2</span></li>
                        </ul>
                        """);
        assertThat(written(wanted.toggled(Facet.ORGANISATION, Facet.NAMED + evil), evil))
                .contains("href=\"/en/search?q=%22%3E%3Cscript%3E%26%27&amp;country=%22%3E%3Cscript%3E%26%27\"")
                .doesNotContain("<script");
    }

    /** The shelf of one organisation, as the page has it. */
    private static String written(Wanted wanted, String organisation) {
        String code = Facet.NAMED + organisation;
        SortedMap<String, Long> counts = new TreeMap<>(Map.of(code, 2L));
        SearchResult result = new SearchResult(
                List.of(),
                1,
                null,
                Map.of(Facet.ORGANISATION, counts),
                new TreeMap<>(Map.of(code, organisation)),
                null,
                Enough.ALL,
                List.of());
        Found.Shelf shelf = new Shelves(wanted, result, null, VOICE, new Addresses(Language.EN))
                .all()
                .get(0);
        StringOutput out = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.migrationhub.server.site.view")
                .render("part/choices.jte", Map.of("voice", VOICE, "choices", shelf.values()), out);
        return out.toString();
    }

    /** The shelf of countries, of which each of so many has one item more than the one before. */
    private static Found.Shelf shelf(Wanted wanted, int countries, @Nullable Facet whole) {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (int number = 0; number < countries; number++) {
            counts.put(Country.all().get(number).code(), number + 1L);
        }
        return shelf(wanted, Facet.COUNTRY, counts, whole);
    }

    private static Found.Shelf shelf(
            Wanted wanted, Facet facet, SortedMap<String, Long> counts, @Nullable Facet whole) {
        SearchResult result = new SearchResult(
                List.of(), 1, null, Map.of(facet, counts), new TreeMap<>(), null, Enough.ALL, List.of());
        List<Found.Shelf> shelves = new Shelves(wanted, result, whole, VOICE, new Addresses(Language.EN)).all();
        assertThat(shelves).hasSize(1);
        return shelves.get(0);
    }

    private static List<String> mostFrequent(int most) {
        return Country.all().subList(MANY - most, MANY).stream()
                .sorted((one, other) -> other.code().compareTo(one.code()))
                .map(Country::code)
                .toList();
    }

    private static List<String> codes(Found.Shelf shelf) {
        return shelf.values().stream()
                .map(choice -> choice.href().replace("/en/search?country=", ""))
                .toList();
    }
}
