package org.migrationhub.core.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last entry of every chain so far, and the last entries of the journal. Not thread-safe. */
final class Chains {

    /** How many of the last entries are remembered. */
    static final int REMEMBERED = 10_000;

    private final Map<ChainId, Place> last = new HashMap<>();
    private final Deque<Place> recent = new ArrayDeque<>();
    private final Map<ChainId, Deque<Place>> recentByChain = new HashMap<>();

    void add(Place place) {
        last.put(place.chain(), place);
        recent.add(place);
        recentByChain
                .computeIfAbsent(place.chain(), chain -> new ArrayDeque<>())
                .add(place);
        if (recent.size() > REMEMBERED) {
            forget(recent.remove());
        }
    }

    @Nullable
    Place last(ChainId chain) {
        return last.get(chain);
    }

    /** The entry with this number, if it is the last of its chain or among those remembered. */
    @Nullable
    Place find(ChainId chain, long sequence) {
        Place end = last.get(chain);
        if (end != null && end.sequence() == sequence) {
            return end;
        }
        return recentByChain.getOrDefault(chain, new ArrayDeque<>()).stream()
                .filter(place -> place.sequence() == sequence)
                .findFirst()
                .orElse(null);
    }

    long count() {
        return last.size();
    }

    long submissions() {
        return last.keySet().stream().filter(ChainId::isOfSubmission).count();
    }

    private void forget(Place oldest) {
        recentByChain.computeIfPresent(oldest.chain(), (chain, places) -> {
            places.remove();
            return places.isEmpty() ? null : places;
        });
    }
}
