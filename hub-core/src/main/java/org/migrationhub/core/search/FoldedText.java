package org.migrationhub.core.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a text into words as they are compared: without case, accents and lengthening. Letters and digits make a word;
 * everything else keeps words apart, and so does the change between a script written without spaces and another. Not
 * thread-safe.
 */
final class FoldedText {

    private static final Set<UnicodeScript> WITHOUT_SPACES = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** Thai, the first of these scripts in the order of Unicode. */
    private static final int FIRST_WITHOUT_SPACES = 0x0E00;

    /** Lengthens an Arabic word to fill a line. */
    private static final int TATWEEL = 0x0640;

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean withoutSpaces;

    private FoldedText() {}

    /** The words of a text, in its order. */
    static List<String> words(String text) {
        FoldedText folded = new FoldedText();
        Normalizer.normalize(text, Normalizer.Form.NFKD).codePoints().forEach(folded::add);
        folded.endWord();
        return folded.words;
    }

    /** Whether a word of {@link #words} stands among others without spaces. */
    static boolean isWithoutSpaces(String word) {
        return isWithoutSpaces(word.codePointAt(0));
    }

    private void add(int codePoint) {
        if (Character.isLetterOrDigit(codePoint) && codePoint != TATWEEL) {
            addLetter(codePoint);
        } else if (!isPartOfWord(codePoint)) {
            endWord();
        }
    }

    private void addLetter(int codePoint) {
        boolean changes = isWithoutSpaces(codePoint) != withoutSpaces;
        if (changes) {
            endWord();
            withoutSpaces = !withoutSpaces;
        }
        word.appendCodePoint(Character.toLowerCase(Character.toUpperCase(codePoint)));
    }

    private void endWord() {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** Accents, lengthening, and characters without width, which only shape the letters around them. */
    private static boolean isPartOfWord(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT -> true;
            default -> codePoint == TATWEEL;
        };
    }

    private static boolean isWithoutSpaces(int codePoint) {
        return codePoint >= FIRST_WITHOUT_SPACES && WITHOUT_SPACES.contains(UnicodeScript.of(codePoint));
    }
}
