package org.migrationhub.core.kit.explore;

import java.util.ArrayList;
import java.util.List;

/** What the checks of one state have found. Not thread-safe. */
final class Findings {

    /** One of them, with the step that it is about. */
    record Finding(Invariant invariant, String text, Step step) {
        Breach breach() {
            return new Breach(invariant, text, step.path());
        }
    }

    private final List<Finding> found = new ArrayList<>();
    private Step about;

    Findings(Step about) {
        this.about = about;
    }

    /** What is found from now on is about this step. */
    void turnTo(Step step) {
        this.about = step;
    }

    void expect(boolean holds, Invariant invariant, String otherwise, Object... figures) {
        if (!holds) {
            add(invariant, otherwise, figures);
        }
    }

    void add(Invariant invariant, String text, Object... figures) {
        found.add(new Finding(invariant, figures.length == 0 ? text : text.formatted(figures), about));
    }

    List<Finding> found() {
        return found;
    }
}
