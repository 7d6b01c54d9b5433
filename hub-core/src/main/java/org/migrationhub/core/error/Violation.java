package org.migrationhub.core.error;

/**
 * One rule that something handed in breaks.
 *
 * @param path where: a JSON pointer (RFC 6901) into the form, such as {@code /texts/en/title}; the empty text means the
 *     form as a whole
 * @param code which rule: stable, for programs and translations, such as {@code title.required}
 * @param message one sentence in English that says what to mend
 */
public record Violation(String path, String code, String message) {

    /**
     * Checks the shape only.
     *
     * @throws IllegalArgumentException if the path is no JSON pointer, or the code or the sentence is blank
     */
    public Violation {
        if (!path.isEmpty() && !path.startsWith("/")) {
            throw new IllegalArgumentException("not a JSON pointer: " + path);
        }
        if (code.isBlank() || message.isBlank()) {
            throw new IllegalArgumentException("a violation needs a code and a sentence, at " + path);
        }
    }
}
