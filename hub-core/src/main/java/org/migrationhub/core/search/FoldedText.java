package org.migrationhub.core.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a text into words as they are compared: without case, accents and lengthening, and with one set of digits for all
 * scripts. Letters and digits make a word;
 * everything else keeps words apart, and so does the change between a script written without spaces and another. Every
 * index cuts texts and queries like this, or it would find less than a query means. The methods may be called by several
 * threads.
 */
public final class FoldedText {

    /** Stands among {@link #units} where something kept two words of scripts without spaces apart. */
    public static final String BREAK = "/";

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

    /** The no-break space, which is a space and more. */
    private static final int FIRST_TO_TAKE_APART = 0xA0;

    private static final int FIRST_HAN = 0x4E00;
    private static final int LAST_HAN = 0x9FFF;

    /** Lengthens an Arabic word to fill a line. */
    private static final int TATWEEL = 0x0640;

    private final List<String> words = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean withoutSpaces;
    private int begin;
    private int end;
    private int wordBegin;
    private int wordEnd;

    private FoldedText() {}

    /**
     * A word and where it stands in its text.
     *
     * @param word as {@link FoldedText#words} has it
     * @param begin the index of its first character
     * @param end the index behind its last character
     */
    public record Placed(String word, int begin, int end) {}

    /** The words of a text with where they stand, in its order. */
    public static List<Placed> placed(String text) {
        FoldedText folded = new FoldedText();
        for (int at = 0; at < text.length(); at = folded.end) {
            folded.begin = at;
            int codePoint = text.codePointAt(at);
            folded.end = at + Character.charCount(codePoint);
            if (isOneForGood(codePoint)) {
                folded.add(codePoint);
            } else {
                Normalizer.normalize(text.substring(at, folded.end), Normalizer.Form.NFKD)
                        .codePoints()
                        .forEach(folded::add);
            }
        }
        folded.endWord();
        return folded.placed;
    }

    /** The words of a text, in its order. */
    public static List<String> words(String text) {
        FoldedText folded = new FoldedText();
        Normalizer.normalize(text, Normalizer.Form.NFKD).codePoints().forEach(folded::add);
        folded.endWord();
        return folded.words;
    }

    /** Whether a word of {@link #words} stands among others without spaces. */
    public static boolean isWithoutSpaces(String word) {
        return isWithoutSpaces(word.codePointAt(0));
    }

    /**
     * The same words in the units that are compared one by one: a word is one unit, but of a script without spaces each
     * character is. What holds all units of a word, or of several words, one after the other, holds these words.
     */
    public static List<String> units(List<String> words) {
        List<String> units = new ArrayList<>(words.size());
        boolean before = false;
        for (String word : words) {
            boolean spaceless = isWithoutSpaces(word);
            if (!spaceless) {
                units.add(word);
            } else {
                if (before) {
                    units.add(BREAK);
                }
                word.codePoints().mapToObj(Character::toString).forEach(units::add);
            }
            before = spaceless;
        }
        return units;
    }

    private void add(int codePoint) {
        if (Character.isLetterOrDigit(codePoint) && codePoint != TATWEEL) {
            addLetter(codePoint);
        } else if (!isPartOfWord(codePoint)) {
            endWord();
        }
    }

    private void addLetter(int written) {
        int codePoint = Character.isDigit(written) ? '0' + Character.digit(written, 10) : written;
        boolean changes = isWithoutSpaces(codePoint) != withoutSpaces;
        if (changes) {
            endWord();
            withoutSpaces = !withoutSpaces;
        }
        wordBegin = word.isEmpty() ? begin : wordBegin;
        wordEnd = end;
        word.appendCodePoint(Character.toLowerCase(Character.toUpperCase(codePoint)));
    }

    private void endWord() {
        if (!word.isEmpty()) {
            words.add(word.toString());
            placed.add(new Placed(word.toString(), wordBegin, wordEnd));
            word.setLength(0);
        }
    }

    /** What no normalization takes apart; to ask it about every character of a text takes longer than all the rest. */
    private static boolean isOneForGood(int codePoint) {
        return codePoint < FIRST_TO_TAKE_APART || (codePoint >= FIRST_HAN && codePoint <= LAST_HAN);
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
