package org.migrationhub.core.content;

import org.jspecify.annotations.Nullable;

/**
 * When a practice ran, in years of the Gregorian calendar: more than a year is not known of most published practices.
 *
 * @param startYear the year in which it began
 * @param endYear the year in which it ended or will end; null means that it goes on ("Present")
 */
public record Period(int startYear, @Nullable Integer endYear) {

    /** From a year on, without an end in sight. */
    public static Period since(int startYear) {
        return new Period(startYear, null);
    }

    /** Whether no end is known. */
    public boolean isOngoing() {
        return endYear == null;
    }
}
