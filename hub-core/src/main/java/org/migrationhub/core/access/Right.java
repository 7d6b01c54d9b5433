package org.migrationhub.core.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.review.Act;

/** What somebody may see or do. */
public enum Right {
    /** Learn that the submission exists, and where it stands. */
    SEE_STATUS,
    /** See title, submitter and organisations: what a conflict is judged by. */
    SEE_DISCLOSURE,
    /** Read the revisions that were handed in. */
    SEE_CONTENT,
    /** Read the draft as it was saved. */
    SEE_DRAFT,
    /** Read the outcomes and comments of judged rounds, without names. */
    SEE_OUTCOMES,
    /** See who is on the panel, their reviews and what they wrote to the secretariat. */
    SEE_PANEL,
    /** See who could be seated, with the reasons. */
    SEE_CANDIDATES,
    /** Read the submission's journal. */
    SEE_JOURNAL,

    /** See {@link Act#SAVE_DRAFT}; with it goes the working copy, what is typed and not saved yet. */
    SAVE_DRAFT(Act.SAVE_DRAFT),
    /** See {@link Act#SUBMIT}. */
    SUBMIT(Act.SUBMIT),
    /** See {@link Act#REVISE}. */
    REVISE(Act.REVISE),
    /** See {@link Act#WITHDRAW}. */
    WITHDRAW(Act.WITHDRAW),
    /** See {@link Act#RETURN}. */
    RETURN(Act.RETURN),
    /** See {@link Act#DECLINE}. */
    DECLINE(Act.DECLINE),
    /** See {@link Act#SEAT_PANEL}. */
    SEAT_PANEL(Act.SEAT_PANEL),
    /** See {@link Act#FILL_SEAT}. */
    FILL_SEAT(Act.FILL_SEAT),
    /** See {@link Act#REPLACE_SEAT}. */
    REPLACE_SEAT(Act.REPLACE_SEAT),
    /** See {@link Act#SEAT_FURTHER}. */
    SEAT_FURTHER(Act.SEAT_FURTHER),
    /** See {@link Act#ACCEPT_SEAT}. */
    ACCEPT_SEAT(Act.ACCEPT_SEAT),
    /** See {@link Act#DECLINE_SEAT}. */
    DECLINE_SEAT(Act.DECLINE_SEAT),
    /** See {@link Act#RECUSE}. */
    RECUSE(Act.RECUSE),
    /** See {@link Act#REVIEW}. */
    REVIEW(Act.REVIEW),
    /** See {@link Act#CLOSE_ROUND}. */
    CLOSE_ROUND(Act.CLOSE_ROUND),
    /** See {@link Act#FEATURE}. */
    FEATURE(Act.FEATURE),
    /** See {@link Act#UNFEATURE}. */
    UNFEATURE(Act.UNFEATURE),
    /** See {@link Act#RETRACT}. */
    RETRACT(Act.RETRACT),
    /** See {@link Act#REPRESENT}. */
    REPRESENT(Act.REPRESENT),

    /** Read what is public. Hub-wide. */
    READ_PUBLIC,
    /** Start a submission. Hub-wide. */
    START,
    /** Start a submission on somebody else's behalf. Hub-wide. */
    START_ON_BEHALF,
    /** See the submissions that wait for the secretariat. Hub-wide. */
    SEE_QUEUES,
    /** See and keep the records of organisations and persons, their affiliations and the roster. Hub-wide. */
    KEEP_PEOPLE,
    /** Erase a person's data. Hub-wide. */
    ERASE_PERSON,
    /** Read and export the whole journal, and take checkpoints. Hub-wide. */
    SEE_WHOLE_JOURNAL,
    /** See how far the search index is, and have it built anew. Hub-wide. */
    KEEP_INDEX,
    /** Say what somebody is to the Hub. Hub-wide. */
    GRANT_ROLES;

    private final @Nullable Act act;

    Right() {
        this(null);
    }

    Right(@Nullable Act act) {
        this.act = act;
    }

    /** The right to do this. */
    public static Right to(Act act) {
        return valueOf(act.name());
    }

    /** The stable code. */
    public String code() {
        return act == null ? name().toLowerCase(Locale.ROOT).replace('_', '-') : act.code();
    }

    /** Whether it concerns no single item. */
    public boolean isHubWide() {
        return compareTo(READ_PUBLIC) >= 0;
    }
}
