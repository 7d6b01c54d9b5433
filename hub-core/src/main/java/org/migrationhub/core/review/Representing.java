package org.migrationhub.core.review;

import java.util.ArrayList;
import java.util.List;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.people.Profile;

/**
 * What speaks against somebody's acting on the submitter's behalf: whoever has had a hand in the item's review knows what the
 * submitter may not know, and has judged, or steered, what they would now answer for.
 */
final class Representing {

    static final Violation ONESELF =
            new Violation("", "represents-oneself", "This is your own submission; act on it as its submitter.");

    private static final Violation ALREADY =
            new Violation("", "represents-already", "You act on the submitter's behalf already.");
    private static final Violation SEATED = new Violation(
            "",
            "represents-as-reviewer",
            "You have, or had, a seat on this item's panel; ask a colleague who had no part in its review.");
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
    static List<Violation> violations(Submission submission, PersonId person, boolean hasActed, ReviewContext context) {
        List<Violation> found = new ArrayList<>();
        if (submission.submitter().equals(person)) {
            found.add(ONESELF);
        } else if (submission.isRepresentedBy(person)) {
            found.add(ALREADY);
        }
        if (hasActed) {
            found.add(ACTED);
        }
        if (hasSat(submission, person, context)) {
            found.add(SEATED);
        }
        return found;
    }

    /** Whether this human being sat on a panel of it, under this id or another one with the same address. */
    private static boolean hasSat(Submission submission, PersonId person, ReviewContext context) {
        Profile profile = profile(person, context);
        return submission.rounds().stream()
                .flatMap(round -> round.seats().stream())
                .map(Seat::person)
                .anyMatch(seated -> seated.equals(person) || profile.hasAddressOf(profile(seated, context)));
    }

    private static Profile profile(PersonId person, ReviewContext context) {
        return context.people().apply(person).person().profile();
    }
}
