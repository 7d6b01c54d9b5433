package org.migrationhub.core.review;

import java.util.ArrayList;
import java.util.List;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.Violation;

/**
 * What speaks against somebody's beginning to act on the submitter's behalf: whoever has had a hand in the item has steered what
 * they would now answer for, and once there was a panel, whoever looks after the item can know what the submitter may not.
 */
final class Representing {

    private static final Violation ALREADY =
            new Violation("", "represents-already", "You act on the submitter's behalf already.");
    private static final Violation AFTER_PANEL = new Violation(
            "",
            "represents-after-panel",
            "This item has, or had, a panel: its reviewers' names can be read, and whoever acts for the submitter may not know"
                    + " them.");
    private static final Violation ACTED = new Violation(
            "",
            "represents-after-acting",
            "You have acted on this item already, and not for its submitter; ask a colleague who has not.");

    private Representing() {}

    /**
     * Everything that speaks against it.
     *
     * @param hasActed whether an entry of the submission's journal is by this person
     */
    static List<Violation> violations(Submission submission, PersonId person, boolean hasActed) {
        List<Violation> found = new ArrayList<>();
        if (submission.submitter().equals(person)) {
            found.add(Representation.ONESELF);
        } else if (submission.isRepresentedBy(person)) {
            found.add(ALREADY);
        }
        if (hasActed) {
            found.add(ACTED);
        }
        if (!submission.rounds().isEmpty()) {
            found.add(AFTER_PANEL);
        }
        return found;
    }
}
