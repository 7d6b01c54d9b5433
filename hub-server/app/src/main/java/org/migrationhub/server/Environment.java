package org.migrationhub.server;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which settings the environment gives: {@code HUB_DATABASE_URL} gives {@code database.url}. */
final class Environment {

    private static final String PREFIX = "HUB_";

    private Environment() {}

    /** The settings by key. Every variable whose name begins with {@code HUB_} is one. */
    static SortedMap<String, String> settings(Map<String, String> variables) {
        SortedMap<String, String> settings = new TreeMap<>();
        variables.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                settings.put(key(name), value.strip());
            }
        });
        return settings;
    }

    /** The variable that gives a setting. */
    static String variable(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private static String key(String variable) {
        return variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
