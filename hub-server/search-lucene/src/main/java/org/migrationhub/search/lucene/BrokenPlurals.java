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
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.migrationhub.core.search.FoldedText;

/** Arabic plurals that no ending tells, from a file that comes with the index. Immutable once read. */
final class BrokenPlurals {

    private static final String FILE = "broken-plurals.txt";
    private static final String AND = "و";

    /** The stem of a plural, and that of its singular. */
    private final Map<String, String> singulars = new HashMap<>();

    /**
     * Reads the file.
     *
     * @param stemmer what is otherwise left of a folded word
     */
    static BrokenPlurals read(UnaryOperator<String> stemmer) {
        try (InputStream in = BrokenPlurals.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the jar: " + FILE);
            }
            return new BrokenPlurals(
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines(), stemmer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BrokenPlurals(Stream<String> lines, UnaryOperator<String> stemmer) {
        lines.filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            List<String> stems = Arrays.stream(line.split("="))
                    .flatMap(BrokenPlurals::written)
                    .map(stemmer)
                    .toList();
            stems.forEach(plural -> singulars.putIfAbsent(plural, stems.get(0)));
        });
    }

    /** The words, and each with "and" before it, of which the stemmer takes off only one of two letters that are the same. */
    private static Stream<String> written(String words) {
        return FoldedText.words(words).stream().flatMap(word -> Stream.of(word, AND + word));
    }

    /** The stem of the singular, or the stem itself. */
    String singular(String stem) {
        return singulars.getOrDefault(stem, stem);
    }
}
