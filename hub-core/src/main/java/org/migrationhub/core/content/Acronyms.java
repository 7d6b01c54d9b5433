package org.migrationhub.core.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds acronyms that a title doesn't spell out. An acronym is a word of at least two letters, all of them capitals
 * (a plural "s" behind them is overlooked); it works in every script that has capitals and finds nothing in the
 * others. A number in Roman digits is no acronym.
 *
 * <p>Spelled out is an acronym that stands in brackets behind at least two words of which one begins with its first
 * letter, or behind text of another script, which can't be compared; and an acronym that is followed by words in
 * brackets. This is meant for a warning: it judges kindly.
 */
final class Acronyms {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern ACRONYM = Pattern.compile("(?=.*\\p{Lu}.*\\p{Lu})([\\p{Lu}\\p{M}\\p{N}]+?)s?");
    private static final Pattern ROMAN = Pattern.compile("[IVX]+");
    private static final Pattern OPENED = Pattern.compile("[(（]\\s*\\z");
    private static final Pattern CLOSED = Pattern.compile("\\A\\s*[)）]");
    private static final Pattern FOLLOWED = Pattern.compile("\\A\\s*[(（][^)）]*(\\p{Ll}|\\p{Lo})[^)）]*[)）]");

    /** A title of fewer words in capitals may consist of acronyms. */
    private static final int WORDS_OF_A_SHOUTED_TITLE = 4;

    private final String title;
    private final List<MatchResult> words;

    private Acronyms(String title) {
        this.title = title;
        this.words = WORD.matcher(title).results().toList();
    }

    /** The acronyms that are nowhere in the title spelled out, each once, in their order. */
    static List<String> unexplained(String title) {
        return new Acronyms(title).unexplained();
    }

    /** Whether the title has several words and all its letters are capitals: then acronyms can't be told from words. */
    static boolean isAllInCapitals(String title) {
        return WORD.matcher(title)
                                .results()
                                .filter(word -> word.group().length() > 1)
                                .count()
                        >= WORDS_OF_A_SHOUTED_TITLE
                && title.codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase);
    }

    private List<String> unexplained() {
        Set<String> acronyms = new LinkedHashSet<>();
        Set<String> explained = new LinkedHashSet<>();
        for (MatchResult word : words) {
            if (isAcronym(word.group())) {
                acronyms.add(base(word));
                if (isExplained(word)) {
                    explained.add(base(word));
                }
            }
        }
        acronyms.removeAll(explained);
        return new ArrayList<>(acronyms);
    }

    private static boolean isAcronym(String word) {
        return ACRONYM.matcher(word).matches() && !ROMAN.matcher(word).matches();
    }

    private static String base(MatchResult acronym) {
        return acronym.group().replaceFirst("s\\z", "");
    }

    private boolean isExplained(MatchResult acronym) {
        String before = title.substring(0, acronym.start());
        String after = title.substring(acronym.end());
        boolean inBrackets =
                OPENED.matcher(before).find() && CLOSED.matcher(after).find();
        return inBrackets ? isExplainedBefore(acronym) : FOLLOWED.matcher(after).find();
    }

    private boolean isExplainedBefore(MatchResult acronym) {
        List<String> before = words.stream()
                .filter(word -> word.end() <= acronym.start())
                .map(MatchResult::group)
                .filter(word -> !isAcronym(word))
                .toList();
        int initial = initial(acronym.group());
        return before.stream().anyMatch(word -> isOfOtherScript(initial, word))
                || (before.size() > 1 && before.stream().anyMatch(word -> initial(word) == initial));
    }

    private static boolean isOfOtherScript(int initial, String word) {
        int other = word.codePointAt(0);
        return Character.isLetter(other)
                && Character.UnicodeScript.of(other) != Character.UnicodeScript.of(Character.toUpperCase(initial));
    }

    private static int initial(String word) {
        return Character.toUpperCase(word.codePointAt(0));
    }
}
