package org.migrationhub.core.review;

import java.util.Arrays;
import java.util.Optional;

/** What one reviewer says of one revision. */
public enum ReviewOutcome {
    /** May be published as it is. */
    APPROVE("approve"),
    /** May be published once the submitter has mended what the comment says. */
    REQUEST_CHANGES("request-changes"),
    /** Should not be published. */
    DECLINE("decline");

    private final String code;

    ReviewOutcome(String code) {
        this.code = code;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** The outcome with this code. */
    public static Optional<ReviewOutcome> find(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code.equals(code))
                .findFirst();
    }
}
