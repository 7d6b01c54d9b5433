package org.migrationhub.core.search;

import java.util.List;
import java.util.function.Predicate;

/**
 * How many of the words that a query wants are enough: by each measure, less is asked for than by the one before. Words in
 * quotation marks and alternatives to them, what is unwanted, and filters are never among what may be missing.
 */
public enum Enough {
    /**
     * All of them, in the sense of {@link SearchQuery#matches}: an index that finds more than it must may do without those that
     * say nothing, and without few of many.
     */
    ALL("all"),
    /** At least half of those that say something, as {@link WordQuery#apart()} counts them: of one or two, one. */
    MOST("most"),
    /** At least one, counted in the same way. */
    SOME("some");

    private final String code;

    Enough(String code) {
        this.code = code;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** What is looked for, so that what may be missing can be counted. */
    public WordQuery of(WordQuery asked) {
        return of(asked, words -> false);
    }

    /** The same for whoever knows names of several words, see {@link WordQuery#apart(Predicate)}. */
    public WordQuery of(WordQuery asked, Predicate<List<String>> isName) {
        return this == ALL ? asked : asked.apart(isName);
    }

    /** How many of so many parts that may be missing must be there. */
    public int least(int parts) {
        return switch (this) {
            case ALL -> parts;
            case MOST -> (parts + 1) / 2;
            case SOME -> Math.min(1, parts);
        };
    }

    /** Whether another measure asks for the same; not where an index may count the parts of a word without spaces. */
    boolean isSame(Enough other, WordQuery asked) {
        WordQuery looked = of(asked);
        List<List<WordQuery.Term>> parts = looked.countable();
        return looked.equals(other.of(asked))
                && least(parts.size()) == other.least(parts.size())
                && parts.stream()
                        .flatMap(List::stream)
                        .flatMap(term -> term.words().stream())
                        .noneMatch(FoldedText::isWithoutSpaces);
    }
}
