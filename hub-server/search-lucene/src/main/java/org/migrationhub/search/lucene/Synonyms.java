package org.migrationhub.search.lucene;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.migrationhub.core.search.FoldedText;

/** Other names of the same, from a file that comes with the index. Only queries go through them. Immutable once read. */
final class Synonyms {

    private static final String FILE = "synonyms.txt";

    private final Map<List<String>, List<List<String>>> others = new HashMap<>();
    private int longest;

    private Synonyms(Stream<String> lines) {
        lines.filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::add);
    }

    static Synonyms standard() {
        return Standard.SYNONYMS;
    }

    /** The other names of what these words name; none if they name nothing. */
    List<List<String>> of(List<String> words) {
        return others.getOrDefault(words, List.of());
    }

    /** The most words that a name has. */
    int longest() {
        return longest;
    }

    private void add(String line) {
        List<List<String>> names =
                Arrays.stream(line.split("=")).map(FoldedText::words).toList();
        for (List<String> name : names) {
            longest = Math.max(longest, name.size());
            others.put(name, names.stream().filter(other -> !other.equals(name)).toList());
        }
    }

    private static Synonyms read() {
        try (InputStream in = Synonyms.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the jar: " + FILE);
            }
            return new Synonyms(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Standard {
        static final Synonyms SYNONYMS = read();
    }
}
