package org.migrationhub.core.kit.explore;

import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Change;
import org.migrationhub.core.review.ReviewContext;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionActs;

/**
 * One try at an act.
 *
 * @param act which
 * @param doing how it is done
 * @param persona who does it, where that is a reviewer; null for submitter and secretariat
 * @param handsIn the content that is handed in; null if none
 * @param review what is filed; null if nothing
 * @param silent whether nothing is said with it
 * @param mishap whether it counts as something going wrong
 * @param words what is done, in words
 */
record Deed(
        Act act,
        Doing doing,
        @Nullable Persona persona,
        @Nullable Content handsIn,
        @Nullable Filed review,
        boolean silent,
        boolean mishap,
        Words words) {

    /** How an act is done. */
    interface Doing {
        Change on(Submission submission, ReviewContext context);
    }

    /** How an act beyond drafting is done. */
    interface Acting {
        Change on(SubmissionActs acts);
    }

    /** What is done, in words that are only made when somebody reads them. */
    interface Words {
        String text();
    }

    /** What a review says, and of which content. */
    record Filed(ReviewOutcome outcome, ContentDigest digest) {}

    static Deed of(Act act, Words words, Acting acting) {
        return new Deed(act, on(acting), null, null, null, false, false, words);
    }

    static Deed of(Act act, Doing doing, Words words) {
        return new Deed(act, doing, null, null, null, false, false, words);
    }

    Deed by(Persona reviewer) {
        return new Deed(act, doing, reviewer, handsIn, review, silent, mishap, words);
    }

    Deed handingIn(Content content) {
        return new Deed(act, doing, persona, content, review, silent, mishap, words);
    }

    Deed filing(ReviewOutcome outcome, ContentDigest digest) {
        return new Deed(act, doing, persona, handsIn, new Filed(outcome, digest), silent, mishap, words);
    }

    Deed inSilence() {
        return new Deed(act, doing, persona, handsIn, review, true, mishap, words);
    }

    Deed asMishap() {
        return new Deed(act, doing, persona, handsIn, review, silent, true, words);
    }

    /** Whether it takes the review further, or would: anything but leaving, taking back, saving and featuring. */
    boolean movesOn() {
        return switch (act) {
            case SAVE_DRAFT, WITHDRAW, DECLINE_SEAT, RECUSE, RETURN, DECLINE, REPRESENT, FEATURE, UNFEATURE -> false;
            default -> true;
        };
    }

    private static Doing on(Acting acting) {
        return (submission, context) -> acting.on(submission.act(context));
    }

    @Override
    public String toString() {
        return act.code() + ": " + words.text();
    }
}
