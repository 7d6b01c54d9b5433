package org.migrationhub.core.search;

/**
 * How many of the words that a query wants are enough. Words in quotation marks and alternatives to them, what is unwanted,
 * and filters are never among what may be missing.
 */
public enum Enough {
    /** All of them. */
    ALL("all"),
    /** At least half of them, as {@link WordQuery#apart} counts them. */
    MOST("most"),
    /** At least one of them, counted in the same way. */
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
        return this == ALL ? asked : asked.apart();
    }

    /** How many of so many parts that may be missing must be there. */
    public int least(int parts) {
        return switch (this) {
            case ALL -> parts;
            case MOST -> (parts + 1) / 2;
            case SOME -> Math.min(1, parts);
        };
    }
}
