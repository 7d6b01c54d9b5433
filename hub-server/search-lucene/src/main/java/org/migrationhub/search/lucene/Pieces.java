package org.migrationhub.search.lucene;

import java.util.ArrayList;
import java.util.List;
import org.migrationhub.core.search.FoldedText;

/** What a word of a script without spaces is found by: its characters, and each two that follow one another. */
final class Pieces {

    private static final int MOST = 16;

    private Pieces() {}

    /** Characters and pairs. */
    static List<String> of(String word) {
        List<String> pieces = characters(word);
        pieces.addAll(pairs(word));
        return pieces;
    }

    /** Each two characters that follow one another; none in a word of one character. */
    static List<String> pairs(String word) {
        List<String> characters = characters(word);
        List<String> pairs = new ArrayList<>();
        for (int at = 1; at < characters.size(); at++) {
            pairs.add(characters.get(at - 1) + characters.get(at));
        }
        return pairs;
    }

    /** What a word is looked for by: its pairs, or itself if it is a single character; each once, and not without end. */
    static List<String> looked(String word) {
        List<String> pairs = pairs(word);
        return pairs.isEmpty()
                ? List.of(word)
                : pairs.stream().distinct().limit(MOST).toList();
    }

    /** Whether a unit is a character of such a script. */
    static boolean isCharacter(String unit) {
        return !unit.isEmpty() && !unit.equals(FoldedText.BREAK) && FoldedText.isWithoutSpaces(unit);
    }

    private static List<String> characters(String word) {
        return new ArrayList<>(word.codePoints().mapToObj(Character::toString).toList());
    }
}
