package org.migrationhub.server.imports;

import java.util.regex.Pattern;

/**
 * A cell of a table as a text, whatever it was.
 *
 * @param text what it says; empty if nothing
 * @param fault the code of what is wrong with it; empty if nothing is
 */
record Cell(String text, String fault) {

    static final Cell EMPTY = new Cell("", "");

    /** An apostrophe before what a spreadsheet could take for a formula: so exports keep it from being one. */
    private static final Pattern KEPT_FROM_BEING_A_FORMULA = Pattern.compile("'[=+\\-@\\t\\r]", Pattern.DOTALL);

    /** A cell that says this, as it was before an export made it harmless. */
    static Cell of(String written) {
        if (written.length() > Limits.MOST_IN_A_CELL) {
            return new Cell("", "cell.too-long");
        }
        return new Cell(KEPT_FROM_BEING_A_FORMULA.matcher(written).lookingAt() ? written.substring(1) : written, "");
    }

    static Cell formula() {
        return new Cell("", "cell.formula");
    }

    static Cell error() {
        return new Cell("", "cell.error");
    }

    boolean isEmpty() {
        return text.isBlank() && fault.isEmpty();
    }

    boolean isFaulty() {
        return !fault.isEmpty();
    }

    /** What to mend. */
    String message() {
        return switch (fault) {
            case "cell.formula" -> "This is a formula, and formulas aren't evaluated here: put in its value.";
            case "cell.error" -> "The spreadsheet shows an error in this cell.";
            default -> "A cell may have up to %d characters.".formatted(Limits.MOST_IN_A_CELL);
        };
    }
}
