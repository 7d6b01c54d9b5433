package org.migrationhub.core.search;

import static java.util.Objects.requireNonNull;

/**
 * A document that was found. The index may be behind, so whoever shows it asks the storage whether it is public now.
 *
 * @param id of the document
 * @param score how well it fits the words, larger is better; comparable within one page only, 0 or equal for all when
 *     there are no words
 * @param card what a list shows of it
 */
public record SearchHit(DocumentId id, double score, SearchCard card) {

    /** Refuses a score that is no number. */
    public SearchHit {
        requireNonNull(id, "id");
        requireNonNull(card, "card");
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("The score of " + id + " is no number: " + score);
        }
    }
}
