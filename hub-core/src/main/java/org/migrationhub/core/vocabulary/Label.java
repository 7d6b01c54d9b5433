package org.migrationhub.core.vocabulary;

/**
 * A text to show for a term, with what a page needs to mark it rightly.
 *
 * @param text what to show
 * @param language the language that the text is really in, which can differ from the one that was asked for
 * @param official whether the text was seen in a United Nations source; if not, it is a translation or was written from
 *     memory, and must not be presented as the United Nations' own wording
 */
public record Label(String text, Language language, boolean official) {

    /** Refuses a text with nothing to see in it. */
    public Label {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A label needs a text");
        }
    }
}
