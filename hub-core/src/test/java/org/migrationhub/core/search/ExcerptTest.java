package org.migrationhub.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.search.Excerpt.Piece;

class ExcerptTest {

    @Test
    void everythingThatWasWrittenIsEscaped() {
        Excerpt excerpt = new Excerpt(
                List.of(new Piece("<b>&\"'", false), new Piece("<mark>", true), new Piece(" end", false)), true, false);
        assertThat(excerpt.html()).isEqualTo("\u2026&lt;b&gt;&amp;&quot;&#39;<mark>&lt;mark&gt;</mark> end");
        assertThat(excerpt.text()).isEqualTo("\u2026<b>&\"'<mark> end");
    }

    @Test
    void anEllipsisStandsWhereItWasCut() {
        assertThat(new Excerpt(List.of(new Piece("a", false)), false, true).html())
                .isEqualTo("a\u2026");
        assertThat(new Excerpt(List.of(), false, false).html()).isEmpty();
    }
}
