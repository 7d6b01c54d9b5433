package org.migrationhub.core.search;

import static java.util.Objects.requireNonNull;

import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Label;
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
     * The name of an organisation, of its office, or of a place.
     *
     * @param text the name
     * @param item one that has it
     */
    record Name(String text, SubmissionId item) implements Suggestion {
        /** Refuses null. */
        public Name {
            requireNonNull(text, "text");
            requireNonNull(item, "item");
        }
    }

    /**
     * A term of the vocabulary: what to filter by. An index never suggests one; a hub does, beside what the index suggests.
     *
     * @param facet by which to filter
     * @param value of the facet
     * @param label of the term, for the reader
     * @param count how many public items have it
     */
    record Value(Facet facet, String value, Label label, long count) implements Suggestion {
        /** Refuses null. */
        public Value {
            requireNonNull(facet, "facet");
            requireNonNull(value, "value");
            requireNonNull(label, "label");
        }

        @Override
        public String text() {
            return label.text();
        }
    }
}
