package org.migrationhub.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.migrationhub.core.search.Enough;
import org.migrationhub.core.search.WordQuery;

/**
 * A part of what is wanted: terms of which one is enough, or words that together name something that has other names.
 *
 * @param alternatives the terms; of a name the one that holds all its words
 * @param others the other names; none if it names nothing
 */
record Part(List<WordQuery.Term> alternatives, List<List<String>> others) {

    /** What is wanted, part by part; where not all of it is needed, each word that says something and is in no name is one. */
    static List<Part> of(WordQuery asked, Enough enough, Synonyms synonyms) {
        List<Part> parts = of(asked, synonyms);
        if (enough == Enough.ALL) {
            return parts;
        }
        WordQuery named = new WordQuery(parts.stream().map(Part::alternatives).toList(), asked.unwanted());
        return of(enough.of(named, words -> !synonyms.of(words).isEmpty()), synonyms);
    }

    private static List<Part> of(WordQuery asked, Synonyms synonyms) {
        List<Part> parts = new ArrayList<>();
        List<List<WordQuery.Term>> left = asked.wanted();
        while (!left.isEmpty()) {
            int named = named(left, synonyms);
            parts.add(named > 0 ? name(words(left, named), synonyms) : new Part(left.get(0), List.of()));
            left = left.subList(Math.max(1, named), left.size());
        }
        return parts;
    }

    boolean isName() {
        return !others.isEmpty();
    }

    /** Whether an alternative must stand as it is written: then nothing makes up for the part. */
    boolean isQuoted() {
        return alternatives.stream().anyMatch(WordQuery.Term::together);
    }

    /** What it asks for: the words of a name, or of each alternative, in one text. */
    List<String> words() {
        return alternatives.stream().map(term -> String.join(" ", term.words())).toList();
    }

    /** All words that need not stand together. */
    Stream<String> plainWords() {
        return alternatives.stream().filter(term -> !term.together()).flatMap(term -> term.words().stream());
    }

    /** What is to stand together: quoted words, and the other names. */
    Stream<List<String>> phrases(Synonyms synonyms) {
        Stream<List<String>> quoted = alternatives.stream()
                .filter(WordQuery.Term::together)
                .flatMap(term -> Stream.concat(Stream.of(term.words()), synonyms.of(term.words()).stream()));
        return Stream.concat(quoted, others.stream());
    }

    private static Part name(List<String> words, Synonyms synonyms) {
        return new Part(List.of(new WordQuery.Term(words, false)), synonyms.of(words));
    }

    /** How many of the next terms together name something; 0 if they don't. */
    private static int named(List<List<WordQuery.Term>> left, Synonyms synonyms) {
        int named = 0;
        for (int next = 1; next <= left.size() && isPlain(left.get(next - 1)); next++) {
            List<String> words = words(left, next);
            if (words.size() > synonyms.longest()) {
                break;
            }
            named = synonyms.of(words).isEmpty() ? named : next;
        }
        return named;
    }

    private static boolean isPlain(List<WordQuery.Term> alternatives) {
        return alternatives.size() == 1 && !alternatives.get(0).together();
    }

    private static List<String> words(List<List<WordQuery.Term>> terms, int first) {
        return terms.stream()
                .limit(first)
                .flatMap(List::stream)
                .map(WordQuery.Term::words)
                .flatMap(List::stream)
                .toList();
    }
}
