package org.migrationhub.core.review;

/** When in a review a person's eligibility is looked at; later times ask fewer rules. */
public enum CheckTime {
    /** When a seat is given: all rules. */
    SEATING,
    /** When the person accepts the seat or files a review: what makes a reviewer, and conflicts. */
    FILING,
    /** When the round is judged: conflicts. */
    DECISION
}
