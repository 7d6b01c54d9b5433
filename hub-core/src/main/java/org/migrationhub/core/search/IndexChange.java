package org.migrationhub.core.search;

import static java.util.Objects.requireNonNull;

import org.migrationhub.core.review.SubmissionId;

/** What is to become of one item in the index. */
public sealed interface IndexChange {

    /** Which item. */
    SubmissionId id();

    /**
     * The item is found from now on by this content, and no longer by any it had before.
     *
     * @param document the item
     */
    record Put(SearchDocument document) implements IndexChange {
        /** Refuses null. */
        public Put {
            requireNonNull(document, "document");
        }

        @Override
        public SubmissionId id() {
            return document.id();
        }
    }

    /**
     * The item is found no longer; without effect if it wasn't there.
     *
     * @param id which item
     */
    record Remove(SubmissionId id) implements IndexChange {
        /** Refuses null. */
        public Remove {
            requireNonNull(id, "id");
        }
    }
}
