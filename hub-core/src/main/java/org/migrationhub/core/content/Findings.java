package org.migrationhub.core.content;

import java.util.ArrayList;
import java.util.List;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;

/** Gathers what is wrong with a form. Not thread-safe. */
final class Findings {

    /** A form made of mistakes may not cost its reader more memory than this many of them. */
    static final int MOST = 1_000;

    private final List<Violation> found = new ArrayList<>();

    void add(String path, String code, String message) {
        if (found.size() < MOST) {
            found.add(new Violation(path, code, message));
        } else if (found.size() == MOST) {
            found.add(new Violation(
                    "", "form.too-many-findings", "There is more to mend; these are the first findings."));
        }
    }

    void addIf(boolean wrong, String path, String code, String message) {
        if (wrong) {
            add(path, code, message);
        }
    }

    List<Violation> list() {
        return List.copyOf(found);
    }

    void orRefuse() {
        if (!found.isEmpty()) {
            throw refusal();
        }
    }

    RefusedException refusal() {
        return new RefusedException(found);
    }
}
