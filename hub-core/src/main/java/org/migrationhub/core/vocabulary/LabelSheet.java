package org.migrationhub.core.vocabulary;

import java.util.HashMap;
import java.util.Map;

/**
 * The texts in one language.
 *
 * @param labels the short labels, by the code of the term
 * @param titles the long titles that may be shown, by the code of the objective
 * @param briefs explanations in the Hub's own words, by the code of the objective
 */
record LabelSheet(Map<String, Label> labels, Map<String, Label> titles, Map<String, Label> briefs) {

    static final LabelSheet EMPTY = new LabelSheet(Map.of(), Map.of(), Map.of());

    private static final String LABEL = ".label";
    private static final String TITLE = ".title";
    private static final String BRIEF = ".brief";

    LabelSheet {
        labels = Map.copyOf(labels);
        titles = Map.copyOf(titles);
        briefs = Map.copyOf(briefs);
    }

    /**
     * The texts of one file, by key. Titles that are not official are left out unless they are English: it is better to
     * show the English title than to pass off a translation as a title of the United Nations.
     */
    static LabelSheet of(Map<String, String> texts, Language language, boolean official) {
        boolean withTitles = official || language.equals(Language.EN);
        return new LabelSheet(
                withSuffix(LABEL, texts, language, official),
                withTitles ? withSuffix(TITLE, texts, language, official) : Map.of(),
                withSuffix(BRIEF, texts, language, official));
    }

    /**
     * Whether a key is of the form {@code code.label}, {@code code.title} or {@code code.brief} and the code can have such
     * a text. Among official texts there is no brief: it explains, in words that aren't those of the United Nations.
     */
    static boolean isKey(String key, boolean official) {
        if (key.endsWith(LABEL)) {
            return Terms.find(without(LABEL, key)).isPresent();
        }
        if (key.endsWith(BRIEF)) {
            return !official && Objective.find(without(BRIEF, key)).isPresent();
        }
        return key.endsWith(TITLE)
                && Objective.find(without(TITLE, key))
                        .filter(objective -> objective.number().isPresent())
                        .isPresent();
    }

    /** These texts, and in place of each that the other sheet has too, the other's. */
    LabelSheet overriddenBy(LabelSheet other) {
        return new LabelSheet(merged(labels, other.labels), merged(titles, other.titles), merged(briefs, other.briefs));
    }

    private static Map<String, Label> withSuffix(
            String suffix, Map<String, String> texts, Language language, boolean official) {
        Map<String, Label> found = new HashMap<>();
        texts.forEach((key, text) -> {
            if (key.endsWith(suffix)) {
                found.put(without(suffix, key), new Label(text, language, official));
            }
        });
        return found;
    }

    private static Map<String, Label> merged(Map<String, Label> base, Map<String, Label> over) {
        Map<String, Label> merged = new HashMap<>(base);
        merged.putAll(over);
        return merged;
    }

    private static String without(String suffix, String key) {
        return key.substring(0, key.length() - suffix.length());
    }
}
