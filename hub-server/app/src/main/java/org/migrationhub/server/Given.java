package org.migrationhub.server;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The settings that were given, by key: by the file, by the environment and by flags. Whatever is put later has the last
 * word. Not thread-safe.
 */
final class Given {

    private final SortedMap<String, String> values = new TreeMap<>();
    private final Map<String, String> names = new HashMap<>();

    /**
     * Puts settings over those that are there.
     *
     * @param settings by key
     * @param naming how a key is called where these come from
     */
    void put(Map<String, String> settings, UnaryOperator<String> naming) {
        settings.forEach((key, value) -> {
            values.put(key, value);
            names.put(key, naming.apply(key));
        });
    }

    /** The values by key. */
    SortedMap<String, String> values() {
        return values;
    }

    /** How whoever gave the setting calls it; the key, if nobody gave it. */
    String name(String key) {
        return names.getOrDefault(key, key);
    }
}
