package org.migrationhub.core.content;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name as it is compared: without case, accents, lengthening and punctuation, words apart by single spaces. A name in
 * parentheses counts as words of the name: "Office of the High Commissioner (OHCHR)" contains "OHCHR". In scripts that are
 * written without spaces every character is a word, so that a name is found inside a longer one.
 *
 * @param words the folded words, with a space before, between and after; a single space if there are none
 */
public record FoldedName(String words) {

    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\u0640]+");
    private static final Pattern WITHOUT_SPACES = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The folded form of a name as somebody wrote it. */
    public static FoldedName of(String written) {
        String caseless = written.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String plain = MARKS.matcher(Normalizer.normalize(caseless, Normalizer.Form.NFKD))
                .replaceAll("");
        String spaced = WITHOUT_SPACES.matcher(plain).replaceAll(" $0 ");
        String folded = SEPARATORS
                .matcher(spaced.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return new FoldedName(folded.isEmpty() ? " " : " " + folded + " ");
    }

    /** Whether nothing is left to compare. */
    public boolean isEmpty() {
        return words.isBlank();
    }

    /** Whether the other's words, if it has any, stand in this name one after the other. */
    public boolean contains(FoldedName other) {
        return !other.isEmpty() && words.contains(other.words);
    }
}
