package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.search.Enough;
import org.migrationhub.core.search.FoldedText;
import org.migrationhub.core.search.WordQuery;

/**
 * What may be meant by those words of a query that no document holds in any form, or so few that it may be their authors who
 * have mistyped them.
 *
 * @param asked the query
 * @param capitals which of its words are in capitals
 * @param meant by each such word, the likeliest first
 * @param held those of them that some document holds: they may be meant as they are
 */
record Spelling(WordQuery asked, Capitals capitals, Map<String, List<String>> meant, Set<String> held) {

    /** To look at more words would take too long. */
    private static final int MOST = 8;

    /** What more documents hold is no mistake. */
    private static final int FEW = 2;

    /** What is meant by a word that some hold is held by so many times as many. */
    private static final int MUCH = 5;

    /** A shorter word that some hold has too many others near it. */
    private static final int LONG = 6;

    /**
     * What may be meant.
     *
     * @param enough how many of the words are: where it isn't all, a short one that nothing holds is rather missing than
     *     mistyped
     */
    static Spelling of(WordQuery asked, Enough enough, Capitals capitals, Stems stems, Known known, IndexReader reader)
            throws IOException {
        Typos typos = new Typos(reader, known);
        Map<String, List<String>> meant = new LinkedHashMap<>();
        Set<String> held = new HashSet<>();
        for (String word : unquoted(asked).limit(MOST).toList()) {
            int documents = documents(word, stems, known);
            boolean nowhere = documents == 0 && (enough == Enough.ALL || word.length() >= LONG);
            if (nowhere || (documents <= FEW && word.length() >= LONG && !capitals.has(word))) {
                List<String> near = typos.near(word, Math.max(1, documents * MUCH));
                if (!near.isEmpty()) {
                    meant.put(word, near);
                    if (documents > 0) {
                        held.add(word);
                    }
                }
            }
        }
        return new Spelling(asked, capitals, meant, held);
    }

    /** Whether a word is to be looked for as it is, too, and before what may be meant by it. */
    boolean isHeld(String word) {
        return held.contains(word);
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

    /** About how many documents hold a word in any form; of a name, as many as can be. */
    private static int documents(String word, Stems stems, Known known) {
        if (!Synonyms.standard().of(List.of(word)).isEmpty()) {
            return Integer.MAX_VALUE;
        }
        return Stream.of(TextLanguage.values())
                .mapToInt(language -> known.documents(language.body(), stems.stem(word, language)))
                .sum();
    }
}
