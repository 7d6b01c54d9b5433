package org.migrationhub.core.review;

import java.util.regex.Pattern;

/**
 * The stable id of a submission, and of the item once it is published.
 *
 * @param value 1 to 64 letters, digits, dots, hyphens and underscores, the first a letter or digit
 */
public record SubmissionId(String value) implements Comparable<SubmissionId> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Refuses what isn't an id. */
    public SubmissionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a submission's id: it takes 1 to 64 of A-Z a-z 0-9 . _ -");
        }
    }

    @Override
    public int compareTo(SubmissionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
