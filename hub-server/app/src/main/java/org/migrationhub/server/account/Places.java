package org.migrationhub.server.account;

import java.util.HashMap;
import java.util.Map;

/**
 * The places of those who have passwords computed, or wait for that. Strangers can't take all of them, nor can all strangers of
 * one region: whoever's browser was here before gets in while others try to keep everybody out. Thread-safe.
 */
final class Places {

    private final int most;
    private final int mostOfStrangers;
    private final Map<Place, Integer> taken = new HashMap<>();

    /** So many places, of which strangers may have so many. */
    Places(int most, int mostOfStrangers) {
        this.most = most;
        this.mostOfStrangers = mostOfStrangers;
    }

    /** Takes one; whether there was one. */
    synchronized boolean take(Place place) {
        boolean free = taken() < most
                && taken.getOrDefault(place, 0) < place.most()
                && (place.known() || takenByStrangers() < mostOfStrangers);
        if (free) {
            taken.merge(place, 1, Integer::sum);
        }
        return free;
    }

    /** Gives one back that was taken. */
    synchronized void leave(Place place) {
        taken.computeIfPresent(place, (same, count) -> count == 1 ? null : count - 1);
    }

    private int taken() {
        return taken.values().stream().mapToInt(Integer::intValue).sum();
    }

    private int takenByStrangers() {
        return taken.entrySet().stream()
                .filter(one -> !one.getKey().known())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
