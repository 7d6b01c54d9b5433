package org.migrationhub.server;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a file of properties in UTF-8, strictly. */
final class ConfigurationFile {

    private ConfigurationFile() {}

    /**
     * The properties of the file.
     *
     * @param reasons takes what is wrong with it
     */
    static SortedMap<String, String> read(Path file, List<String> reasons) {
        try {
            Once properties = new Once();
            properties.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
            properties.twice.forEach(
                    key -> reasons.add("%s: the key %s stands there twice; remove one.".formatted(file, key)));
            return properties.sorted();
        } catch (CharacterCodingException e) {
            reasons.add("%s: it isn't in UTF-8; convert it.".formatted(file));
        } catch (IllegalArgumentException e) {
            reasons.add("%s: it holds a malformed \\u escape; mend or remove it.".formatted(file));
        } catch (IOException e) {
            reasons.add("%s: it can't be read; see that it is there, and who may read it.".formatted(file));
        }
        return Collections.emptySortedMap();
    }

    /** Properties that notice a key that comes twice. */
    private static final class Once extends Properties {

        private final SortedSet<String> twice = new TreeSet<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                twice.add((String) key);
            }
            return super.put(key, value);
        }

        SortedMap<String, String> sorted() {
            SortedMap<String, String> all = new TreeMap<>();
            stringPropertyNames().forEach(key -> all.put(key, getProperty(key).strip()));
            return all;
        }
    }
}
