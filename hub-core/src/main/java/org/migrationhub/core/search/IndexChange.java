package org.migrationhub.core.search;

import static java.util.Objects.requireNonNull;

/** What is to become of one document in the index. */
public sealed interface IndexChange {

    /** Which document. */
    DocumentId id();

    /**
     * The document is found from now on by this content, and no longer by any it had before.
     *
     * @param document as it is now
     */
    record Put(SearchDocument document) implements IndexChange {
        /** Refuses null. */
        public Put {
            requireNonNull(document, "document");
        }

        @Override
        public DocumentId id() {
            return document.id();
        }
    }

    /**
     * The document is found no longer; without effect if it wasn't there.
     *
     * @param id which document
     */
    record Remove(DocumentId id) implements IndexChange {
        /** Refuses null. */
        public Remove {
            requireNonNull(id, "id");
        }
    }
}
