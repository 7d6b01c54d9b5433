package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was asked for last. Thread-safe; of several who ask for the same at once, one makes it and the others wait.
 *
 * @param <K> what it is asked for by
 * @param <V> what it keeps
 */
final class Recent<K, V> {

    private final Map<K, Kept> kept;

    Recent(int most) {
        kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Kept> eldest) {
                return size() > most;
            }
        };
    }

    /** What is kept under a key, made if it isn't there; if it can't be made, the next who asks tries again. */
    V get(K key, Making<K, V> making) throws IOException {
        Kept place;
        synchronized (kept) {
            place = kept.computeIfAbsent(key, one -> new Kept());
        }
        return place.get(key, making);
    }

    /** Where something is kept. */
    private final class Kept {

        private volatile @Nullable V value;

        V get(K key, Making<K, V> making) throws IOException {
            V known = value;
            return known == null ? make(key, making) : known;
        }

        private synchronized V make(K key, Making<K, V> making) throws IOException {
            V known = value;
            if (known == null) {
                known = making.make(key);
                value = known;
            }
            return known;
        }
    }

    /**
     * How something is made.
     *
     * @param <K> from what
     * @param <V> what
     */
    interface Making<K, V> {
        V make(K key) throws IOException;
    }
}
