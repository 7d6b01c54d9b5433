package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.SearchDocument;
import org.migrationhub.core.search.SearchHit;
import org.migrationhub.core.search.SearchPage;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Sort;
import org.migrationhub.core.vocabulary.Language;

/** From page to page each hit comes once, and nothing passes for a place to go on from but what a page gave. */
abstract class PagingRules extends SearchRules {

    private static final int ITEMS = 60;

    /** In nearly every item, since it is the most frequent word of most languages. */
    private static final String FREQUENT = "babobubok";

    @Test
    void eachHitComesOnceInPagesOfAnySize() {
        fill();
        for (Sort sort : Sort.values()) {
            for (String words : List.of("", FREQUENT)) {
                SearchQuery query = SearchQuery.of(words).sort(sort).counting(Set.of());
                List<String> all = ids(query.limit(SearchQuery.MOST));
                assertThat(all)
                        .as("else nothing is tested")
                        .hasSizeGreaterThan(ITEMS / 4)
                        .doesNotHaveDuplicates();
                for (int size = 1; size <= all.size() + 1; size++) {
                    assertThat(ids(query.limit(size)))
                            .as("%s, by %d", query, size)
                            .isEqualTo(all);
                }
            }
        }
    }

    @Test
    void aPageThatHoldsTheLastHitIsTheLast() {
        fill();
        SearchQuery query = SearchQuery.everything();

        assertThat(index().search(query.limit(ITEMS)).next()).isNull();
        SearchPage almost = index().search(query.limit(ITEMS - 1));
        assertThat(almost.hits()).hasSize(ITEMS - 1);
        assertThat(index().search(query.limit(1).after(almost.next())).hits()).hasSize(1);
        assertThat(index().search(query.limit(1).after(almost.next())).next()).isNull();
    }

    @Test
    void theSizeOfThePageAndWhatIsCountedMayChangeOnTheWay() {
        fill();
        SearchQuery query = SearchQuery.of(FREQUENT).sort(Sort.TITLE).preferred(List.of(Language.FR));
        List<String> all = ids(query.limit(SearchQuery.MOST));
        List<String> read = new ArrayList<>();
        Random random = new Random(5);
        SearchPage page = index().search(query.limit(2));
        ids(page, read);
        while (page.next() != null) {
            SearchQuery next = query.after(page.next()).limit(1 + random.nextInt(9));
            page = index().search(random.nextBoolean() ? next : next.counting(Set.of(Facet.KIND)));
            ids(page, read);
            assertThat(read).hasSizeLessThanOrEqualTo(all.size());
        }
        assertThat(read).isEqualTo(all);
    }

    @Test
    void whatStaysAsItWasComesOnceThoughOthersChangeOnTheWay() {
        for (Sort sort : List.of(Sort.NEWEST, Sort.TITLE)) {
            index().clear();
            fill();
            RandomItems items = new RandomItems(11);
            SearchQuery query = SearchQuery.everything().sort(sort).limit(5);
            Set<String> touched = new HashSet<>();
            List<String> read = new ArrayList<>();
            SearchPage page = index().search(query);
            ids(page, read);
            while (page.next() != null) {
                apply(disturb(items, read.get(read.size() - 1), touched));
                page = index().search(query.after(page.next()));
                ids(page, read);
                assertThat(read).as("what was read by %s", sort).hasSizeLessThan(4 * ITEMS);
            }
            read.removeAll(touched);
            assertThat(read)
                    .as("by %s, apart from what changed", sort)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(
                            all().stream().filter(id -> !touched.contains(id)).toList());
        }
    }

    @Test
    void anAlteredCursorIsRefused() {
        fill();
        for (Sort sort : Sort.values()) {
            SearchQuery query = SearchQuery.of(FREQUENT).sort(sort).limit(5);
            String cursor = index().search(query).next();
            assertThat(cursor).isNotNull();
            for (int at = 0; at < cursor.length(); at++) {
                assertRefused(
                        query.after(cursor.substring(0, at) + other(cursor.charAt(at)) + cursor.substring(at + 1)));
            }
            assertRefused(query.after(cursor.substring(1)));
            assertRefused(query.after(cursor.substring(0, cursor.length() - 1)));
            assertRefused(query.after(cursor + "A"));
            assertRefused(query.after(cursor + cursor));
            assertThat(index().search(query.after(cursor)).hits()).isNotEmpty();
        }
    }

    @Test
    void whatNoPageGaveIsRefused() {
        fill();
        for (String text : List.of(
                "",
                " ",
                ".",
                "..",
                "A",
                "0",
                "-1",
                "null",
                "W10.0000000000000000",
                "\u0000",
                "\uD83D",
                "\u79FB\u6C11",
                "../../x",
                "x".repeat(100_000),
                "%2e",
                "item-1",
                "[]",
                "{}")) {
            assertRefused(SearchQuery.everything().after(text));
        }
    }

    @Test
    void theCursorOfAnotherSearchIsRefused() {
        fill();
        SearchQuery query = SearchQuery.of(FREQUENT)
                .only(Facet.KIND, "practice")
                .sort(Sort.TITLE)
                .limit(2);
        String cursor = index().search(query).next();
        assertThat(cursor).isNotNull();

        assertRefused(query.words("dabodudok").after(cursor));
        assertRefused(query.only(Facet.KIND, "practice", "resource").after(cursor));
        assertRefused(query.only(Facet.KIND).after(cursor));
        assertRefused(query.only(Facet.SCOPE, "global").after(cursor));
        assertRefused(query.sort(Sort.NEWEST).after(cursor));
        assertRefused(query.preferred(List.of(Language.ES)).after(cursor));
    }

    private void fill() {
        RandomItems items = new RandomItems(4);
        apply(puts(
                all().stream().map(id -> items.document(new SubmissionId(id))).toList()));
    }

    private static List<String> all() {
        return IntStream.range(0, ITEMS).mapToObj(number -> "item-" + number).toList();
    }

    /** Takes out the item at which the page ended and another, replaces one, and brings a new one. */
    private static List<IndexChange> disturb(RandomItems items, String last, Set<String> touched) {
        List<String> ids = all();
        SubmissionId gone = new SubmissionId(ids.get(items.random().nextInt(ITEMS)));
        SubmissionId replaced = new SubmissionId(ids.get(items.random().nextInt(ITEMS)));
        SearchDocument fresh =
                items.document(new SubmissionId("new-" + items.random().nextInt(1_000)));
        touched.addAll(List.of(last, gone.value(), replaced.value(), fresh.id().id()));
        return List.of(
                new IndexChange.Remove(item(last)),
                new IndexChange.Remove(DocumentId.of(gone)),
                new IndexChange.Put(items.document(replaced)),
                new IndexChange.Put(fresh));
    }

    private void assertRefused(SearchQuery query) {
        assertThatThrownBy(() -> index().search(query))
                .as("a search on from \"%s\"", query.after())
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Violation::code)
                                .containsExactly("cursor.invalid"));
    }

    private static void ids(SearchPage page, List<String> read) {
        page.hits().stream().map(SearchHit::id).map(DocumentId::id).forEach(read::add);
    }

    private static char other(char one) {
        return one == 'A' ? 'B' : 'A';
    }
}
