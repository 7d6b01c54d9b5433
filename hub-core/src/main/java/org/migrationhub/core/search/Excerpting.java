package org.migrationhub.core.search;

import org.jspecify.annotations.Nullable;
import org.migrationhub.core.vocabulary.Language;

/**
 * What an index can do beside searching: showing where in a text a query finds what it is looking for. The text is handed
 * in by whoever shows it, from the storage: so an excerpt never holds a word that isn't public now.
 */
public interface Excerpting {

    /**
     * The part of a text with most of what the query's words find, or its beginning if they find nothing in it.
     *
     * @param query whose words to show
     * @param text of a document, in one language
     * @param language in which it is written; null for a name
     * @param length about how many characters to show; the whole text if it has no more
     */
    Excerpt excerpt(SearchQuery query, String text, @Nullable Language language, int length);
}
