package org.migrationhub.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.migrationhub.search.lucene.JudgedSet.Judged;

/** How well the judged sample queries find what they should; the figure may not fall. */
class RelevanceTest {

    /** To be raised when the figure rises, and lowered with a reason only. */
    private static final double LEAST = 0.999;

    /** The same of each language, of the judged items that fit best: one may not get worse for the sake of another. */
    private static final Map<String, Double> LEAST_BY_LANGUAGE =
            Map.of("ar", 1.0, "en", 0.999, "es", 0.999, "fr", 1.0, "ru", 0.997, "zh", 1.0);

    @Test
    void theJudgedQueriesFindWhatTheyShould() {
        List<Judged> queries = JudgedSet.queries();
        assertThat(queries).hasSizeGreaterThanOrEqualTo(40);
        try (LuceneSearchIndex index = LuceneSearchIndex.inMemory()) {
            index.apply(JudgedSet.items(), 1);
            Map<String, Double> byLanguage = queries.stream()
                    .collect(Collectors.groupingBy(
                            Judged::language, TreeMap::new, Collectors.averagingDouble(query -> query.score(index))));
            double all = queries.stream()
                    .mapToDouble(query -> query.score(index))
                    .average()
                    .orElseThrow();
            queries.stream()
                    .filter(query -> query.score(index) < 1)
                    .forEach(query -> System.out.printf(
                            Locale.ROOT, "RelevanceTest: %.3f of \"%s\"%n", query.score(index), query.words()));
            System.out.printf(
                    Locale.ROOT,
                    "RelevanceTest: nDCG@10 %.4f over %d sample queries, by language %s%n",
                    all,
                    queries.size(),
                    byLanguage);
            assertThat(all).isGreaterThanOrEqualTo(LEAST);
            assertThat(byLanguage)
                    .containsOnlyKeys(LEAST_BY_LANGUAGE.keySet())
                    .allSatisfy((language, figure) -> assertThat(figure)
                            .as("in %s", language)
                            .isGreaterThanOrEqualTo(LEAST_BY_LANGUAGE.get(language)));
        }
    }
}
