package org.migrationhub.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;

class SearchQueryTest {

    private static final SearchDocument PRACTICE = document("practice", 0);

    @Test
    void everythingMatchesEverything() {
        assertThat(SearchQuery.everything().matches(PRACTICE)).isTrue();
        assertThat(SearchQuery.of(" \t").matches(PRACTICE)).isTrue();
        assertThat(SearchQuery.of("?!*").matches(PRACTICE))
                .as("signs ask for no word")
                .isTrue();
    }

    @Test
    void everyWordMustOccurSomewhere() {
        assertThat(SearchQuery.of("desk INVENTED \u0440\u0430\u0437\u043C\u0435\u0440")
                        .matches(PRACTICE))
                .isFalse();
        assertThat(SearchQuery.of("desk INVENTED \u043F\u0440\u0438\u043C\u0435\u0440 Sampleton commerce \u79FB\u6C11")
                        .matches(PRACTICE))
                .isTrue();
        assertThat(SearchQuery.of("des").matches(PRACTICE))
                .as("a part of a word is none")
                .isFalse();
    }

    @Test
    void whereMostWordsAreEnoughHalfOfThoseThatSaySomethingMustOccur() {
        SearchQuery most = SearchQuery.of("the desk in INVENTED zebra unicorn").enough(Enough.MOST);
        assertThat(most.matches(PRACTICE)).isTrue();
        assertThat(most.words(most.words() + " gnu").matches(PRACTICE)).isFalse();
        assertThat(most.words(most.words() + " \"gnu\"").matches(PRACTICE)).isFalse();
        assertThat(most.words(most.words() + " -desk").matches(PRACTICE)).isFalse();
        assertThat(most.only(Facet.KIND, "resource").matches(PRACTICE)).isFalse();
        assertThat(most.words(" ").matches(PRACTICE)).isTrue();
    }

    @Test
    void whatFitsNoWordsIsLookedForByFewerOfThem() {
        SearchQuery all = SearchQuery.of("desk zebra");
        assertThat(all.attempts()).containsExactly(all, all.enough(Enough.MOST));
        SearchQuery three = all.words("desk zebra unicorn");
        assertThat(three.attempts()).containsExactly(three, three.enough(Enough.MOST), three.enough(Enough.SOME));
        assertThat(all.enough(Enough.SOME).attempts()).containsExactly(all.enough(Enough.SOME));
        assertThat(all.words("desk zebra unicorn").enough(Enough.SOME).matches(PRACTICE))
                .isTrue();
    }

    @Test
    void nothingIsLookedForTwice() {
        for (String same :
                List.of("", "-desk", "desk", "the", "desk OR zebra", "\"desk zebra\"", "\"desk\" zebra -gnu")) {
            assertThat(SearchQuery.of(same).attempts()).as(same).containsExactly(SearchQuery.of(same));
        }
        for (String twofold : List.of("the desk", "desk-zebra", "desk zebra OR gnu", "\"desk\" zebra for the gnu")) {
            assertThat(SearchQuery.of(twofold).attempts())
                    .as(twofold)
                    .extracting(SearchQuery::enough)
                    .containsExactly(Enough.ALL, Enough.MOST);
        }
        assertThat(SearchQuery.of("\u6E2F\u53E3\u79FB\u6C11\u8BCA\u6240").attempts())
                .as("of which an index may count the parts")
                .hasSize(3);
    }

    @Test
    void laterPagesAreLookedForByTheMeasureOfTheFirst() {
        SearchQuery all = SearchQuery.of("desk zebra");
        for (Enough enough : Enough.values()) {
            String end = new SearchCursor(List.of("x")).text(all.enough(enough));
            assertThat(all.after(end).attempts()).containsExactly(all.after(end).enough(enough));
        }
        SearchQuery strange = all.after("nothing of the kind");
        assertThat(strange.attempts()).containsExactly(strange);
    }

