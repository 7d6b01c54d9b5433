package org.migrationhub.core.error;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was handed in breaks rules; all of them are named at once, so that they can be mended at once. Meant for HTTP
 * status 422.
 */
public final class RefusedException extends HubException {

    private final List<Violation> violations;

    /**
     * Reports every rule that was broken. The message joins their sentences.
     *
     * @param violations the broken rules, in the order of the form
     * @throws IllegalArgumentException if there is none: a refusal without a reason is a mistake of this program
     */
    public RefusedException(List<Violation> violations) {
        super(join(violations));
        this.violations = List.copyOf(violations);
    }

    /** Reports one broken rule. */
    public RefusedException(Violation violation) {
        this(List.of(violation));
    }

    /** The broken rules, in the order of the form; never empty. */
    public List<Violation> violations() {
        return violations;
    }

    private static String join(List<Violation> violations) {
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("a refusal needs at least one violation");
        }
        return violations.stream().map(Violation::message).collect(Collectors.joining(" "));
    }
}
