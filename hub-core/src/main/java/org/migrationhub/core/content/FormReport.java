package org.migrationhub.core.content;

import java.util.List;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;

/**
 * What the checks of a form found: everything at once, in the order of the form.
 *
 * @param violations what must be mended before the item can be submitted
 * @param warnings what should be looked at; it stops nothing
 */
public record FormReport(List<Violation> violations, List<Violation> warnings) {

    /** Copies the lists. */
    public FormReport {
        violations = List.copyOf(violations);
        warnings = List.copyOf(warnings);
    }

    /** Whether the item can be submitted as it is; warnings don't count. */
    public boolean isAcceptable() {
        return violations.isEmpty();
    }

    /**
     * Lets an acceptable form pass.
     *
     * @return this report, for its warnings
     * @throws RefusedException with every violation, if there is any
     */
    public FormReport orRefuse() {
        if (!isAcceptable()) {
            throw new RefusedException(violations);
        }
        return this;
    }
}
