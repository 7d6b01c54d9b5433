package org.migrationhub.core.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of a document, folded and counted, and where they stand. Immutable once made. */
final class DocumentWords {

    private final List<List<String>> titles = new ArrayList<>();
    private final List<List<String>> others = new ArrayList<>();
    private final Map<String, Integer> inTitles = new HashMap<>();
    private final Map<String, Integer> elsewhere = new HashMap<>();

    DocumentWords(SearchDocument document) {
        for (SearchText text : document.texts()) {
            boolean title = text.part() == SearchText.Part.TITLE;
            List<String> units = FoldedText.units(FoldedText.words(text.text()));
            (title ? titles : others).add(units);
            units.forEach(unit -> (title ? inTitles : elsewhere).merge(unit, 1, Integer::sum));
        }
    }

    /** Whether it holds enough of what is wanted, which was made to be counted so, and nothing that is unwanted. */
    boolean holds(WordQuery query, Enough enough) {
        return query.unwanted().stream().noneMatch(this::holds)
                && query.wanted().stream().filter(WordQuery::isBinding).allMatch(this::holds)
                && held(query) >= enough.least(query.countable().size());
    }

    /** Whether it holds one of the alternatives. */
    boolean holds(List<WordQuery.Term> alternatives) {
        return alternatives.stream().anyMatch(this::holds);
    }

    /**
     * Two for each word in a title, and up to one for how often the word occurs: a title weighs more than any body. Where not all
     * of the words are needed, more of them weigh more than anything else.
     */
    double score(WordQuery query, Enough enough) {
        double score = enough == Enough.ALL ? 0 : 3.0 * query.words().size() * held(query);
        for (String word : query.words()) {
            List<String> units = FoldedText.units(List.of(word));
            int inTitle = occurrences(units, inTitles, titles);
            double all = inTitle + occurrences(units, elsewhere, others);
            score += (inTitle > 0 ? 2 : 0) + all / (all + 1);
        }
        return score;
    }

    private long held(WordQuery query) {
        return query.countable().stream().filter(this::holds).count();
    }

    private boolean holds(WordQuery.Term term) {
        return term.together()
                ? holdsTogether(FoldedText.units(term.words()))
                : term.words().stream().allMatch(word -> holdsTogether(FoldedText.units(List.of(word))));
    }

    private boolean holdsTogether(List<String> units) {
        return occurrences(units, inTitles, titles) + occurrences(units, elsewhere, others) > 0;
    }

    private static int occurrences(List<String> units, Map<String, Integer> counts, List<List<String>> texts) {
        return units.size() == 1
                ? counts.getOrDefault(units.get(0), 0)
                : texts.stream().mapToInt(text -> occurrences(units, text)).sum();
    }

    private static int occurrences(List<String> units, List<String> text) {
        int occurrences = 0;
        int from = 0;
        for (int at = next(units, text, from); at >= 0; at = next(units, text, from)) {
            occurrences++;
            from += at + 1;
        }
        return occurrences;
    }

    private static int next(List<String> units, List<String> text, int from) {
        return Collections.indexOfSubList(text.subList(from, text.size()), units);
    }
}
