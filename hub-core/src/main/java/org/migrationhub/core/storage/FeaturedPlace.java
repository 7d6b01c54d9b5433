package org.migrationhub.core.storage;

import java.time.Instant;
import java.util.Comparator;
import org.migrationhub.core.review.SubmissionId;

/**
 * The place of an item in the list of what is featured: the one that was featured last comes first, of several at once the
 * one with the higher id.
 *
 * @param at since when it is featured in its present words
 * @param id of the item
 */
public record FeaturedPlace(Instant at, SubmissionId id) implements Comparable<FeaturedPlace> {

    private static final Comparator<FeaturedPlace> ORDER = Comparator.comparing(FeaturedPlace::at)
            .thenComparing(FeaturedPlace::id)
            .reversed();

    /** In the order of the list. */
    @Override
    public int compareTo(FeaturedPlace other) {
        return ORDER.compare(this, other);
    }
}
