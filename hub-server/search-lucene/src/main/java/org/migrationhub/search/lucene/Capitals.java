package org.migrationhub.search.lucene;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.migrationhub.core.search.FoldedText;

/**
 * Words that were typed in capitals among others that weren't. They are acronyms: "UN", "EU" or "IT" there is the name of a
 * body, though in small letters it is an article, a verb or a pronoun of some language.
 *
 * @param words folded
 */
record Capitals(Set<String> words) {

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}]+");
    private static final Pattern SMALL = Pattern.compile("\\p{Ll}");
    private static final String OR = "OR";

    /**
     * Those of a query.
     *
     * @param typed as it was typed
     * @param wanted its wanted words, folded; if all of them are in capitals, that says nothing
     */
    static Capitals of(String typed, List<String> wanted) {
        Set<String> words = new HashSet<>();
        if (SMALL.matcher(typed).find()) {
            WORD.matcher(typed)
                    .results()
                    .map(found -> found.group())
                    .filter(Capitals::isInCapitals)
                    .forEach(word -> words.addAll(FoldedText.words(word)));
        }
        return new Capitals(words.containsAll(wanted) ? Set.of() : words);
    }

    boolean has(String word) {
        return words.contains(word);
    }

    /** In a script that knows small letters. */
    private static boolean isInCapitals(String word) {
        return !word.equals(OR)
                && word.equals(word.toUpperCase(Locale.ROOT))
                && !word.equals(word.toLowerCase(Locale.ROOT));
    }
}
