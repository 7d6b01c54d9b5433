package org.migrationhub.core.content;

import java.util.List;
import java.util.Optional;
import org.migrationhub.core.vocabulary.Language;

/** What a submitter should look at once more, and may leave as it is. */
final class Doubtful {

    private static final int LONG_TITLE = 120;
    private static final int SHORT_SUMMARY = 300;

    /** The year in whose December the Global Compact was adopted (A/RES/73/195). */
    private static final int ADOPTION = 2018;

    private final Findings warnings;

    private Doubtful(Findings warnings) {
        this.warnings = warnings;
    }

    static void check(ContentItem item, Submitting submitting, Findings warnings) {
        Doubtful form = new Doubtful(warnings);
        item.texts().byLanguage().forEach(form::text);
        form.warn(
                item.classification().principles().isEmpty(),
                "/principles",
                "principles.none",
                "Choose the guiding principles that this particularly exemplifies, if there are any.");
        if (item instanceof Practice practice) {
            Optional.ofNullable(practice.period()).ifPresent(period -> form.period(period, submitting.currentYear()));
        }
        form.links(item.links());
    }

    private void text(Language language, ItemText text) {
        title(text.title(), Pointer.below("/texts", language.tag(), "title"));
        if (text instanceof PracticeText practice) {
            summary(practice.summary(), Pointer.below("/texts", language.tag(), "summary"));
        }
    }

    private void title(String title, String path) {
        int length = Wording.length(title);
        warn(
                length > LONG_TITLE,
                path,
                "title.long",
                "Make the title concise: it has %d characters; up to %d read well.".formatted(length, LONG_TITLE));
        if (length <= Malformed.MOST_IN_ONE_LINE) {
            capitals(title, path);
        }
    }

    private void capitals(String title, String path) {
        if (Acronyms.isAllInCapitals(title)) {
            warnings.add(path, "title.capitals", "Write the title in lower case where the language does.");
            return;
        }
        List<String> acronyms = Acronyms.unexplained(title);
        warn(
                !acronyms.isEmpty(),
                path,
                "title.acronym",
                "Spell out %s in the title.".formatted(String.join(", ", acronyms)));
    }

    private void summary(String summary, String path) {
        int length = Wording.length(summary);
        warn(
                Wording.isVisible(summary) && length < SHORT_SUMMARY,
                path,
                "summary.short",
                "Say more in the summary: it has %d characters; from %d on it tells enough to be judged."
                        .formatted(length, SHORT_SUMMARY));
    }

    private void period(Period period, int currentYear) {
        Integer end = period.endYear();
        warn(
                period.startYear() > currentYear,
                "/period/startYear",
                "period.not-started",
                "It has not begun yet: a practice should have been implemented, not only proposed.");
        warn(
                end != null && end < ADOPTION,
                "/period/endYear",
                "period.ended-before-compact",
                "It ended before December 2018, when the Global Compact was adopted; later practices are preferred.");
        warn(
                end != null && end == ADOPTION,
                "/period/endYear",
                "period.may-have-ended-before-compact",
                "It ended in 2018, perhaps before December, when the Global Compact was adopted; later practices are"
                        + " preferred.");
    }

    private void links(List<Link> links) {
        for (int index = 0; index < links.size(); index++) {
            warn(
                    !Wording.isVisible(links.get(index).label()),
                    Pointer.below("/links", index, "label"),
                    "link.label-missing",
                    "Say what this link leads to: its address says little to a reader.");
        }
    }

    private void warn(boolean doubtful, String path, String code, String message) {
        warnings.addIf(doubtful, path, code, message);
    }
}
