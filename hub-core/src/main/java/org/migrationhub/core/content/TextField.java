package org.migrationhub.core.content;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One field of a text: the codec and the rules go through these, so that none of them can forget one.
 *
 * @param <T> the text that has the field
 * @param name as in the JSON form
 * @param get its value
 * @param with the text with another value of it
 */
record TextField<T extends ItemText>(String name, Function<T, String> get, BiFunction<T, String, T> with) {

    static final List<TextField<PracticeText>> OF_PRACTICE = List.of(
            new TextField<>("title", PracticeText::title, PracticeText::withTitle),
            new TextField<>("summary", PracticeText::summary, PracticeText::withSummary),
            new TextField<>("benefitAndImpact", PracticeText::benefitAndImpact, PracticeText::withBenefitAndImpact),
            new TextField<>("keyLessons", PracticeText::keyLessons, PracticeText::withKeyLessons),
            new TextField<>("recommendations", PracticeText::recommendations, PracticeText::withRecommendations),
            new TextField<>("innovation", PracticeText::innovation, PracticeText::withInnovation),
            new TextField<>("outcome", PracticeText::outcome, PracticeText::withOutcome),
            new TextField<>("disclaimer", PracticeText::disclaimer, PracticeText::withDisclaimer));

    static final List<TextField<ResourceText>> OF_RESOURCE = List.of(
            new TextField<>("title", ResourceText::title, ResourceText::withTitle),
            new TextField<>("atAGlance", ResourceText::atAGlance, ResourceText::withAtAGlance),
            new TextField<>("whatItOffers", ResourceText::whatItOffers, ResourceText::withWhatItOffers),
            new TextField<>(
                    "furtherInformation", ResourceText::furtherInformation, ResourceText::withFurtherInformation));
}
