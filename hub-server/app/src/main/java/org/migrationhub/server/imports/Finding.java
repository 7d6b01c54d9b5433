package org.migrationhub.server.imports;

import org.migrationhub.core.error.Violation;

/**
 * Something about one cell of a file, or about the whole of it.
 *
 * @param row its row as a spreadsheet counts them, the header being the first; in JSON the place of the element, from 1; 0
 *     for the file as a whole
 * @param sourceKey of the row; empty if it has none
 * @param column by its name; empty for the row as a whole, and in JSON
 * @param pointer where it stands in the row's JSON form
 * @param code which rule: stable
 * @param message what to mend
 */
public record Finding(int row, String sourceKey, String column, String pointer, String code, String message) {

    /** Something about the file as a whole. */
    static Finding ofFile(String code, String message) {
        return new Finding(0, "", "", "", code, message);
    }

    /** Something about a cell that has no place in the JSON form. */
    static Finding ofCell(int row, String column, String code, String message) {
        return new Finding(row, "", column, "", code, message);
    }

    static Finding of(Violation violation, int row, String sourceKey, String column) {
        return new Finding(row, sourceKey, column, violation.path(), violation.code(), violation.message());
    }

    Finding inRow(String key) {
        return new Finding(row, key, column, pointer, code, message);
    }
}
