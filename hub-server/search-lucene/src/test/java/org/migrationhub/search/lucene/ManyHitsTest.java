package org.migrationhub.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.kit.RandomItems;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.ItemDocument;
import org.migrationhub.core.search.SearchHit;
import org.migrationhub.core.search.SearchPage;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.vocabulary.Language;

/** More hits than are looked at one by one, in several segments. */
class ManyHitsTest {

    private static final int FEW = 300;

    private final RandomItems items = new RandomItems(3);
    private final Map<DocumentId, ItemDocument> documents = new HashMap<>();

    @Test
    void theBestOfManyAreThoseThatALookAtEachFinds() {
        try (LuceneSearchIndex index = LuceneSearchIndex.inMemory()) {
            for (int batch = 1; batch <= 6; batch++) {
                index.apply(batch(150), batch);
                index.search(SearchQuery.everything());
            }
            SearchQuery many = SearchQuery.everything()
                    .words(IntStream.range(0, 5)
                            .mapToObj(word -> items.word(Language.EN))
                            .collect(Collectors.joining(" OR ")))
                    .counting(Set.of(Facet.TYPE));
            SearchPage page = index.search(many);
            assertThat(page.total()).isGreaterThan(2 * FEW);

            Map<DocumentId, Double> each = new HashMap<>();
            for (String type : page.counts().get(Facet.TYPE).keySet()) {
                SearchQuery few = many.only(Facet.TYPE, type);
                assertThat(index.search(few).total()).isLessThanOrEqualTo(FEW);
                pages(index, few).forEach(hit -> each.put(hit.id(), hit.score()));
            }
            List<SearchHit> hits = pages(index, many);
            assertThat(hits).extracting(SearchHit::id).containsExactlyInAnyOrderElementsOf(each.keySet());
            assertThat(hits).allSatisfy(hit -> assertThat(hit.score()).isCloseTo(each.get(hit.id()), within(1e-4)));
            assertThat(hits)
                    .isSortedAccordingTo(Comparator.comparingDouble(SearchHit::score)
                            .thenComparing(hit -> documents.get(hit.id()).publishedAt())
                            .thenComparing(SearchHit::id)
                            .reversed());
        }
    }

    private List<IndexChange> batch(int size) {
        List<IndexChange> batch = new ArrayList<>();
        for (int item = 0; item < size; item++) {
            ItemDocument document = items.document(new SubmissionId("item-" + documents.size()));
            documents.put(document.id(), document);
            batch.add(new IndexChange.Put(document));
        }
        return batch;
    }

    private static List<SearchHit> pages(LuceneSearchIndex index, SearchQuery query) {
        List<SearchHit> hits = new ArrayList<>();
        SearchPage page = index.search(query.limit(20));
        hits.addAll(page.hits());
        for (String next = page.next(); next != null; next = page.next()) {
            page = index.search(query.limit(20).after(next));
            hits.addAll(page.hits());
        }
        return hits;
    }
}
