package org.migrationhub.core.search;

/**
 * How many of the words that a query wants are enough. Words in quotation marks and alternatives to them, what is unwanted,
 * and filters are never among what may be missing.
 */
public enum Enough {
    /** All of them. */
    ALL("all") {
        @Override
        public WordQuery of(WordQuery asked) {
            return asked;
        }

        @Override
        public int least(int words) {
            return words;
        }
    },

    /** At least half of them, as {@link WordQuery#apart} counts them. */
    MOST("most") {
        @Override
        public WordQuery of(WordQuery asked) {
            return asked.apart();
        }

        @Override
        public int least(int words) {
            return (words + 1) / 2;
        }
    };

    private final String code;

    Enough(String code) {
        this.code = code;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** What is looked for, so that what may be missing can be counted. */
    public abstract WordQuery of(WordQuery asked);

    /** How many of so many parts that may be missing must be there. */
    public abstract int least(int words);
}
