package org.migrationhub.core.search;

import static java.util.Objects.requireNonNull;

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
     * @param document that has it
     */
    record Title(String text, Language language, DocumentId document) implements Suggestion {
        /** Refuses null. */
        public Title {
            requireNonNull(text, "text");
            requireNonNull(language, "language");
            requireNonNull(document, "document");
        }
    }

    /**
     * The name of an organisation, of its office, or of a place.
     *
     * @param text the name
     * @param document one that has it
     */
    record Name(String text, DocumentId document) implements Suggestion {
        /** Refuses null. */
        public Name {
            requireNonNull(text, "text");
            requireNonNull(document, "document");
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
