package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.search.FoldedText;
import org.migrationhub.core.search.WordQuery;

/**
 * What may be meant by those words of a query that no document holds in any form.
 *
 * @param asked the query
 * @param capitals which of its words are in capitals
 * @param meant by each such word, the likeliest first
 */
record Spelling(WordQuery asked, Capitals capitals, Map<String, List<String>> meant) {

    /** To look at more words would take too long. */
    private static final int MOST = 8;

    static Spelling of(WordQuery asked, Capitals capitals, Stems stems, Known known, IndexReader reader)
            throws IOException {
        Typos typos = new Typos(reader, known);
        Map<String, List<String>> meant = new LinkedHashMap<>();
        for (String word : unquoted(asked).limit(MOST).toList()) {
            if (!isKnown(word, stems, known)) {
                List<String> near = typos.near(word);
                if (!near.isEmpty()) {
                    meant.put(word, near);
                }
            }
        }
        return new Spelling(asked, capitals, meant);
    }

    /** What may be meant by a word; none if it is good as it is, or if nothing is near it. */
    List<String> meant(String word) {
        return meant.getOrDefault(word, List.of());
    }

    /** The query as it seems to be meant; null if it is good as it is. */
    @Nullable
    String didYouMean() {
        if (meant.isEmpty()) {
            return null;
        }
        Stream<String> wanted = asked.wanted().stream()
                .map(alternatives -> alternatives.stream().map(this::written).collect(Collectors.joining(" OR ")));
        Stream<String> unwanted = asked.unwanted().stream().map(term -> "-" + written(term));
        return Stream.concat(wanted, unwanted).collect(Collectors.joining(" "));
    }

    private String written(WordQuery.Term term) {
        if (term.together()) {
            return "\"" + String.join(" ", term.words()) + "\"";
        }
        return term.words().stream()
                .map(word -> meant(word).stream().findFirst().orElse(capitals.written(word)))
                .collect(Collectors.joining("-")); // which keeps the words of one term in one
    }

    private static Stream<String> unquoted(WordQuery asked) {
        return asked.terms()
                .filter(term -> !term.together())
                .flatMap(term -> term.words().stream())
                .filter(word -> !FoldedText.isWithoutSpaces(word))
                .distinct();
    }

    private static boolean isKnown(String word, Stems stems, Known known) {
        return Stream.of(TextLanguage.values())
                        .anyMatch(language -> known.has(language.body(), stems.stem(word, language)))
                || !Synonyms.standard().of(List.of(word)).isEmpty();
    }
}
