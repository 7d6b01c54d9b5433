package org.migrationhub.search.lucene;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.migrationhub.core.search.FoldedText;
import org.migrationhub.core.vocabulary.Language;

/**
 * In which languages a query is written, as far as its script, its letters and its words tell: nobody says so. A word
 * belongs to the language in whose texts it occurs most often. Each language gets its likelihood against the likeliest
 * of its script. Not thread-safe.
 */
final class Recognition {

    /** How much more likely a word makes a language that can't do without it. */
    private static final double STOP_WORD = 2;

    private static final double LETTER = 2;
    private static final double READER = 1;

    private static final Map<TextLanguage, String> LETTERS = Map.of(
            TextLanguage.ES, "ñ¿¡íúó",
            TextLanguage.FR, "çœèêùôîûëà");

    private final Known known;
    private final Stems stems;

    Recognition(Known known, Stems stems) {
        this.known = known;
        this.stems = stems;
    }

    /** The likelihoods; a language that is not among them is not the query's. */
    Map<TextLanguage, Float> of(String typed, List<String> words, List<Language> preferred) {
        Map<TextLanguage, Float> likelihoods = new EnumMap<>(TextLanguage.class);
        Set<TextLanguage> candidates = EnumSet.noneOf(TextLanguage.class);
        words.forEach(word -> candidates.addAll(TextLanguage.ofScript(word)));
        Map<TextLanguage, Double> evidence = new EnumMap<>(TextLanguage.class);
        for (TextLanguage language : candidates) {
            evidence.put(language, evidence(language, typed, words, preferred));
        }
        evidence.forEach((language, own) -> {
            double best = evidence.entrySet().stream()
                    .filter(entry -> entry.getKey().sharesScriptWith(language))
                    .mapToDouble(Map.Entry::getValue)
                    .max()
                    .orElseThrow();
            double likelihood = Math.exp(own - best);
            if (likelihood >= Scoring.LEAST_LIKELY) {
                likelihoods.put(language, (float) likelihood);
            }
        });
        return likelihoods;
    }

    private double evidence(TextLanguage language, String typed, List<String> words, List<Language> preferred) {
        double evidence =
                preferred.stream().limit(1).anyMatch(first -> TextLanguage.of(first) == language) ? READER : 0;
        String letters = LETTERS.getOrDefault(language, "");
        evidence +=
                typed.toLowerCase(Locale.ROOT).chars().anyMatch(letter -> letters.indexOf(letter) >= 0) ? LETTER : 0;
        for (String word : words) {
            if (!FoldedText.isWithoutSpaces(word)) {
                evidence += language.isStopWord(word) ? STOP_WORD : 0;
                evidence += Math.log(frequency(language, word));
            }
        }
        return evidence;
    }

    /** In how many of the texts a word occurs, never none: a hub may have few texts of a language. */
    private double frequency(TextLanguage language, String word) {
        double texts = known.documents(language.body());
        double having = known.documents(language.body(), stems.stem(word, language));
        return (having + 0.1) / (texts + 5);
    }
}
