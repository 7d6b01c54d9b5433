package org.migrationhub.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoldedTextTest {

    @Test
    void caseAndAccentsFallAway() {
        assertThat(FoldedText.words("\u00C9tude DE l\u2019\u00EEle, na\u00EFvement"))
                .containsExactly("etude", "de", "l", "ile", "naivement");
        assertThat(FoldedText.words("E\u0301tude")).containsExactly("etude");
        assertThat(FoldedText.words("\u041F\u0430\u0440\u0442\u043D\u0401\u0420"))
                .containsExactly("\u043F\u0430\u0440\u0442\u043D\u0435\u0440");
        assertThat(FoldedText.words(
                        "\u03A3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C2 \u03A3\u03AF\u03C3\u03C5\u03C6\u03BF\u03A3"))
                .containsExactly(
                        "\u03C3\u03B9\u03C3\u03C5\u03C6\u03BF\u03C3", "\u03C3\u03B9\u03C3\u03C5\u03C6\u03BF\u03C3");
    }

    @Test
    void arabicWordsLoseVowelSignsHamzaAndLengthening() {
        assertThat(FoldedText.words("\u0627\u0644\u0640\u0640\u0623\u064E\u0637\u0641\u0627\u0644"))
                .containsExactly("\u0627\u0644\u0627\u0637\u0641\u0627\u0644");
    }

    @Test
    void compatibleCharactersAreTheSame() {
        assertThat(FoldedText.words("\uFB01n \uFF11\uFF12 \u2460")).containsExactly("fin", "12", "1");
    }

    @Test
    void digitsAreTheSameInAllScripts() {
        assertThat(FoldedText.words("\u0662\u0660\u0661\u0668 \u06F1\u06F2 \u0967\u0968 x\u0663"))
                .containsExactly("2018", "12", "12", "x3");
        assertThat(FoldedText.words("\u0E1B\u0E35\u0E52\u0E55\u0E56\u0E51"))
                .as("also those of a script without spaces")
                .containsExactly("\u0E1B", "2561");
    }

    @Test
    void signsKeepWordsApartAndCharactersWithoutWidthDoNot() {
        assertThat(
                        FoldedText.words(
                                "co-operation/2024 (IOM) o'clock a_b soft\u00ADhyphen \u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"))
                .containsExactly(
                        "co",
                        "operation",
                        "2024",
                        "iom",
                        "o",
                        "clock",
                        "a",
                        "b",
                        "softhyphen",
                        "\u0645\u06CC\u062E\u0648\u0627\u0647\u0645");
    }

    @Test
    void scriptsWithoutSpacesAreWordsOfTheirOwn() {
        assertThat(FoldedText.words("\u56FD\u9645IOM\u79FB\u6C11\u3001\u7EC4\u7EC72024\u5E74"))
                .containsExactly("\u56FD\u9645", "iom", "\u79FB\u6C11", "\u7EC4\u7EC7", "2024", "\u5E74");
        assertThat(FoldedText.isWithoutSpaces("\u79FB\u6C11")).isTrue();
        assertThat(FoldedText.isWithoutSpaces("iom")).isFalse();
    }

    @Test
    void whereThereIsNoLetterThereIsNoWord() {
        assertThat(FoldedText.words("")).isEmpty();
        assertThat(FoldedText.words(" *?\"()\u0000\uD83D\uD83D\uDE00\u0301\u0640"))
                .isEmpty();
    }

    @Test
    void placesAreThoseOfTheWordsAsTheyWereWritten() {
        for (String text : List.of(
                "\u00C9tude, de l\u2019i\u0302le (IOM)",
                "\uFDFA \uD83D\uDE00 x",
                "\u56FD\u9645IOM\u79FB\u6C11",
                "",
                " ")) {
            assertThat(FoldedText.placed(text))
                    .extracting(FoldedText.Placed::word)
                    .isEqualTo(FoldedText.words(text));
        }
        assertThat(FoldedText.placed("\u00C9tude, i\u0302le"))
                .extracting(placed -> "\u00C9tude, i\u0302le".substring(placed.begin(), placed.end()))
                .containsExactly("\u00C9tude", "i\u0302le");
    }

    @Test
    void unitsAreWordsAndCharactersWithBreaksBetweenRuns() {
        assertThat(FoldedText.units(FoldedText.words("\u56FD\u9645IOM\u79FB\u6C11\u3001\u7EC4 a")))
                .containsExactly("\u56FD", "\u9645", "iom", "\u79FB", "\u6C11", FoldedText.BREAK, "\u7EC4", "a");
    }

    @Test
    void placedWordsAreTheSameWordsWhateverTheCharacter() {
        for (int codePoint = 0; codePoint < 0x30000; codePoint++) {
            String text = "a" + Character.toString(codePoint) + "b";
            assertThat(FoldedText.placed(text).stream()
                            .map(FoldedText.Placed::word)
                            .toList())
                    .isEqualTo(FoldedText.words(text));
        }
    }
}
