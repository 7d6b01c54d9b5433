package org.migrationhub.core.search;

import static java.util.Objects.requireNonNull;

import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;

/** How something that is being typed may go on. */
public sealed interface Suggestion {

    /** The whole text. */
    String text();

    /**
     * A title.
     *
     * @param text the title
     * @param language in which it is
     * @param item that has it
     */
    record Title(String text, Language language, SubmissionId item) implements Suggestion {
        /** Refuses null. */
        public Title {
            requireNonNull(text, "text");
            requireNonNull(language, "language");
            requireNonNull(item, "item");
        }
    }

    /**
     * The name of an organisation, of its office, or of a place, as some item has it.
     *
     * @param text the name
     */
    record Name(String text) implements Suggestion {
        /** Refuses null. */
        public Name {
            requireNonNull(text, "text");
        }
    }
}
