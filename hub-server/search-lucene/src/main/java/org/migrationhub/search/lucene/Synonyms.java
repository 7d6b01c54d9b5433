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

    /** Those of these lines, which are like those of the file. */
    static Synonyms of(String... lines) {
        return new Synonyms(Stream.of(lines));
    }

    /** The other names of what these words name; none if they name nothing. */
    List<List<String>> of(List<String> words) {
        boolean apart =
                words.size() > 1 && (Elisions.isLetter(words.get(0)) || Elisions.isLetter(words.get(words.size() - 1)));
        return apart ? List.of() : others.getOrDefault(telling(words), List.of());
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
            List<List<String>> rest =
                    names.stream().filter(other -> !other.equals(name)).toList();
            if (others.put(telling(name), rest) != null) {
                throw new IllegalArgumentException("A name stands twice among those of the same: " + name);
            }
        }
    }

    /** A name without what an apostrophe leaves of a word, which may have been typed or not. */
    private static List<String> telling(List<String> words) {
        List<String> telling =
                words.stream().filter(word -> !Elisions.isLetter(word)).toList();
        return telling.isEmpty() ? words : telling;
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
