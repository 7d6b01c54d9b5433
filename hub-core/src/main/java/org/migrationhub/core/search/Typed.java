package org.migrationhub.core.search;

import java.util.List;

/**
 * What has been typed so far: whole words, and the last one perhaps only begun. Immutable and thread-safe.
 *
 * @param words as {@link FoldedText#words} cuts them; none if there is too little, or too much, to suggest anything for
 */
public record Typed(List<String> words) {

    /** More words make no sense before a beginning, and cost. */
    private static final int MOST_WORDS = 12;

    /** Copies the list. */
    public Typed {
        words = List.copyOf(words);
    }

    /** What can be made of it: nothing of a single letter, and of more than {@value SearchQuery#LONGEST} characters. */
    public static Typed of(String text) {
        List<String> words = text.length() > SearchQuery.LONGEST ? List.of() : FoldedText.words(text);
        boolean enough = !words.isEmpty() && words.size() <= MOST_WORDS && !isShort(words.get(words.size() - 1));
        return new Typed(enough ? words : List.of());
    }

    /** Whether there is nothing to suggest anything for. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** The words that are whole. */
    public List<String> whole() {
        return isEmpty() ? List.of() : words.subList(0, words.size() - 1);
    }

    /** The last word, with which others may begin. */
    public String last() {
        return words.get(words.size() - 1);
    }

    /** Whether every word occurs in a text, the last of them as the beginning of a word. Nothing fits nothing. */
    public boolean fits(List<String> text) {
        return !isEmpty()
                && whole().stream().allMatch(word -> holds(text, word))
                && (FoldedText.isWithoutSpaces(last())
                        ? holds(text, last())
                        : text.stream().anyMatch(word -> word.startsWith(last())));
    }

    private static boolean holds(List<String> text, String word) {
        return FoldedText.isWithoutSpaces(word)
                ? text.stream().anyMatch(other -> other.contains(word))
                : text.contains(word);
    }

    private static boolean isShort(String word) {
        return word.length() < 2 && !FoldedText.isWithoutSpaces(word);
    }
}
