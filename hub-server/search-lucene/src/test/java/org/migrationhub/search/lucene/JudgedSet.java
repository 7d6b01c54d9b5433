package org.migrationhub.search.lucene;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.ItemDocument;
import org.migrationhub.core.search.SearchIndex;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.vocabulary.Language;

/** Sample items in six languages, and sample queries of which somebody said what they should find. */
final class JudgedSet {

    private static final int DEPTH = 10;

    private JudgedSet() {}

    /**
     * A query.
     *
     * @param words what is typed
     * @param grades how well items fit, by id: 1 to 3
     */
    record Judged(String words, Map<String, Integer> grades) {

        /** How good the first ten hits are, 1 if no order of any items could be better (nDCG@10). */
        double score(SearchIndex index) {
            List<String> found = index.search(SearchQuery.of(words).limit(DEPTH)).hits().stream()
                    .map(hit -> hit.id().id())
                    .toList();
            List<Integer> best =
                    grades.values().stream().sorted(Comparator.reverseOrder()).toList();
            return gain(found.stream().map(id -> grades.getOrDefault(id, 0)).toList()) / gain(best);
        }

        /** The script of the query, for figures by language: of Latin ones, the language of what it should find. */
        String language() {
            return grades.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey()
                    .substring(0, 2);
        }

        private static double gain(List<Integer> grades) {
            double gain = 0;
            for (int rank = 0; rank < Math.min(DEPTH, grades.size()); rank++) {
                gain += (Math.pow(2, grades.get(rank)) - 1) / (Math.log(rank + 2) / Math.log(2));
            }
            return gain;
        }
    }

    static List<IndexChange> items() {
        List<IndexChange> items = new ArrayList<>();
        lines("judged-items.txt").forEach(line -> {
            String[] fields = line.split("\\|");
            Language language = new Language(fields[1].strip());
            Practice.Builder item =
                    Practice.in(language).text(language, PracticeText.of(fields[2].strip(), fields[3].strip()));
            Arrays.stream(fields[4].split(";")).map(String::strip).forEach(item::implementer);
            items.add(new IndexChange.Put(
                    new ItemDocument(new SubmissionId(fields[0].strip()), item.build(), Samples.NOW)));
        });
        return items;
    }

    static List<Judged> queries() {
        return lines("judged-queries.txt").map(JudgedSet::judged).toList();
    }

    private static Judged judged(String line) {
        int end = line.lastIndexOf('|');
        Map<String, Integer> grades = new HashMap<>();
        for (String grade : line.substring(end + 1).split(",")) {
            String[] parts = grade.strip().split(" ");
            grades.put(parts[0], Integer.parseInt(parts[1]));
        }
        return new Judged(line.substring(0, end).strip(), grades);
    }

    private static Stream<String> lines(String file) {
        try (InputStream in = JudgedSet.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
