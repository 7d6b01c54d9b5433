package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.search.Enough;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.SearchHit;
import org.migrationhub.core.search.SearchPage;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Sort;
import org.migrationhub.core.vocabulary.Language;

/** Where nothing has all of the words, what has most of them is found, else what has some; and the page says so. */
abstract class FewerWordsRules extends SearchRules {

    private static final String BA = "babobubok";
    private static final String DA = "dabodudok";
    private static final String FA = "fabofufok";
    private static final String GA = "gabogugok";

    /** In nothing. */
    private static final String NOWHERE = "labolulok";

    private static final String NOWHERE_EITHER = "mabomumok";

    /** More than are counted. */
    private static final int MANY = 40;

    private static final int COUNTED = 32;

    @BeforeEach
    void fill() {
        put(
                document("ba-da", Samples.practice(BA + " " + DA), 4),
                document("da-fa", Samples.practice(DA + " " + FA), 3),
                document("ba", Samples.practice(BA), 2),
                document("apart", practice("ga", BA, DA), 1));
    }

    @Test
    void whereNothingHasAllWordsWhatHasMostIsFoundAndSaidSo() {
        SearchPage page = search("babobubok dabodudok labolulok");

        assertThat(ids(page)).containsExactlyInAnyOrder("ba-da", "apart");
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.enough()).isEqualTo(Enough.MOST);
        assertThat(page.missing()).containsExactly(NOWHERE);
        assertThat(page.counts().get(Facet.KIND)).isEqualTo(Map.of("practice", 2L));
    }

    @Test
    void ofTwoWordsOneIsEnough() {
        assertThat(found("babobubok labolulok")).containsExactlyInAnyOrder("ba-da", "ba", "apart");
        assertThat(found("labolulok-fabofufok")).as("kept apart by a sign").containsExactly("da-fa");
    }

    @Test
    void whereNothingHasMostOfTheWordsWhatHasOneIsFoundAndSaidSo() {
        SearchPage page = search("labolulok mabomumok fabofufok");

        assertThat(ids(page)).containsExactly("da-fa");
        assertThat(page.enough()).isEqualTo(Enough.SOME);
        assertThat(page.missing()).containsExactly(NOWHERE, NOWHERE_EITHER);
        assertThat(page.counts().get(Facet.KIND)).isEqualTo(Map.of("practice", 1L));
        assertThat(search("labolulok mabomumok fabofufok dabodudok").enough()).isEqualTo(Enough.MOST);
    }

    @Test
    void whatHasAllWordsIsFoundAlone() {
        SearchPage page = search("babobubok dabodudok");

        assertThat(ids(page)).containsExactlyInAnyOrder("ba-da", "apart");
        assertThat(page.enough()).isEqualTo(Enough.ALL);
        assertThat(page.missing()).isEmpty();
        assertThat(ids(index().search(SearchQuery.of("babobubok dabodudok").enough(Enough.MOST))))
                .as("to whoever asks for no more")
                .containsExactlyInAnyOrder("ba-da", "da-fa", "ba", "apart");
    }

    @Test
    void whereNothingHasAnyOfTheWordsNothingIsFound() {
        for (String words : List.of(NOWHERE, "labolulok mabomumok", "-babobubok -dabodudok -labolulok")) {
            SearchPage page = search(words);
            assertThat(page.hits()).as(words).isEmpty();
            assertThat(page.enough()).as(words).isEqualTo(Enough.ALL);
            assertThat(page.missing()).as(words).isEmpty();
        }
    }

    @Test
    void quotedWordsMustBeThereAndUnwantedOnesMustNot() {
        assertThat(found("\"babobubok dabodudok\" fabofufok labolulok")).isEmpty();
        assertThat(found("\"dabodudok fabofufok\" babobubok labolulok"))
                .as("one of the others is needed, too")
                .isEmpty();
        assertThat(found("\"dabodudok fabofufok\" fabofufok labolulok")).containsExactly("da-fa");
        assertThat(found("\"labolulok\" babobubok dabodudok")).isEmpty();
        assertThat(found("babobubok labolulok -dabodudok")).containsExactly("ba");
        assertThat(found("babobubok labolulok -\"babobubok dabodudok\"")).containsExactlyInAnyOrder("ba", "apart");
    }

    @Test
    void alternativesCountAsOneWord() {
        assertThat(found("labolulok OR mabomumok fabofufok")).containsExactly("da-fa");
        assertThat(found("labolulok fabofufok OR babobubok dabodudok"))
                .containsExactlyInAnyOrder("ba-da", "da-fa", "apart");
        assertThat(search("labolulok OR mabomumok fabofufok").missing()).containsExactly(NOWHERE, NOWHERE_EITHER);
    }

    @Test
    void wordsThatSayNothingDoNotCount() {
        for (String nothing : List.of(
                "for in the",
                "de la para",
                "\u0434\u043B\u044F \u0432",
                "\u0641\u064A \u0645\u0646 \u0639\u0644\u0649")) {
            assertThat(found("fabofufok labolulok " + nothing)).as(nothing).containsExactly("da-fa");
            assertThat(found(nothing + " labolulok")).as("%s alone", nothing).isEmpty();
        }
        put(document("the", practice("for in the de la para", GA, GA)));
        assertThat(found("labolulok for in the fabofufok")).containsExactly("da-fa");
    }

    @Test
    void whatHasMoreOfTheWordsComesFirst() {
        String six = "gabogugok babobubok dabodudok fabofufok labolulok mabomumok";
        put(
                document("three", practice(GA, BA, DA), 8),
                document("four", practice(GA, BA, DA + " " + FA), 0),
                document("two", practice(GA, BA, BA), 9));

        assertThat(found(six)).containsExactly("four", "three");
        assertThat(ids(SearchQuery.of(six).sort(Sort.NEWEST))).containsExactly("three", "four");
    }

    @Test
    void whatNoHitOfThePageHasIsTold() {
        SearchPage each = search("babobubok fabofufok");
        assertThat(ids(each)).hasSize(4);
        assertThat(each.missing()).as("each is somewhere").isEmpty();
        SearchPage first = index().search(
                        SearchQuery.of("babobubok fabofufok").sort(Sort.NEWEST).limit(1));
        assertThat(first.missing()).containsExactly(FA);
    }

    @Test
    void filtersDoNotDecideHowManyWordsAreEnough() {
        put(document("tool", resource(BA + " " + GA)));
        SearchQuery query = SearchQuery.of("babobubok gabogugok");

        SearchPage practices = index().search(query.only(Facet.KIND, "practice"));
        assertThat(practices.hits()).isEmpty();
        assertThat(practices.enough()).isEqualTo(Enough.ALL);
        assertThat(practices.counts().get(Facet.KIND))
                .as("what choosing another finds")
                .isEqualTo(Map.of("resource", 1L));
        SearchPage none = index().search(
                        query.words("babobubok dabodudok labolulok mabomumok").only(Facet.KIND, "resource"));
        assertThat(none.hits()).isEmpty();
        assertThat(none.enough()).isEqualTo(Enough.MOST);
        assertThat(none.counts().get(Facet.KIND)).isEqualTo(Map.of("practice", 2L));
        assertThat(none.missing()).isEmpty();
    }

    @Test
    void laterPagesGoOnAsTheFirstBegan() {
        for (Sort sort : Sort.values()) {
            SearchQuery most = SearchQuery.of("babobubok dabodudok labolulok mabomumok")
                    .sort(sort)
                    .limit(1);
            List<String> all = ids(most.limit(SearchQuery.MOST));
            assertThat(all).as("else nothing is tested").hasSize(2);
            SearchPage first = index().search(most);
            put(document("all", Samples.practice("babobubok dabodudok labolulok mabomumok"), -1));

            SearchPage second = index().search(most.after(first.next()));
            assertThat(ids(second)).as("by %s", sort).isNotEmpty().allMatch(id -> all.contains(id) || id.equals("all"));
            assertThat(second.enough()).isEqualTo(Enough.MOST);
            assertThat(second.total()).isEqualTo(3);
            assertThat(found(most.words())).containsExactly("all");

            remove("all");
            if (sort != Sort.RELEVANCE) { // whose scores may change with what is in the index
                assertThat(ids(index().search(most.after(first.next())))).containsExactly(all.get(1));
            }
        }
    }

    @Test
    void laterPagesAskForAllWordsIfTheFirstDid() {
        SearchQuery all =
                SearchQuery.of("babobubok dabodudok").sort(Sort.NEWEST).limit(1);
        SearchPage first = index().search(all);
        assertThat(ids(first)).containsExactly("ba-da");
        remove("ba-da", "apart");

        SearchPage second = index().search(all.after(first.next()));
        assertThat(second.hits()).isEmpty();
        assertThat(second.enough()).isEqualTo(Enough.ALL);
        assertThat(index().search(all).enough()).isEqualTo(Enough.MOST);
    }

    @Test
    void ofVeryManyWordsTheFirstCount() {
        List<String> words = new ArrayList<>(InventedWords.in(Language.EN).subList(20, 20 + MANY));
        put(
                document("half", practice(GA, first(words, COUNTED / 2), "")),
                document("less", practice(GA, first(words, COUNTED / 2 - 1), "")),
                document("last", practice(GA, String.join(" ", words.subList(COUNTED, MANY)), "")));

        assertThat(found(String.join(" ", words))).containsExactly("half");
    }

    private SearchPage search(String words) {
        return index().search(SearchQuery.of(words));
    }

    private static List<String> ids(SearchPage page) {
        return page.hits().stream().map(SearchHit::id).map(id -> id.id()).toList();
    }

    private static String first(List<String> words, int number) {
        return IntStream.range(0, number).mapToObj(words::get).collect(Collectors.joining(" "));
    }

    private static ContentItem practice(String title, String lessons, String summary) {
        return Samples.practice(title).toBuilder()
                .text(Language.FR, PracticeText.of(title, summary))
                .keyLessons(lessons)
                .build();
    }

    private static ContentItem resource(String title) {
        return Resource.in(Language.EN).title(title).build();
    }
}
