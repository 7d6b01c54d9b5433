package org.migrationhub.search.lucene;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.migrationhub.core.search.FoldedText;
import org.migrationhub.core.search.WordQuery;
import org.migrationhub.core.search.WordQuery.Term;

/**
 * What apostrophes have left of words in a query, such as the articles in "l'OIM" and "d’accueil" and the ending in
 * "worker's": folding makes words of them, but nobody looks for these.
 *
 * @param letters single letters before or behind an apostrophe, folded
 */
record Elisions(Set<String> letters) {

    private static final Pattern LETTER = Pattern.compile(
            "(?<![\\p{L}\\p{M}\\p{N}])(\\p{L}\\p{M}*)['\u2019]" + "|['\u2019](\\p{L}\\p{M}*)(?![\\p{L}\\p{M}\\p{N}])");

    /** Those of what was typed. */
    static Elisions of(String typed) {
        Set<String> letters = new HashSet<>();
        LETTER.matcher(typed)
                .results()
                .map(MatchResult::group)
                .flatMap(letter -> FoldedText.words(letter).stream())
                .forEach(letters::add);
        return new Elisions(letters);
    }

    /**
     * A query without these in its wanted terms, and without words that say nothing in terms of several words, as long as
     * others are left in the term. Quoted and unwanted words stay as they are.
     *
     * @param saysNothing whether a word says nothing by itself
     */
    WordQuery without(WordQuery asked, Predicate<String> saysNothing) {
        Predicate<String> drop = word -> letters.contains(word) || saysNothing.test(word);
        List<List<Term>> wanted = asked.wanted().stream()
                .map(alternatives ->
                        alternatives.stream().map(term -> telling(term, drop)).toList())
                .toList();
        return new WordQuery(wanted, asked.unwanted());
    }

    /** Whether a word is a single letter of a script in which that is no word. */
    static boolean isLetter(String word) {
        return word.codePointCount(0, word.length()) == 1
                && Character.isLetter(word.codePointAt(0))
                && !FoldedText.isWithoutSpaces(word);
    }

    private static Term telling(Term term, Predicate<String> drop) {
        Stream<String> words = term.words().stream();
        List<String> left =
                term.together() ? List.of() : words.filter(drop.negate()).toList();
        return left.isEmpty() ? term : new Term(left, false);
    }
}
