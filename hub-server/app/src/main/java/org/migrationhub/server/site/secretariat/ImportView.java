package org.migrationhub.server.site.secretariat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Typed;

/**
 * The page for files of many rows.
 *
 * @param kinds what the rows of a file can be
 * @param typed what was chosen, with what is wrong
 * @param result what came of a file; null if none was sent
 * @param waiting by which the file that was tried is imported; empty if none can be
 */
public record ImportView(
        List<Kind> kinds, Typed typed, @Nullable Result result, String waiting) {

    /** Copies the list. */
    public ImportView {
        kinds = List.copyOf(kinds);
    }

    /**
     * What the rows of a file can be.
     *
     * @param code of it
     * @param name of it
     * @param csv where a table to fill in is, as text
     * @param xlsx the same as a spreadsheet
     */
    public record Kind(String code, String name, String csv, String xlsx) {}

    /**
     * What came of a file.
     *
     * @param done whether it is imported; otherwise it was only tried, or refused
     * @param refused whether it can't be imported
     * @param summary how many rows came to what
     * @param rows some of them, those with something to look at first
     * @param left how many more there are, in words; empty if none
     */
    public record Result(boolean done, boolean refused, List<String> summary, List<Row> rows, String left) {

        /** Copies the lists. */
        public Result {
            summary = List.copyOf(summary);
            rows = List.copyOf(rows);
        }
    }

    /**
     * What came of a row.
     *
     * @param place which row it is
     * @param key its key where it comes from
     * @param status what became of it
     * @param wrong whether it is refused
     * @param findings what is wrong with it, or should be looked at
     */
    public record Row(String place, Said key, String status, boolean wrong, List<Finding> findings) {

        /** Copies the list. */
        public Row {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Something about a row.
     *
     * @param column by its name; empty for the row as a whole
     * @param said what it is
     */
    public record Finding(String column, Said said) {}
}
