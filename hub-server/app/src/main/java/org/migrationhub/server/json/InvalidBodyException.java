package org.migrationhub.server.json;

import java.util.List;
import org.migrationhub.core.error.Violation;

/** A body that is JSON and not of the form that was asked for. */
public final class InvalidBodyException extends RuntimeException {

    private final transient List<Violation> violations;

    /** Everything that is wrong with its form. */
    public InvalidBodyException(List<Violation> violations) {
        super("The body is not of the form that was asked for");
        this.violations = List.copyOf(violations);
    }

    /** What is wrong, by JSON pointer; never empty. */
    public List<Violation> violations() {
        return violations;
    }
}
