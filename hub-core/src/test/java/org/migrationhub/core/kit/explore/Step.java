package org.migrationhub.core.kit.explore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a path, and the path before it. What was done says so in words when asked. */
record Step(@Nullable Step before, Object what) {

    List<String> path() {
        Deque<String> path = new ArrayDeque<>();
        for (Step step = this; step != null; step = step.before()) {
            path.addFirst(step.what().toString());
        }
        return List.copyOf(path);
    }
}
