package org.migrationhub.core;

import java.util.List;
import java.util.Locale;
import org.migrationhub.core.error.Violation;

/**
 * What an import makes, or would make, of one row.
 *
 * @param status what became of it, provided that no row was refused
 * @param violations why it was refused; empty otherwise
 * @param warnings what should be looked at; of a draft also what must be mended before it can be handed in
 */
public record ImportOutcome(Status status, List<Violation> violations, List<Violation> warnings) {

    /** What becomes of a row. */
    public enum Status {
        /** It is new here. */
        CREATED,
        /** It was here, and is now as the row says. */
        UPDATED,
        /** It is here as the row says. */
        UNCHANGED,
        /** It can't be taken in. */
        REFUSED;

        /** The stable code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a refusal has no reason, or something else has one
     */
    public ImportOutcome {
        violations = List.copyOf(violations);
        warnings = List.copyOf(warnings);
        if ((status == Status.REFUSED) == violations.isEmpty()) {
            throw new IllegalArgumentException(status + " with " + violations.size() + " violations");
        }
    }

    /** Whether it can't be taken in. */
    public boolean isRefused() {
        return status == Status.REFUSED;
    }

    static ImportOutcome refused(String path, String code, String message) {
        return refused(List.of(new Violation(path, code, message)));
    }

    static ImportOutcome refused(List<Violation> violations) {
        return new ImportOutcome(Status.REFUSED, violations, List.of());
    }
}
