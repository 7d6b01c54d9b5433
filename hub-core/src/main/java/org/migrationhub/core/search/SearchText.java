package org.migrationhub.core.search;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.ItemText;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.content.ResourceText;
import org.migrationhub.core.vocabulary.Language;

/**
 * A piece of text by which a document is found. Persons, links and files are in none.
 *
 * @param part what it is of the document
 * @param language in which it is written; null for a name, which is of none
 * @param text as it was written, in one or several lines
 */
public record SearchText(Part part, @Nullable Language language, String text) {

    /** Refuses null. */
    public SearchText {
        requireNonNull(part, "part");
        requireNonNull(text, "text");
    }

    /** What a text is of its document. */
    public enum Part {
        /** A title. */
        TITLE,
        /** What stands below a title. */
        BODY,
        /** The name or office of an organisation, or a place. */
        NAME
    }

    /** All texts of an item, language by language, the names last. */
    public static List<SearchText> of(ContentItem item) {
        List<SearchText> texts = new ArrayList<>();
        item.texts().byLanguage().forEach((language, text) -> {
            texts.add(new SearchText(Part.TITLE, language, text.title()));
            body(text).forEach(body -> texts.add(new SearchText(Part.BODY, language, body)));
        });
        Stream.concat(item.implementers().stream(), item.partners().stream())
                .flatMap(SearchText::written)
                .forEach(name -> texts.add(new SearchText(Part.NAME, null, name)));
        item.geography().localPlaces().forEach(place -> texts.add(new SearchText(Part.NAME, null, place)));
        texts.removeIf(text -> text.text().isBlank());
        return List.copyOf(texts);
    }

    private static Stream<String> body(ItemText text) {
        if (text instanceof PracticeText practice) {
            return Stream.of(
                    practice.summary(),
                    practice.benefitAndImpact(),
                    practice.keyLessons(),
                    practice.recommendations(),
                    practice.innovation(),
                    practice.outcome(),
                    practice.disclaimer());
        }
        ResourceText resource = (ResourceText) text;
        return Stream.of(resource.atAGlance(), resource.whatItOffers(), resource.furtherInformation());
    }

    private static Stream<String> written(OrganisationRef organisation) {
        return Stream.concat(Stream.of(organisation.name()), Stream.ofNullable(organisation.office()));
    }
}
