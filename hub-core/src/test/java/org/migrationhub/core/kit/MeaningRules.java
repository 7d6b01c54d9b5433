package org.migrationhub.core.kit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.SearchDocument;
import org.migrationhub.core.search.SearchHit;
import org.migrationhub.core.search.SearchPage;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Sort;
import org.migrationhub.core.vocabulary.Language;

/** A query finds, counts and orders what it means: compared with its definition on random corpora. */
abstract class MeaningRules extends SearchRules {

    private static final int CORPORA = 12;
    private static final int LARGEST = 120;
    private static final int QUERIES = 50;

    private long hitsCompared;
    private long countsCompared;
    private long loosely;

    @Test
    void queriesFindCountAndOrderWhatTheyMean() {
        List<String> mismatches = new ArrayList<>();
        for (int seed = 1; seed <= CORPORA; seed++) {
            RandomItems items = new RandomItems(seed);
            index().clear();
            Corpus corpus = corpus(items, seed % 2 == 0);
            RandomQueries queries = new RandomQueries(items, corpus.documents());
            for (int number = 0; number < QUERIES; number++) {
                SearchQuery query = queries.next();
                String where = "corpus " + seed + ", query " + number + ", " + query + ": ";
                mismatches(query, corpus).forEach(mismatch -> mismatches.add(where + mismatch));
            }
        }
        assertThat(mismatches).isEmpty();
        assertThat(loosely).as("queries of which nothing has all words").isGreaterThan(CORPORA);
        System.out.printf(
                "SearchIndexContract: %d corpora, %d queries (%d found by fewer words), %d hits and %d counts compared,"
                        + " %d mismatches%n",
                CORPORA, CORPORA * QUERIES, loosely, hitsCompared, countsCompared, mismatches.size());
    }

    @Test
    void everyValueOfEveryFacetFiltersAsItCounts() {
        Corpus corpus = corpus(new RandomItems(99));
        SearchPage all = index().search(SearchQuery.everything());
        assertThat(all.counts()).isEqualTo(corpus.counts(SearchQuery.everything()));
        all.counts()
                .forEach((facet, counts) -> counts.forEach((value, count) -> {
                    SearchQuery query = SearchQuery.everything().only(facet, value);
                    SearchPage page = index().search(query);
                    assertThat(page.total())
                            .as("hits with %s = %s", facet, value)
                            .isEqualTo(count);
                    assertThat(page.counts().get(facet))
                            .as("counts of the chosen facet %s", facet)
                            .isEqualTo(counts);
                }));
        assertThat(all.counts().values()).as("else nothing was tested").noneMatch(Map::isEmpty);
    }

    @Test
    void ofOrganisationsTheMostFrequentAreCountedAndThoseChosen() {
        for (int item = 0; item < 3; item++) {
            Practice.Builder practice = Practice.in(Language.EN).title("Item " + item);
            for (int body = item * 10; body < 40; body++) {
                practice.implementer("Body " + (100 + body));
            }
            put(document("item-" + item, practice.build()));
        }
        SortedMap<String, Long> most =
                requireNonNull(index().search(SearchQuery.everything()).counts().get(Facet.ORGANISATION));
        SortedMap<String, Long> chosen = requireNonNull(
                index().search(SearchQuery.everything().only(Facet.ORGANISATION, "name:body 101", "name:nobody"))
                        .counts()
                        .get(Facet.ORGANISATION));

        assertThat(most)
                .hasSize(SearchPage.MOST_ORGANISATIONS)
                .containsEntry("name:body 120", 3L)
                .containsEntry("name:body 139", 3L)
                .doesNotContainKey("name:body 119");
        assertThat(chosen)
                .hasSize(SearchPage.MOST_ORGANISATIONS + 1)
                .containsEntry("name:body 101", 1L)
                .containsAllEntriesOf(most);
    }

    @Test
    void onlyWhatIsAskedForIsCounted() {
        corpus(new RandomItems(98));
        for (Facet facet : Facet.values()) {
            SearchQuery query = SearchQuery.everything().counting(Set.of(facet));
            assertThat(index().search(query).counts()).containsOnlyKeys(facet);
        }
        assertThat(index().search(SearchQuery.everything().counting(Set.of())).counts())
                .isEmpty();
    }

    @Test
    void withoutWordsTheNewestIsTheMostRelevant() {
        Corpus corpus = corpus(new RandomItems(97));
        SearchQuery query = SearchQuery.everything().limit(7);

        assertThat(hits(query))
                .extracting(SearchHit::score)
                .as("scores of a query without words")
                .containsOnly(hits(query).get(0).score());
        assertThat(ids(query)).isEqualTo(ids(query.sort(Sort.NEWEST))).isEqualTo(ordered(query, corpus));
    }

