package org.migrationhub.core.review;

import java.util.Arrays;
import java.util.Optional;

/** What a panel's round leads to. */
public enum VerdictOutcome {
    /** The revision is published. */
    APPROVED("approved"),
    /** The submitter may revise it. */
    CHANGES_REQUESTED("changes-requested"),
    /** Refused; what was public before stays so. */
    DECLINED("declined");

    private final String code;

    VerdictOutcome(String code) {
        this.code = code;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** The outcome with this code. */
    public static Optional<VerdictOutcome> find(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code.equals(code))
                .findFirst();
    }
}
