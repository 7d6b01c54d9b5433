package org.migrationhub.server.site.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.Sort;

class WantedTest {

    private static final Wanted ANYTHING = new Wanted("", Map.of(), Sort.RELEVANCE, "", List.of());

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
    void aTrailThatIsTooLongLeadsToTheFirstPage() {
        Wanted far = ANYTHING;
        for (int page = 2; page < 40; page++) {
            far = far.next("c" + page);
        }
        assertThat(far.previous()).isEqualTo(ANYTHING);
    }
}
