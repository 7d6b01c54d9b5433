package org.migrationhub.core.content;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.Term;

/** What is there and can't be right. */
final class Unsound {

    private static final int MOST_IN_A_SUMMARY = 3_000;
    private static final int EARLIEST_YEAR = 1900;

    /** How many years ahead a practice may be planned. */
    private static final int YEARS_AHEAD = 20;

    private final Findings findings;
    private final int currentYear;

    private Unsound(Submitting submitting, Findings findings) {
        this.findings = findings;
        this.currentYear = submitting.currentYear();
    }

    static void check(ContentItem item, Submitting submitting, Findings findings) {
        Unsound form = new Unsound(submitting, findings);
        if (item instanceof Practice practice) {
            form.summaries(practice.texts());
        }
        form.objectives(item.classification());
        form.places(item.geography().localPlaces());
        form.years(item);
        form.links(item.links());
        form.attachments(item.attachments());
    }

    private void summaries(Texts<PracticeText> texts) {
        texts.byLanguage().forEach((language, text) -> {
            int length = Wording.length(text.summary());
            refuse(
                    length > MOST_IN_A_SUMMARY,
                    Pointer.below("/texts", language.tag(), "summary"),
                    "summary.too-long",
                    "Shorten the summary: it has %d characters; %d are possible at most."
                            .formatted(length, MOST_IN_A_SUMMARY));
        });
    }

    private void objectives(Classification classification) {
        List<Objective> secondary = classification.secondary().stream()
                .sorted(Comparator.comparing(Term::code))
                .toList();
        for (int index = 0; index < secondary.size(); index++) {
            refuse(
                    classification.primary().contains(secondary.get(index)),
                    Pointer.below("/secondaryObjectives", index),
                    "objectives.repeated",
                    "This is a primary objective already: leave it out here.");
        }
    }

    private void places(List<String> places) {
        for (int index = 0; index < places.size(); index++) {
            refuse(
                    !Wording.isVisible(places.get(index)),
                    Pointer.below("/geography/localPlaces", index),
                    "place.blank",
                    "Name this place or leave it out.");
        }
    }

    private void years(ContentItem item) {
        if (item instanceof Practice practice) {
            Optional.ofNullable(practice.period()).ifPresent(this::period);
        } else {
            year(((Resource) item).year(), currentYear + 1, "/year", "year.implausible");
        }
    }

    private void period(Period period) {
        Integer end = period.endYear();
        year(period.startYear(), currentYear + YEARS_AHEAD, "/period/startYear", "period.implausible-year");
        year(end, currentYear + YEARS_AHEAD, "/period/endYear", "period.implausible-year");
        refuse(
                end != null && end < period.startYear(),
                "/period/endYear",
                "period.ends-before-start",
                "The year of the end lies before that of the beginning.");
    }

    private void year(@Nullable Integer year, int latest, String path, String code) {
        refuse(
                year != null && (year < EARLIEST_YEAR || year > latest),
                path,
                code,
                "Give a year from %d to %d.".formatted(EARLIEST_YEAR, latest));
    }

    private void links(List<Link> links) {
        for (int index = 0; index < links.size(); index++) {
            String url = links.get(index).url();
            refuse(
                    Wording.isVisible(url) && !WebAddress.isValid(url),
                    Pointer.below("/links", index, "url"),
                    "link.url-invalid",
                    "Give a complete address that begins with https:// or http://, without spaces and without a user.");
        }
    }

    private void attachments(List<Attachment> attachments) {
        Set<String> names = new HashSet<>();
        for (int index = 0; index < attachments.size(); index++) {
            String path = Pointer.below("/attachments", index);
            attachment(attachments.get(index), path);
            refuse(
                    !names.add(attachments.get(index).name().toLowerCase(Locale.ROOT)),
                    path + "/name",
                    "attachment.name-repeated",
                    "There is another file of this name: give this one another.");
        }
    }

    private void attachment(Attachment file, String path) {
        FileTypes.check(file.name(), file.mediaType(), path, findings);
        refuse(file.size() == 0, path + "/size", "attachment.empty", "This file is empty.");
        refuse(
                file.size() > Attachment.MOST_BYTES,
                path + "/size",
                "attachment.too-large",
                "This file has %d bytes; %d are possible at most.".formatted(file.size(), Attachment.MOST_BYTES));
        refuse(
                file.isImage() && !Wording.isVisible(file.description()),
                path + "/description",
                "attachment.description-required",
                "Describe what the image shows, for readers who can't see it.");
    }

    private void refuse(boolean wrong, String path, String code, String message) {
        findings.addIf(wrong, path, code, message);
    }
}
