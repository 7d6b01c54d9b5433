package org.migrationhub.core.journal;

/**
 * An entry that doesn't follow from what happened to the submission before, or whose verdict is judged otherwise.
 *
 * @param entry the first of its chain of which that is so
 * @param why in words
 */
public record Refusal(FeedEntry entry, String why) {

    /**
     * What a verifier says of it.
     *
     * @param line of the entry in the exported journal
     */
    public Fault at(long line) {
        return Fault.at(Place.of(line, entry), Fault.Code.DOES_NOT_FOLLOW, "doesn't follow: " + why);
    }
}