    @Test
    void titlesAreInTheOrderOfTheReadersLanguage() {
        List<String> titles = List.of(
                "nube blanca", "Ñandú", "ñandú gris", "Nube", "Zorro", "árbol", "Arbol seco", "¡Zas!", "(co) opera");
        for (String title : titles) {
            put(document("t-" + titles.indexOf(title), Samples.practice(title)));
        }
        SearchQuery spanish = SearchQuery.everything().sort(Sort.TITLE).preferred(List.of(Language.ES));

        assertThat(ids(spanish).stream().map(id -> titles.get(Integer.parseInt(id.substring(2)))))
                .containsExactly(
                        "árbol",
                        "Arbol seco",
                        "(co) opera",
                        "Nube",
                        "nube blanca",
                        "Ñandú",
                        "ñandú gris",
                        "¡Zas!",
                        "Zorro");
    }

    private Corpus corpus(RandomItems items) {
        return corpus(items, false);
    }

    /**
     * Fills the index.
     *
     * @param read whether somebody searches between any two changes: then an index that writes what is asked for ends up with
     *     several parts, in some of which something was taken out since
     */
    private Corpus corpus(RandomItems items, boolean read) {
        Corpus corpus = new Corpus();
        Random random = items.random();
        int size = random.nextInt(LARGEST);
        for (int number = 0; number < size; number += 1 + random.nextInt(30)) {
            List<IndexChange> changes = changes(items, 1 + random.nextInt(40), size);
            corpus.apply(changes);
            apply(changes);
            if (read) {
                index().search(SearchQuery.everything());
            }
        }
        return corpus;
    }

    /** Mostly items, and others with the same ids, some of which are there already; now and then one is taken out. */
    private static List<IndexChange> changes(RandomItems items, int number, int ids) {
        return Stream.generate(() -> DocumentId.of(
                        kind(items.random()), "item-" + items.random().nextInt(ids)))
                .limit(number)
                .<IndexChange>map(id -> items.random().nextInt(8) == 0
                        ? new IndexChange.Remove(id)
                        : new IndexChange.Put(items.document(id)))
                .toList();
    }

    private static String kind(Random random) {
        return random.nextInt(6) == 0 ? "talk" : DocumentId.ITEM;
    }

    private List<String> mismatches(SearchQuery asked, Corpus corpus) {
        SearchQuery query = corpus.answered(asked);
        List<String> mismatches = new ArrayList<>();
        List<SearchDocument> expected = corpus.matching(query);
        SearchPage first = index().search(asked);
        List<SearchHit> hits = hits(asked);
        Set<DocumentId> ids = new HashSet<>();
        hits.forEach(hit -> check(ids.add(hit.id()), "came twice: " + hit, mismatches));
        check(first.enough() == query.enough(), "enough " + first.enough() + ", not " + query.enough(), mismatches);
        check(first.total() == expected.size(), "total " + first.total() + ", not " + expected.size(), mismatches);
        expected.forEach(document -> check(ids.remove(document.id()), "not found: " + document.id(), mismatches));
        check(ids.isEmpty(), "found too much: " + ids, mismatches);
        check(
                first.counts().equals(corpus.counts(query)),
                "counts " + first.counts() + ", not " + corpus.counts(query),
                mismatches);
        if (ids.isEmpty()) {
            hits.forEach(hit ->
                    check(hit.card().equals(corpus.document(hit.id()).card()), "another's card: " + hit, mismatches));
            inOrder(query, hits, corpus, mismatches);
        }
        hitsCompared += expected.size();
        loosely += query.enough() == asked.enough() ? 0 : 1;
        countsCompared += first.counts().values().stream().mapToLong(Map::size).sum();
        return mismatches;
    }

    private static void inOrder(SearchQuery query, List<SearchHit> hits, Corpus corpus, List<String> mismatches) {
        Comparator<SearchDocument> order = query.order();
        boolean byScore = query.sort() == Sort.RELEVANCE && !query.words().isBlank();
        for (int next = 1; next < hits.size(); next++) {
            SearchHit former = hits.get(next - 1);
            SearchHit hit = hits.get(next);
            boolean decided = byScore && former.score() > hit.score();
            boolean tied = !byScore || former.score() == hit.score();
            boolean ordered = order.compare(corpus.document(former.id()), corpus.document(hit.id())) < 0;
            check(decided || (tied && ordered), "out of order: " + former + " before " + hit, mismatches);
        }
    }

    private static List<String> ordered(SearchQuery query, Corpus corpus) {
        return corpus.matching(query).stream()
                .sorted(query.order())
                .map(document -> document.id().id())
                .toList();
    }

    private static void check(boolean holds, String otherwise, List<String> mismatches) {
        if (!holds) {
            mismatches.add(otherwise);
        }
    }
}
