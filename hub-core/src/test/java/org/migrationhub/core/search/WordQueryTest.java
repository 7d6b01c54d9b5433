package org.migrationhub.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.search.WordQuery.Term;

class WordQueryTest {

    @Test
    void wordsApartBySpacesAreWantedOneByOne() {
        assertThat(WordQuery.of("Safe  m\u00EFgration").wanted())
                .containsExactly(List.of(term("safe")), List.of(term("migration")));
        assertThat(WordQuery.of("safe SAFE").wanted()).containsExactly(List.of(term("safe")));
    }

    @Test
    void aWordThatSignsKeepApartIsOneTermOfSeveralWords() {
        assertThat(WordQuery.of("co-operation").wanted()).containsExactly(List.of(term("co", "operation")));
    }

    @Test
    void quotationMarksKeepWordsTogetherUntilTheNextOrTheEnd() {
        assertThat(WordQuery.of("a\"b c\"d \"e f").wanted())
                .containsExactly(
                        List.of(term("a")),
                        List.of(together("b", "c")),
                        List.of(term("d")),
                        List.of(together("e", "f")));
    }

    @Test
    void aHyphenBeforeAWordOrQuotationMakesItUnwanted() {
        WordQuery query = WordQuery.of("-a b -\"c d\" e-f - g");
        assertThat(query.unwanted()).containsExactly(term("a"), together("c", "d"));
        assertThat(query.wanted()).containsExactly(List.of(term("b")), List.of(term("e", "f")), List.of(term("g")));
    }

    @Test
    void orJoinsItsNeighbours() {
        WordQuery query = WordQuery.of("a b OR \"c d\" OR e f or g");
        assertThat(query.wanted())
                .containsExactly(
                        List.of(term("a")),
                        List.of(term("b"), together("c", "d"), term("e")),
                        List.of(term("f")),
                        List.of(term("or")),
                        List.of(term("g")));
        assertThat(query.words()).containsExactly("a", "b", "c", "d", "e", "f", "or", "g");
    }

    @Test
    void whereNoWordIsNothingIsWanted() {
        for (String nothing : List.of("", " ", "OR", "OR OR", "-", "\"", "\"\"\"", "-\"\"", "* ? ()")) {
            assertThat(WordQuery.of(nothing).isEmpty()).as(nothing).isTrue();
            assertThat(WordQuery.of(nothing).unwanted()).as(nothing).isEmpty();
        }
        assertThat(WordQuery.of("-a").isEmpty()).isTrue();
    }

    @Test
    void takenApartEveryWordThatSaysSomethingStandsForItself() {
        WordQuery query = WordQuery.of("the co-operation in \"the harbour\" OR port -the the-a OR of d'été")
                .apart();
        assertThat(query.wanted())
                .containsExactly(
                        List.of(term("co")),
                        List.of(term("operation")),
                        List.of(together("the", "harbour"), term("port")),
                        List.of(term("ete")));
        assertThat(query.unwanted()).containsExactly(term("the"));
        assertThat(WordQuery.of("for the").apart().wanted())
                .containsExactly(List.of(term("for")), List.of(term("the")));
    }

    @Test
    void takenApartANameStaysWholeForWhoeverKnowsIt() {
        WordQuery joined = new WordQuery(
                List.of(
                        List.of(term("port", "of", "ys")),
                        List.of(term("out", "of")),
                        List.of(together("port", "of", "ys"))),
                List.of());
        assertThat(joined.apart(List.of("port", "of", "ys")::equals).wanted())
                .containsExactly(
                        List.of(term("port", "of", "ys")), List.of(term("out")), List.of(together("port", "of", "ys")));
    }

    @Test
    void wordsSayNothingInSixLanguagesButNoNameIsAmongThem() {
        for (String nothing : List.of("for", "où", "para", "для", "й и в", "على", "的")) {
            assertThat(WordQuery.of(nothing + " zebra").apart().wanted())
                    .as(nothing)
                    .containsExactly(List.of(term("zebra")));
        }
        for (String name : List.of("UN", "WHO", "US", "IT", "sur", "son")) {
            assertThat(WordQuery.of(name + " zebra").apart().wanted()).as(name).hasSize(2);
        }
    }

    @Test
    void takenApartNoMoreWordsThanCanBeCountedAreLeft() {
        String many = IntStream.range(0, 100).mapToObj(number -> "w" + number).collect(Collectors.joining(" "));
        assertThat(WordQuery.of(many + " \"quoted\"").apart().wanted())
                .hasSize(33)
                .contains(List.of(term("w31")), List.of(together("quoted")))
                .doesNotContain(List.of(term("w32")));
    }

    @Test
    void aTermWithoutWordsIsRefused() {
        assertThatThrownBy(() -> term()).isInstanceOf(IllegalArgumentException.class);
    }

    private static Term term(String... words) {
        return new Term(List.of(words), false);
    }

    private static Term together(String... words) {
        return new Term(List.of(words), true);
    }
}
