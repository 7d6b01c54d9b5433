package org.migrationhub.server;

import java.util.List;

/** The server doesn't start like this. Each reason names what is wrong and what to do. */
public final class StartRefusedException extends RuntimeException {

    private final transient List<String> reasons;

    /** Refuses for all of these reasons. */
    StartRefusedException(List<String> reasons) {
        super(String.join("\n", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /** Refuses for one reason. */
    StartRefusedException(String reason) {
        this(List.of(reason));
    }

    static void throwIfAny(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new StartRefusedException(reasons);
        }
    }

    /** Every reason, one sentence each. */
    public List<String> reasons() {
        return reasons;
    }
}
