package org.migrationhub.core.vocabulary;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What kind of undertaking a practice is. The list is open: an installation may use further codes of the same form and
 * name them in its own label files.
 *
 * @param code {@code practice-type-} and words of a to z and 0 to 9 joined by hyphens, at most 64 characters in all
 */
public record PracticeType(String code) implements Term, Comparable<PracticeType> {

    private static final Pattern FORM = Pattern.compile("(?=.{1,64}\\z)practice-type(-[a-z0-9]+)+");

    /** A project or programme. */
    public static final PracticeType PROJECT = new PracticeType("practice-type-project");

    /** A partnership or multi-stakeholder initiative. */
    public static final PracticeType PARTNERSHIP = new PracticeType("practice-type-partnership");

    /** A research study. */
    public static final PracticeType RESEARCH = new PracticeType("practice-type-research");

    /** Anything else. */
    public static final PracticeType OTHER = new PracticeType("practice-type-other");

    private static final List<PracticeType> KNOWN = List.of(PROJECT, PARTNERSHIP, RESEARCH, OTHER);

    /** Refuses a code that is not of the form. */
    public PracticeType {
        if (!isWellFormed(code)) {
            throw new IllegalArgumentException("No code of a type of practice: " + code);
        }
    }

    /** The types that the Hub itself has, in the order to offer them, {@link #OTHER} last. */
    public static List<PracticeType> known() {
        return KNOWN;
    }

    /** The type with this code, also when it is not one of the {@link #known()} ones; empty if it is not of the form. */
    public static Optional<PracticeType> find(String code) {
        return isWellFormed(code) ? Optional.of(new PracticeType(code)) : Optional.empty();
    }

    /** By code. */
    @Override
    public int compareTo(PracticeType other) {
        return code.compareTo(other.code);
    }

    private static boolean isWellFormed(String code) {
        return FORM.matcher(code).matches();
    }
}
