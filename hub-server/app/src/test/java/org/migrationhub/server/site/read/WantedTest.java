package org.migrationhub.server.site.read;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.Sort;
import org.migrationhub.server.api.Query;

class WantedTest {

    private static final Wanted ANYTHING = new Wanted("", Map.of(), Sort.RELEVANCE, "", 1, List.of());

    @Test
    void whatIsWantedStandsInTheAddress() {
        assertThat(ANYTHING.address()).isEmpty();
        assertThat(ANYTHING.words("a & b")
                        .toggled(Facet.COUNTRY, "NER")
                        .sorted(Sort.NEWEST)
                        .address())
                .isEqualTo("?q=a+%26+b&country=NER&sort=newest");
    }

    @Test
    void aValueThatIsChosenTwiceIsNotChosen() {
        Wanted chosen = ANYTHING.toggled(Facet.COUNTRY, "NER").toggled(Facet.COUNTRY, "MEX");
        assertThat(chosen.chosen()).containsEntry(Facet.COUNTRY, new TreeSet<>(List.of("MEX", "NER")));
        assertThat(chosen.toggled(Facet.COUNTRY, "NER").has(Facet.COUNTRY, "NER"))
                .isFalse();
        assertThat(chosen.toggled(Facet.COUNTRY, "NER")
                        .toggled(Facet.COUNTRY, "MEX")
                        .isAnything())
                .isTrue();
    }

    @Test
    void theAddressesOfManyValuesAreThoseOfEachOne() {
        Wanted wanted = ANYTHING.words("a & b")
                .toggled(Facet.COUNTRY, "NER")
                .toggled(Facet.COUNTRY, "MEX")
                .toggled(Facet.YEAR, "2020")
                .sorted(Sort.TITLE);
        for (Facet facet : Facet.values()) {
            for (String value : List.of("NER", "AAA", "2020", "name:a b", "\"><script>&'")) {
                assertThat(wanted.toggling("/en/search", facet).apply(value))
                        .isEqualTo("/en/search" + inHtml(wanted.toggled(facet, value)));
                assertThat(ANYTHING.toggling("/en/search", facet).apply(value))
                        .isEqualTo("/en/search" + inHtml(ANYTHING.toggled(facet, value)));
            }
        }
        assertThat(ANYTHING.toggled(Facet.COUNTRY, "NER")
                        .toggling("/en/search", Facet.COUNTRY)
                        .apply("NER"))
                .isEqualTo("/en/search");
    }

    /** As jte would write it into an attribute. */
    private static String inHtml(Wanted wanted) {
        StringOutput out = new StringOutput();
        Escape.htmlAttribute(wanted.address(), out);
        return out.toString();
    }

    @Test
    void allValuesOfAFacetAreSeenOnAPageOfTheSameSearch() {
        assertThat(ANYTHING.whole(Facet.COUNTRY)).isEqualTo("?all=country");
        assertThat(ANYTHING.words("x").next("two").whole(Facet.COUNTRY)).isEqualTo("?q=x&all=country");
        assertThat(Wanted.whole(new Query("/search", Map.of("all", List.of("country")))))
                .isEqualTo(Facet.COUNTRY);
        assertThat(Wanted.whole(new Query("/search", Map.of("all", List.of("nothing")))))
                .isNull();
    }

    @Test
    void whatIsChosenOfOneFacetCanBeChosenOfAnother() {
        Wanted any = ANYTHING.words("x").toggled(Facet.OBJECTIVE, "objective-8").next("two");
        assertThat(any.moved(Facet.OBJECTIVE, Facet.PRIMARY_OBJECTIVE).address())
                .isEqualTo("?q=x&primary-objective=objective-8");
        assertThat(any.moved(Facet.OBJECTIVE, Facet.OBJECTIVE)).isEqualTo(any.first());
    }

    @Test
    void pagesLeadForwardsAndBack() {
        assertThat(ANYTHING.previous()).isNull();
        Wanted second = ANYTHING.next("two");
        Wanted third = second.next("three");
        assertThat(third.number()).isEqualTo(3);
        assertThat(third.previous()).isEqualTo(second);
        assertThat(second.previous()).isEqualTo(ANYTHING);
    }

    @Test
    void whoeverChoosesAnewBeginsAtTheFirstPage() {
        Wanted third = ANYTHING.next("two").next("three");
        assertThat(third.toggled(Facet.COUNTRY, "NER").number()).isEqualTo(1);
        assertThat(third.sorted(Sort.TITLE).number()).isEqualTo(1);
        assertThat(third.words("x").number()).isEqualTo(1);
    }

    @Test
    void onlyTheLastThirtyPagesAreKeptOfALongWayAndThenTheFirst() {
        Wanted far = ANYTHING;
        for (int page = 2; page <= 80; page++) {
            far = far.next("c" + page);
        }
        assertThat(far.number()).isEqualTo(80);
        assertThat(far.address()).startsWith("?page=80&back=").endsWith("&cursor=c80");
        Wanted back = far;
        for (int page = 79; page >= 50; page--) {
            back = requireNonNull(back.previous());
            assertThat(back.cursor()).isEqualTo("c" + page);
            assertThat(back.number()).isEqualTo(page);
        }
        assertThat(back.previous()).isEqualTo(ANYTHING);
    }

    @Test
    void theLongerTheCursorsTheFewerPagesAreKept() {
        Wanted far = ANYTHING;
        for (int page = 2; page <= 80; page++) {
            far = far.next("c".repeat(600) + page);
        }
        assertThat(far.address()).hasSizeBetween(3_000, 4_100);
        assertThat(far.number()).isEqualTo(80);
    }

    @Test
    void whatIsNoNumberOfAPageCountsAsNotSaid() {
        for (String page : List.of("", "0", "-7", "two", "99999999999", "2")) {
            Query query =
                    new Query("/search", Map.of("cursor", List.of("c3"), "back", List.of("c2"), "page", List.of(page)));
            assertThat(Wanted.of(query).number()).as(page).isEqualTo(3);
        }
    }
}
