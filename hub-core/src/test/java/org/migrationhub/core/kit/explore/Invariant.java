package org.migrationhub.core.kit.explore;

/** What must hold in every state of every submission, under any policy. */
public enum Invariant {
    /** What is public was approved by the promised number of distinct persons in one round. */
    ENOUGH_APPROVALS("published means approved by the promised number of distinct persons in one round"),
    /** Those who approved come from both sides as promised, by their affiliation when they approved. */
    MIX("those who approved come from both sides as promised, by their affiliation at approval"),
    /** Who approved came from different organisations, where that is promised. */
    SEPARATE_ORGANISATIONS("those who approved come from different organisations, where that is promised"),
    /** Approvals count for exactly the content they were given to. */
    EXACT_CONTENT("an approval counts for exactly the content it was given to, and for no other"),
    /** A standing refusal blocks publication, as far as the promise says. */
    REFUSAL_BLOCKS("a standing refusal blocks, unless the promise lets it be outvoted or a tie be broken"),
    /** Nobody unfit sits on a panel. */
    FIT_WHEN_SEATED("nobody gets a seat who is conflicted, undetermined, off the roster or seated already"),
    /** Nobody unfit declares to have no conflict, or files a review. */
    FIT_WHEN_FILING("nobody files a review who is conflicted, undetermined or off the roster by then"),
    /** Nobody stands on both sides. */
    REPRESENTS_APART("nobody acts on the submitter's behalf who is the submitter, or begins to once there was a panel"),
    /** Nobody who is conflicted when a round is judged is among those who approved. */
    NO_CONFLICT_AT_DECISION("nobody who is conflicted at the decision is among those who approved"),
    /** Nobody reviews before declaring to have no conflict with what the revision discloses. */
    DECLARED_FIRST("nobody reviews before declaring to have no conflict of interest"),
    /** Who refuses says why; a review is on the revision at hand. */
    SOUND_REVIEW("a review is filed by its seat's person, on the revision at hand, with words if it refuses"),
    /** A panel has the promised size and mix, nobody twice. */
    PANEL("a panel has the promised size and mix, and nobody twice; an open round can still reach them"),
    /** Too few reviews never bring a verdict. */
    TOO_FEW_NEVER_ADVANCE("too few reviews never lead to a verdict; a round is closed early only when it is lost"),
    /** Approved by all means public, in the same change. */
    PUBLISHED_AT_ONCE("when all have reviewed the round is judged in the same change; approved by all means published"),
    /** What is public stays so until something else is approved or it is retracted. */
    PUBLIC_STAYS("what is public changes by an approving verdict or a retraction and by nothing else"),
    /** What is over never changes. */
    PAST_IS_PAST("revisions, closed rounds and verdicts never change"),
    /** A review is never edited; it stands, or falls with its seat. */
    REVIEWS_STAND("a filed review is never edited, and falls only when its reviewer is out over a conflict"),
    /** The events say what happened. */
    REPLAY("replaying the events gives an equal submission"),
    /** The version counts the events. */
    VERSION("the version grows by exactly the number of events"),
    /** The table of transitions is kept. */
    TABLE("every act that succeeds is one of the transition table, leads where it says, and was on offer"),
    /** Nothing follows a final stage. */
    FINAL_IS_FINAL("in a final stage nothing is possible; what was withdrawn, declined or retracted never comes back"),
    /** An act that is refused says why. */
    REASONED_REFUSAL("every refusal has a code and a sentence; nothing fails in any other way"),
    /** There is always a way on. */
    NO_LIMBO("in every stage that isn't final something can be done, if need be with a fresh eligible reviewer");

    private final String sentence;

    Invariant(String sentence) {
        this.sentence = sentence;
    }

    /** The invariant in words. */
    public String sentence() {
        return sentence;
    }
}
