package org.migrationhub.core.journal;

/**
 * A line as it was read.
 *
 * @param text the line; empty if it can't be read
 * @param flaw why it can't be read; empty if it can
 */
record RawLine(String text, String flaw) {

    static RawLine of(String text) {
        return text.length() > JournalVerifier.LONGEST_LINE ? tooLong() : new RawLine(text, "");
    }

    static RawLine tooLong() {
        return new RawLine("", "it is longer than " + JournalVerifier.LONGEST_LINE + " bytes");
    }
}
