package org.migrationhub.server.site.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.PracticeText;

/** What a list shows of a text. */
class CardTest {

    private static final int SHOWN = 280;

    @Test
    void aShortTextIsShownInOneLine() {
        assertThat(teaser("  Two\n\n lines\tand \u3000 more. ")).isEqualTo("Two lines and more.");
        assertThat(teaser("")).isEmpty();
        assertThat(teaser("a".repeat(SHOWN))).isEqualTo("a".repeat(SHOWN));
    }

    @Test
    void aLongTextIsCutAtASpaceIfThereIsOneNearby() {
        assertThat(teaser("word ".repeat(500))).isEqualTo("word ".repeat(55) + "word…");
        assertThat(teaser("word \n".repeat(500))).isEqualTo("word ".repeat(55) + "word…");
        assertThat(teaser("a".repeat(SHOWN + 1))).isEqualTo("a".repeat(SHOWN) + "…");
    }

    @Test
    void lettersAreCountedHoweverManyPlacesTheyTake() {
        String bridge = "\uD83C\uDF09";
        assertThat(teaser(bridge.repeat(SHOWN))).isEqualTo(bridge.repeat(SHOWN));
        assertThat(teaser(bridge.repeat(SHOWN + 1))).isEqualTo(bridge.repeat(SHOWN) + "…");
        assertThat(teaser(bridge.repeat(3 * SHOWN))).isEqualTo(bridge.repeat(SHOWN) + "…");
    }

    private static String teaser(String summary) {
        return Card.teaser(new PracticeText("", summary, "", "", "", "", "", ""));
    }
}
