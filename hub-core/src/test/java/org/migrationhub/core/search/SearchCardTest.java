package org.migrationhub.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;

class SearchCardTest {

    @Test
    void aCardHoldsTitlesTeasersAndObjectives() {
        SearchCard card = card(Samples.practice());
        assertThat(card.kind()).isEqualTo("practice");
        assertThat(card.original()).isEqualTo(Samples.practice().language());
        assertThat(card.texts().keySet()).isEqualTo(Samples.practice().languages());
        assertThat(card.objectives())
                .isNotEmpty()
                .isEqualTo(Facet.PRIMARY_OBJECTIVE.values(document(Samples.practice())));
        assertThat(card(Samples.resource()).kind()).isEqualTo("resource");
    }

    @Test
    void theTitleIsTheOneThatTheReaderIsShown() {
        for (ContentItem item : List.of(
                Samples.practice(), Samples.resource(), Practice.in(Language.FR).build())) {
            for (Language language : Language.official()) {
                assertThat(card(item).title(List.of(language))).isEqualTo(item.title(List.of(language)));
            }
            assertThat(card(item).title(List.of())).isEqualTo(item.title(List.of()));
        }
    }

    @Test
    void aTeaserEndsBehindAWordAndNeverWithinACharacter() {
        assertThat(teaser("short")).isEqualTo("short");
        assertThat(teaser("word ".repeat(200)))
                .hasSizeLessThanOrEqualTo(SearchCard.TEASER)
                .endsWith("word");
        assertThat(teaser("\uD83D\uDE00".repeat(500)))
                .hasSizeLessThanOrEqualTo(SearchCard.TEASER)
                .endsWith("\uD83D\uDE00");
        assertThat(teaser("x" + "\uD83D\uDE00".repeat(500))).endsWith("\uD83D\uDE00");
    }

    private static String teaser(String summary) {
        Practice practice = Practice.in(Language.EN)
                .text(Language.EN, PracticeText.of("title", summary))
                .build();
        return card(practice).texts().get(Language.EN).teaser();
    }

    private static SearchCard card(ContentItem item) {
        return document(item).card();
    }

    private static SearchDocument document(ContentItem item) {
        return new ItemDocument(new SubmissionId("a"), item, Samples.NOW);
    }
}
