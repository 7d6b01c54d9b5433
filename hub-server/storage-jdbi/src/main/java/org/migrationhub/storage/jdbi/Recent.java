package org.migrationhub.storage.jdbi;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was read or written lately, up to a weight in all: the longest unused goes first. A memory of what can't change, or
 * of what whoever asks proves to be current. Thread-safe.
 */
final class Recent<K, V> {

    private final Map<K, V> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final ToIntFunction<V> weight;
    private final long most;
    private long total;

    Recent(long most, ToIntFunction<V> weight) {
        this.most = most;
        this.weight = weight;
    }

    synchronized @Nullable V get(K key) {
        return kept.get(key);
    }

    /** Forgets all. */
    synchronized void clear() {
        kept.clear();
        total = 0;
    }

    synchronized void put(K key, V value) {
        V former = kept.put(key, value);
        total += weight.applyAsInt(value) - (former == null ? 0 : weight.applyAsInt(former));
        Iterator<V> oldest = kept.values().iterator();
        while (total > most) {
            total -= weight.applyAsInt(oldest.next());
            oldest.remove();
        }
    }
}
