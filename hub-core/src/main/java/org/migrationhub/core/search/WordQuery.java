package org.migrationhub.core.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody typed, taken apart. Words apart by spaces must all occur. Words in quotation marks must stand one after
 * the other in one text. What has a hyphen before it must not occur. {@code OR} between two of these means that one of them
 * is enough. Every other sign only keeps words apart, and so does any of these signs where it makes no sense: nothing that
 * can be typed is wrong.
 *
 * @param wanted of each of these, at least one alternative must be there
 * @param unwanted none of these may be there
 */
public record WordQuery(List<List<Term>> wanted, List<Term> unwanted) {

    private static final Pattern TOKEN = Pattern.compile("(-?)(?:[\"\u201C\u201D\u201E\u00AB\u00BB]"
            + "([^\"\u201C\u201D\u201E\u00AB\u00BB]*)[\"\u201C\u201D\u201E\u00AB\u00BB]?"
            + "|([^\\p{Z}\\s\"\u201C\u201D\u201E\u00AB\u00BB]+))");

    private static final String OR = "OR";

    /** So many words are counted where not all are needed; whoever types more is answered by these, within bounds. */
    private static final int MOST_COUNTED = 32;

    /** Copies the lists; without alternatives nothing is wanted. */
    public WordQuery {
        wanted = wanted.stream()
                .map(alternatives -> alternatives.stream().distinct().toList())
                .filter(alternatives -> !alternatives.isEmpty())
                .distinct()
                .toList();
        unwanted = unwanted.stream().distinct().toList();
    }

    /**
     * Words, at least one, that are looked for as one.
     *
     * @param words as {@link FoldedText#words} cuts them
     * @param together whether they must stand one after the other in one text; otherwise they may stand anywhere
     */
    public record Term(List<String> words, boolean together) {

        /** Copies the list and refuses an empty one. */
        public Term {
            words = List.copyOf(words);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("A term needs a word");
            }
        }
    }

    /** Takes apart what was typed. */
    public static WordQuery of(String typed) {
        List<List<Term>> wanted = new ArrayList<>();
        List<Term> unwanted = new ArrayList<>();
        boolean or = false;
        Matcher token = TOKEN.matcher(typed);
        while (token.find()) {
            if (OR.equals(token.group())) {
                or = true;
                continue;
            }
            boolean quoted = token.group(2) != null;
            List<String> words = FoldedText.words(quoted ? token.group(2) : token.group(3));
            if (words.isEmpty()) {
                continue;
            }
            Term term = new Term(words, quoted);
            if (!token.group(1).isEmpty()) {
                unwanted.add(term);
            } else if (or && !wanted.isEmpty()) {
                wanted.get(wanted.size() - 1).add(term);
            } else {
                wanted.add(new ArrayList<>(List.of(term)));
            }
            or = false;
        }
        return new WordQuery(wanted, unwanted);
    }

    /**
     * The same for whoever counts how many of the words are there: every word that is neither quoted nor an alternative stands
     * for itself, what says nothing (an article, a preposition, in any of the six official languages) is left out as long as
     * something else is left, and so are unquoted words behind the first {@value #MOST_COUNTED}.
     */
    public WordQuery apart() {
        return apart(words -> false);
    }

    /**
     * The same for whoever knows names of several words: each counts as one word.
     *
     * @param isName whether the words of a term that is neither quoted nor an alternative are such a name
     */
    public WordQuery apart(Predicate<List<String>> isName) {
        List<List<Term>> apart =
                wanted.stream().flatMap(part -> apart(part, isName)).toList();
        List<List<Term>> telling =
                apart.stream().filter(part -> !saysNothing(part)).toList();
        return new WordQuery(counted(telling.isEmpty() ? apart : telling), unwanted);
    }

    /** The parts of which some may be missing where not all are needed. */
    List<List<Term>> countable() {
        return wanted.stream().filter(part -> !isBinding(part)).toList();
    }

    /** Whether words of a part must stand as they are quoted, so that nothing makes up for the part. */
    static boolean isBinding(List<Term> alternatives) {
        return alternatives.stream().anyMatch(Term::together);
    }

    private static Stream<List<Term>> apart(List<Term> alternatives, Predicate<List<String>> isName) {
        List<String> words = alternatives.get(0).words();
        return isBinding(alternatives) || alternatives.size() > 1 || isName.test(words)
                ? Stream.of(alternatives)
                : words.stream().map(word -> List.of(new Term(List.of(word), false)));
    }

    private static boolean saysNothing(List<Term> alternatives) {
        return !isBinding(alternatives)
                && alternatives.stream().flatMap(term -> term.words().stream()).allMatch(FunctionWords::holds);
    }

    private static List<List<Term>> counted(List<List<Term>> parts) {
        List<List<Term>> kept = new ArrayList<>();
        int counted = 0;
        for (List<Term> part : parts) {
            if (isBinding(part) || counted++ < MOST_COUNTED) {
                kept.add(part);
            }
        }
        return kept;
    }

    /** Whether no word is wanted; then everything is found but what holds something unwanted. */
    public boolean isEmpty() {
        return wanted.isEmpty();
    }

    /** All wanted words, each once, in the order in which they were typed. */
    public List<String> words() {
        return wanted.stream()
                .flatMap(List::stream)
                .map(Term::words)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** All wanted terms, alternatives among them, in the order in which they were typed. */
    public Stream<Term> terms() {
        return wanted.stream().flatMap(List::stream);
    }
}
