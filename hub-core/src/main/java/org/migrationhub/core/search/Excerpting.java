package org.migrationhub.core.search;

import org.jspecify.annotations.Nullable;
import org.migrationhub.core.vocabulary.Language;

/**
 * What an index can do beside searching: showing where in a text a query finds what it is looking for. The text is handed
 * in by whoever shows it, from the storage: so an excerpt never holds a word that isn't public now.
 */
public interface Excerpting {

    /** Looks once at what the words of a query find, to be shown in many texts. */
    Marking marking(SearchQuery query);

    /** What one query finds, to be marked. Used by one thread at a time; the index may change or be closed meanwhile. */
    interface Marking {

        /**
         * The part of a text with most of what the query's words find, or its beginning if they find nothing in it.
         *
         * @param text of a document, in one language
         * @param language in which it is written; null for a name
         * @param length about how many characters to show; the whole text if it has no more
         */
        Excerpt excerpt(String text, @Nullable Language language, int length);
    }
}
