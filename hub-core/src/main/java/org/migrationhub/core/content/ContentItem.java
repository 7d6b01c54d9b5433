package org.migrationhub.core.content;

import java.util.List;
import java.util.SortedSet;
import org.migrationhub.core.vocabulary.Language;

/** A piece of content that goes through review: a practice or a resource. What both have in common. */
public sealed interface ContentItem permits Practice, Resource {

    /** Which of the two it is. */
    Kind kind();

    /** Its texts in every language. */
    Texts<?> texts();

    /** What it is about. */
    Classification classification();

    /** Where it applies. */
    Geography geography();

    /** Organisations that worked with the implementers or publishers, in the submitter's order. */
    List<OrganisationRef> partners();

    /** Pages elsewhere, in the submitter's order. */
    List<Link> links();

    /** Files that belong to it, in the submitter's order. */
    List<Attachment> attachments();

    /**
     * Every organisation that carried it: main implementers and other organisations of a practice, publishers of a
     * resource. Rules on conflicts of interest rest on this being complete, together with {@link #partners()}.
     */
    List<OrganisationRef> implementers();

    /** Every person named in it: contributors, contact and focal point. None of them may review it. */
    SortedSet<PersonId> namedPersons();

    /** The language in which it was written. */
    default Language language() {
        return texts().original();
    }

    /** The languages in which there is text, by tag. */
    default SortedSet<Language> languages() {
        return Sorted.copyOf(texts().byLanguage().keySet());
    }

    /** The title in the original language; the empty text if not given. */
    default String title() {
        return texts().inOriginal().map(ItemText::title).orElse("");
    }

    /**
     * The title to show to a reader, in the {@link Texts#bestLanguage(List) best language}; the empty text if there is
     * none in any language.
     *
     * @param preferred the reader's languages, the best first
     */
    default String title(List<Language> preferred) {
        return texts().best(preferred).map(ItemText::title).orElse("");
    }
}
