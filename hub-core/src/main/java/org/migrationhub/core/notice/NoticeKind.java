package org.migrationhub.core.notice;

/** What a notice says. */
public enum NoticeKind {
    /** To a reviewer: you are asked to judge an item. */
    INVITED("invited"),
    /** To a reviewer: you are asked to judge a new revision. */
    REVISED("revised"),
    /** To a reviewer: your seat was given to somebody else, or taken from you. */
    SEAT_ENDED("seat-ended"),
    /** To a reviewer: the item was taken back, your review is no longer awaited. */
    TAKEN_BACK("taken-back"),
    /** To the submitter: the secretariat asks for something before it goes to a panel. */
    RETURNED("returned"),
    /** To the submitter: a panel has it. */
    IN_REVIEW("in-review"),
    /** To the submitter: the panel asks for changes. */
    CHANGES_REQUESTED("changes-requested"),
    /** To the submitter: it was declined. */
    DECLINED("declined"),
    /** To the submitter: it is public. */
    PUBLISHED("published"),
    /** To the submitter: it was taken down. */
    RETRACTED("retracted"),
    /** To the submitter: somebody of the secretariat acts on their behalf. */
    REPRESENTED("represented"),
    /** To the submitter: an editor features it. Not when what is said of it is only worded anew. */
    FEATURED("featured");

    private final String code;

    NoticeKind(String code) {
        this.code = code;
    }

    /** The stable code. */
    public String code() {
        return code;
    }
}
