package org.migrationhub.server.site.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.page.Said;

/**
 * What a reviewer has to do with.
 *
 * @param asked where they are asked to take a seat
 * @param accepted where they have taken it and not reviewed
 * @param reviewed what they have reviewed
 * @param more the address of what they have reviewed before that; null if that is all
 */
public record ReviewList(
        List<Line> asked,
        List<Line> accepted,
        List<Line> reviewed,
        @Nullable String more) {

    /** Copies the lists. */
    public ReviewList {
        asked = List.copyOf(asked);
        accepted = List.copyOf(accepted);
        reviewed = List.copyOf(reviewed);
    }

    /** Whether there is nothing at all. */
    public boolean isEmpty() {
        return asked.isEmpty() && accepted.isEmpty() && reviewed.isEmpty();
    }

    /**
     * A submission.
     *
     * @param address of its page
     * @param title in its language
     * @param kind what it is
     * @param told what the reviewer has to know of it now
     * @param state in a word or two
     * @param mood how the state is marked, by a class of the style sheet; may be empty
     */
    public record Line(String address, Said title, String kind, String told, String state, String mood) {}
}