    @Test
    void anItemPassesAFilterWithAnyOfItsValuesAndMustPassAll() {
        SearchQuery either = SearchQuery.everything().only(Facet.COUNTRY, "NER", "FRA");
        assertThat(either.matches(PRACTICE)).isTrue();
        assertThat(either.only(Facet.KIND, "resource").matches(PRACTICE)).isFalse();
        assertThat(either.only(Facet.KIND, "resource", "practice").matches(PRACTICE))
                .isTrue();
        assertThat(either.only(Facet.COUNTRY, "FRA").matches(PRACTICE)).isFalse();
        assertThat(either.only(Facet.COUNTRY, "nothing of the kind").matches(PRACTICE))
                .isFalse();
    }

    @Test
    void aFacetWithoutValuesIsNoFilter() {
        SearchQuery query = SearchQuery.everything().only(Facet.COUNTRY, "FRA").only(Facet.COUNTRY);
        assertThat(query.filters()).isEmpty();
        assertThat(query).isEqualTo(SearchQuery.everything());
    }

    @Test
    void theLimitIsMovedIntoItsBounds() {
        assertThat(SearchQuery.everything().limit(0).limit()).isEqualTo(1);
        assertThat(SearchQuery.everything().limit(Integer.MIN_VALUE).limit()).isEqualTo(1);
        assertThat(SearchQuery.everything().limit(Integer.MAX_VALUE).limit()).isEqualTo(SearchQuery.MOST);
    }

    @Test
    void tooManyCharactersAreRefused() {
        assertThat(SearchQuery.of("x".repeat(SearchQuery.LONGEST)).words()).hasSize(SearchQuery.LONGEST);
        assertThatThrownBy(() -> SearchQuery.of("x".repeat(SearchQuery.LONGEST + 1)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Violation::code)
                                .containsExactly("words.too-long"));
    }

    @Test
    void whatWasHandedInCanChangeWithoutChangingTheQuery() {
        TreeSet<String> values = new TreeSet<>(Set.of("NER"));
        Set<Facet> counted = EnumSet.of(Facet.KIND);
        SearchQuery query =
                new SearchQuery("", Map.of(Facet.COUNTRY, values), Sort.TITLE, List.of(), counted, null, 5, Enough.ALL);
        values.clear();
        counted.clear();
        assertThat(query.filters()).containsEntry(Facet.COUNTRY, new TreeSet<>(Set.of("NER")));
        assertThat(query.counted()).containsExactly(Facet.KIND);
        assertThatThrownBy(() -> query.filters().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> query.counted().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void theNewestComesFirstAndAmongEqualsTheLargerId() {
        SearchQuery query = SearchQuery.everything().sort(Sort.NEWEST);
        assertThat(Stream.of(document("a", 1), document("b", 1), document("c", 0), document("d", 2))
                        .sorted(query.order()))
                .extracting(document -> document.id().id())
                .containsExactly("d", "b", "a", "c");
    }

    @Test
    void titlesAreComparedInTheReadersLanguage() {
        SearchDocument translated = new ItemDocument(new SubmissionId("a"), Samples.practice(), Samples.NOW);
        SearchDocument english = new ItemDocument(new SubmissionId("b"), Samples.practice("Oranges"), Samples.NOW);
        SearchQuery query = SearchQuery.everything().sort(Sort.TITLE);
        assertThat(query.order().compare(translated, english))
                .as("Sample after Oranges")
                .isPositive();
        assertThat(query.preferred(List.of(Language.ES)).order().compare(translated, english))
                .as("Ejemplo before Oranges")
                .isNegative();
    }

    private static SearchDocument document(String id, int day) {
        return new ItemDocument(new SubmissionId(id), Samples.practice(), Samples.NOW.plusSeconds(86_400L * day));
    }

    @Test
    void ofManyLanguagesTheFirstFewDifferentOnesCount() {
        List<Language> many = new ArrayList<>(List.of(Language.FR, Language.FR, Language.EN, Language.FR));
        for (char letter = 'a'; letter < 'z'; letter++) {
            many.add(new Language("q" + letter + "a"));
        }

        assertThat(SearchQuery.everything().preferred(many).preferred())
                .startsWith(Language.FR, Language.EN, new Language("qaa"))
                .doesNotHaveDuplicates()
                .hasSize(SearchQuery.MOST_LANGUAGES);
    }
}
