package org.migrationhub.core;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.migrationhub.core.search.Excerpt;
import org.migrationhub.core.search.SearchDocument;
import org.migrationhub.core.vocabulary.Language;

/**
 * Something public that was found, with where the words were found in it: in the text that the reader would be shown if they
 * are there, or else in the first other language in which they are. Every word of it is of what is public now.
 *
 * @param document as it is public now
 * @param language of the two excerpts
 * @param title the whole title
 * @param text the part of a text with most of what was found; the beginning of the first text if nothing was found in any
 */
public record FoundDocument(SearchDocument document, Language language, Excerpt title, Excerpt text) {

    /** About how many characters of a text are shown. */
    public static final int LENGTH = 350;

    /** Refuses null. */
    public FoundDocument {
        requireNonNull(document, "document");
        requireNonNull(language, "language");
        requireNonNull(title, "title");
        requireNonNull(text, "text");
    }

    /** The practice or resource that was found; empty if it is something else. */
    public Optional<PublicRecord.Published> item() {
        return document instanceof PublicItem found ? Optional.of(found.item()) : Optional.empty();
    }
}
