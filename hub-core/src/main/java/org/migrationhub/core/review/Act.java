package org.migrationhub.core.review;

import java.util.Arrays;
import java.util.Optional;

/** Everything that can be done to a submission once it exists. */
public enum Act {
    /** The submitter saves a draft that nobody else sees. */
    SAVE_DRAFT("save-draft"),
    /** The submitter hands in the first revision. */
    SUBMIT("submit"),
    /** The submitter hands in a further revision, which voids every approval of the last. */
    REVISE("revise"),
    /** The submitter takes it back, or takes back the next revision of what is public. */
    WITHDRAW("withdraw"),
    /** The secretariat returns it to the submitter at screening. */
    RETURN("return"),
    /** The secretariat declines it at screening. */
    DECLINE("decline"),
    /** The secretariat seats a panel, which opens a round. */
    SEAT_PANEL("seat-panel"),
    /** The secretariat fills a vacancy of the panel. */
    FILL_SEAT("fill-seat"),
    /** The secretariat replaces somebody who has not reviewed. */
    REPLACE_SEAT("replace-seat"),
    /** The secretariat seats one further reviewer where the policy lets that review decide. */
    SEAT_FURTHER("seat-further"),
    /** An invited reviewer declares to have no conflict of interest, and sees the content from then on. */
    ACCEPT_SEAT("accept-seat"),
    /** An invited reviewer can't take part. */
    DECLINE_SEAT("decline-seat"),
    /** A reviewer declares a conflict of interest; a review filed in this round no longer counts. */
    RECUSE("recuse"),
    /** A reviewer files a review of the revision at hand. */
    REVIEW("review"),
    /** The secretariat ends a round that can no longer lead to publication. */
    CLOSE_ROUND("close-round"),
    /** The secretariat or an editor shows what is public before others, with a sentence on what came of it. */
    FEATURE("feature"),
    /** The secretariat or an editor takes that back. */
    UNFEATURE("unfeature"),
    /** The secretariat takes down what is public. */
    RETRACT("retract"),
    /** Somebody of the secretariat begins to act on the submitter's behalf, and does so for good. */
    REPRESENT("represent");

    private final String code;

    Act(String code) {
        this.code = code;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** The act with this code. */
    public static Optional<Act> find(String code) {
        return Arrays.stream(values()).filter(act -> act.code.equals(code)).findFirst();
    }
}
