package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps what was asked for last. Thread-safe; what is asked for twice at once may be made twice.
 *
 * @param <K> what it is asked for by
 * @param <V> what it keeps
 */
final class Recent<K, V> {

    private final Map<K, V> kept;

    Recent(int most) {
        kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What is kept under a key, made if it isn't there. */
    V get(K key, Making<K, V> making) throws IOException {
        synchronized (kept) {
            V value = kept.get(key);
            if (value != null) {
                return value;
            }
        }
        V made = making.make(key);
        synchronized (kept) {
            kept.put(key, made);
        }
        return made;
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
