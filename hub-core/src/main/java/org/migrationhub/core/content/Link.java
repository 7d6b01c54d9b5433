package org.migrationhub.core.content;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.migrationhub.core.vocabulary.Language;

/**
 * A page elsewhere.
 *
 * @param url its absolute address, http or https
 * @param label what a reader clicks on, one line; the empty text if not given
 * @param language the language of that page, or null if it is not known or there are several
 */
public record Link(String url, String label, @Nullable Language language) {

    /** Refuses null for address and label. */
    public Link {
        requireNonNull(url, "url");
        requireNonNull(label, "label");
    }

    /** A link to a page whose language is not known. */
    public static Link to(String url, String label) {
        return new Link(url, label, null);
    }
}
