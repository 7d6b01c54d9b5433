package org.migrationhub.core.content;

import static java.util.Objects.requireNonNull;

/**
 * The text of a practice in one language. A field that is not given is the empty text; no field is
 * ever null. Several lines are allowed where it doesn't say "one line".
 *
 * @param title descriptive and concise, acronyms spelled out; one line
 * @param summary what was done, 300 to 3,000 characters
 * @param benefitAndImpact what it changed and for whom
 * @param keyLessons what was learned
 * @param recommendations what to do if it is replicated
 * @param innovation what is new about it
 * @param outcome an editor's one sentence for cards that feature the practice; one line
 * @param disclaimer whose views these are
 */
public record PracticeText(
        String title,
        String summary,
        String benefitAndImpact,
        String keyLessons,
        String recommendations,
        String innovation,
        String outcome,
        String disclaimer)
        implements ItemText {

    /** Nothing given yet. */
    public static final PracticeText EMPTY = new PracticeText("", "", "", "", "", "", "", "");

    /** Refuses null. */
    public PracticeText {
        requireNonNull(title, "title");
        requireNonNull(summary, "summary");
        requireNonNull(benefitAndImpact, "benefitAndImpact");
        requireNonNull(keyLessons, "keyLessons");
        requireNonNull(recommendations, "recommendations");
        requireNonNull(innovation, "innovation");
        requireNonNull(outcome, "outcome");
        requireNonNull(disclaimer, "disclaimer");
    }

    /** The two fields that every language variant needs; the others are not given. */
    public static PracticeText of(String title, String summary) {
        return EMPTY.withTitle(title).withSummary(summary);
    }

    @Override
    public boolean isEmpty() {
        return equals(EMPTY);
    }

    /** The same text with another title. */
    public PracticeText withTitle(String title) {
        return new PracticeText(
                title, summary, benefitAndImpact, keyLessons, recommendations, innovation, outcome, disclaimer);
    }

    /** The same text with another summary. */
    public PracticeText withSummary(String summary) {
        return new PracticeText(
                title, summary, benefitAndImpact, keyLessons, recommendations, innovation, outcome, disclaimer);
    }

    /** The same text with another account of benefit and impact. */
    public PracticeText withBenefitAndImpact(String benefitAndImpact) {
        return new PracticeText(
                title, summary, benefitAndImpact, keyLessons, recommendations, innovation, outcome, disclaimer);
    }

    /** The same text with another key lessons. */
    public PracticeText withKeyLessons(String keyLessons) {
        return new PracticeText(
                title, summary, benefitAndImpact, keyLessons, recommendations, innovation, outcome, disclaimer);
    }

    /** The same text with another recommendations. */
    public PracticeText withRecommendations(String recommendations) {
        return new PracticeText(
                title, summary, benefitAndImpact, keyLessons, recommendations, innovation, outcome, disclaimer);
    }

    /** The same text with another account of what is new. */
    public PracticeText withInnovation(String innovation) {
        return new PracticeText(
                title, summary, benefitAndImpact, keyLessons, recommendations, innovation, outcome, disclaimer);
    }

    /** The same text with another one-sentence outcome. */
    public PracticeText withOutcome(String outcome) {
        return new PracticeText(
                title, summary, benefitAndImpact, keyLessons, recommendations, innovation, outcome, disclaimer);
    }

    /** The same text with another disclaimer. */
    public PracticeText withDisclaimer(String disclaimer) {
        return new PracticeText(
                title, summary, benefitAndImpact, keyLessons, recommendations, innovation, outcome, disclaimer);
    }
}
