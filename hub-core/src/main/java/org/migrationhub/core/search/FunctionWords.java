package org.migrationhub.core.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that hold a sentence together and say nothing by themselves, of the six official languages. */
final class FunctionWords {

    private static final String FILE = "function-words.txt";

    private static final Set<String> WORDS = read();

    private FunctionWords() {}

    /** Whether a folded word is one, whichever of the languages it is in. */
    static boolean holds(String word) {
        return WORDS.contains(word);
    }

    private static Set<String> read() {
        try (InputStream in = FunctionWords.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The list of function words is not where this class is");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(FunctionWords::words)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those behind the language. */
    private static Stream<String> words(String line) {
        return FoldedText.words(line.substring(line.indexOf(':') + 1)).stream();
    }
}
