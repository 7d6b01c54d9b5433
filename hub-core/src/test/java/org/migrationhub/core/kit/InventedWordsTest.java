package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.vocabulary.Language;

class InventedWordsTest {

    @Test
    void anyTwoWordsDifferInThreeLetters() {
        for (Language language : List.of(Language.EN, Language.RU, Language.AR)) {
            List<String> words = InventedWords.in(language);
            for (String word : words) {
                assertThat(words.stream().filter(other -> differences(word, other) < 3))
                        .as("words like %s", word)
                        .containsExactly(word);
            }
        }
    }

    @Test
    void noCharacterIsInTwoChineseWords() {
        List<String> words = InventedWords.in(Language.ZH);
        assertThat(String.join("", words).codePoints()).doesNotHaveDuplicates().hasSize(2 * words.size());
    }

    /** How many letters must be put in, left out, or replaced to make one word of the other (Levenshtein). */
    private static int differences(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int replaced = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[other.length()];
    }
}
