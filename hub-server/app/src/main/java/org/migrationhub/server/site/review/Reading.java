package org.migrationhub.server.site.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.review.Criterion;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.server.site.difference.Difference;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.read.ItemBody;

/**
 * The page on which a reviewer reads an item and reviews it, or sees what they have said.
 *
 * @param path of the submission's pages, behind the language
 * @param keeping under which name the browser keeps what is written: whose it is, and of which submission
 * @param body the item as it would be published
 * @param state where it stands for this reviewer, in words
 * @param due until when the review is asked for; empty if none is
 * @param overdue whether it is late
 * @param digest of the content that is shown
 * @param revision its number
 * @param reviewing whether a review can be filed
 * @param declining whether the seat can be given up for other reasons than a conflict
 * @param recusing whether a conflict can be declared
 * @param meanwhile whether another revision came while they wrote
 * @param compared what has changed since a revision that they know; null if they know none
 * @param typed what was typed, with what is wrong
 * @param lost what was typed and can't be filed any more
 * @param filed what they have said, the latest first
 */
public record Reading(
        String path,
        String keeping,
        ItemBody body,
        String state,
        String due,
        boolean overdue,
        String digest,
        int revision,
        boolean reviewing,
        boolean declining,
        boolean recusing,
        boolean meanwhile,
        @Nullable Compared compared,
        Typed typed,
        List<Part> lost,
        List<Filed> filed) {

    /** Copies the lists. */
    public Reading {
        lost = List.copyOf(lost);
        filed = List.copyOf(filed);
    }

    /** What a reviewer looks at. */
    public List<Criterion> criteria() {
        return List.of(Criterion.values());
    }

    /** What a reviewer can say. */
    public List<ReviewOutcome> outcomes() {
        return List.of(ReviewOutcome.values());
    }

    /**
     * What has changed.
     *
     * @param since the number of the revision that they know
     * @param difference from there to what is shown
     * @param affirming whether they can approve it as they have approved that one
     */
    public record Compared(String since, Difference difference, boolean affirming) {}

    /**
     * A review that they have filed.
     *
     * @param revision the number of the revision
     * @param outcome the code of what they said
     * @param on the day
     * @param ended how the round ended, or that it goes on
     * @param parts what they wrote
     */
    public record Filed(String revision, String outcome, String on, String ended, List<Part> parts) {}

    /**
     * Something that they wrote.
     *
     * @param name to whom, or on what
     * @param text of it
     */
    public record Part(String name, String text) {}
}
