package org.migrationhub.core.kit.explore;

import java.util.HashMap;
import java.util.Map;

/** The states that were met, each with the fewest mishaps that led to it: with more, nothing new can follow. */
final class Known {

    private final Map<String, Byte> mishaps = new HashMap<>();

    boolean includes(State state) {
        Byte fewest = mishaps.get(state.key().text());
        return fewest != null && fewest <= state.mishaps();
    }

    /** Takes note of it; gives whether it is new, or was met only with more mishaps. */
    boolean add(State state) {
        boolean isNew = !includes(state);
        if (isNew) {
            mishaps.put(state.key().text(), (byte) state.mishaps());
        }
        return isNew;
    }

    int size() {
        return mishaps.size();
    }
}
