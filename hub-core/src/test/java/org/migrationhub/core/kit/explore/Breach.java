package org.migrationhub.core.kit.explore;

import java.util.List;

/**
 * A state in which an invariant does not hold.
 *
 * @param invariant which
 * @param finding what was seen
 * @param path what led there from the start, in order; the last step is the one that broke it. No shorter path leads to
 *     a state in which something is broken
 */
public record Breach(Invariant invariant, String finding, List<String> path) {

    /** Copies the path. */
    public Breach {
        path = List.copyOf(path);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(invariant).append(": ").append(finding);
        text.append("\n  (").append(invariant.sentence()).append(')');
        for (int i = 0; i < path.size(); i++) {
            text.append("\n  ").append(i + 1).append(". ").append(path.get(i));
        }
        return text.append('\n').toString();
    }
}
