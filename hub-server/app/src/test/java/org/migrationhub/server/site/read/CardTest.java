package org.migrationhub.server.site.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.PracticeText;

class CardTest {

    @Test
    void aShortTextIsShownWholeAndInOneLine() {
        assertThat(teaser("  A sample\n\nin two   parts. ")).isEqualTo("A sample in two parts.");
    }

    @Test
    void aLongTextEndsBehindAWordAndWithoutTheMarksAfterIt() {
        assertThat(teaser("word ".repeat(37) + "(the end), — and more")).isEqualTo("word ".repeat(37) + "(the end)…");
    }

    @Test
    void aTextWithoutSpacesIsCutBetweenLettersThatTakeTwoPlacesEach() {
        assertThat(teaser("\uD83D\uDE00".repeat(300))).isEqualTo("\uD83D\uDE00".repeat(200) + "…");
    }

    @Test
    void aTextThatJustFitsIsNotCut() {
        assertThat(teaser("字".repeat(200))).isEqualTo("字".repeat(200));
        assertThat(teaser("字".repeat(201))).isEqualTo("字".repeat(200) + "…");
    }

    private static String teaser(String summary) {
        return Card.teaser(PracticeText.EMPTY.withSummary(summary));
    }
}
