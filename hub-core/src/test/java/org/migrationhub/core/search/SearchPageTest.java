package org.migrationhub.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.SubmissionId;

class SearchPageTest {

    private static final SearchCard CARD =
            new ItemDocument(new SubmissionId("a"), Samples.practice(), Samples.NOW).card();

    @Test
    void aPageStaysAsItWasMade() {
        List<SearchHit> hits = new ArrayList<>(List.of(new SearchHit(DocumentId.of(new SubmissionId("a")), 1, CARD)));
        SortedMap<String, Long> kinds = new TreeMap<>(Map.of("practice", 1L));
        Map<Facet, SortedMap<String, Long>> counts = new EnumMap<>(Map.of(Facet.KIND, kinds));
        SearchPage page = new SearchPage(hits, 1, null, counts);
        hits.clear();
        kinds.clear();
        counts.clear();
        assertThat(page.hits()).hasSize(1);
        assertThat(page.counts().get(Facet.KIND)).containsEntry("practice", 1L);
        assertThatThrownBy(() -> page.counts().get(Facet.KIND).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aScoreIsANumber() {
        DocumentId id = DocumentId.of(new SubmissionId("a"));
        assertThatThrownBy(() -> new SearchHit(id, Double.NaN, CARD)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SearchHit(id, Double.POSITIVE_INFINITY, CARD))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
