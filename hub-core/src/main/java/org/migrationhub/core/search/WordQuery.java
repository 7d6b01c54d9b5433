package org.migrationhub.core.search;

import java.util.ArrayList;
import java.util.List;
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
