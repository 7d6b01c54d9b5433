package org.migrationhub.core.review;

/** The name of a seat's state. */
public enum SeatStateName {
    /** Asked to take part. */
    INVITED("invited"),
    /** Takes part, having declared no conflict of interest. */
    ACCEPTED("accepted"),
    /** Couldn't take part. */
    DECLINED("declined"),
    /** Out because of a conflict of interest. */
    RECUSED("recused"),
    /** Out because somebody else took over. */
    REPLACED("replaced"),
    /** Has reviewed. */
    REVIEWED("reviewed");

    private final String code;

    SeatStateName(String code) {
        this.code = code;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** Whether somebody who counts towards the panel sits here. */
    public boolean isStanding() {
        return this == INVITED || this == ACCEPTED || this == REVIEWED;
    }
}
