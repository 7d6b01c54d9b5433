package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.FormRules;
import org.migrationhub.core.content.Submitting;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.ItemDocument;

class RandomItemsTest {

    @Test
    void theSameSeedGivesTheSameItems() {
        assertThat(items(5)).isEqualTo(items(5)).isNotEqualTo(items(6));
    }

    @Test
    void everyFacetHasFrequentAndRareValues() {
        RandomItems items = new RandomItems(1);
        List<ItemDocument> documents = IntStream.range(0, 300)
                .mapToObj(number -> items.document(new SubmissionId("item-" + number)))
                .toList();
        for (Facet facet : Facet.values()) {
            Set<String> values = documents.stream()
                    .flatMap(document -> facet.values(document).stream())
                    .collect(Collectors.toSet());
            assertThat(values).as("values of %s", facet).isNotEmpty();
        }
        assertThat(documents)
                .filteredOn(document ->
                        document.content().title().toLowerCase(Locale.ROOT).contains("babobubok"))
                .hasSizeBetween(50, 250);
    }

    @Test
    void itemsBreakNoRuleOfTheForm() {
        Submitting anybody = new Submitting(null, Set.of(), 2026);
        for (ContentItem item : items(7)) {
            assertThat(FormRules.check(item, anybody).violations()).isEmpty();
        }
    }

    @Test
    void oddTextsCouldStandInADraft() {
        assertThat(FormRules.malformed(OddTexts.practice()).stream()
                        .map(Violation::code)
                        .distinct())
                .doesNotContain("text.control-character", "text.half-character", "text.not-a-character");
    }

    private static List<ContentItem> items(long seed) {
        return Stream.generate(new RandomItems(seed)::item).limit(40).toList();
    }
}
