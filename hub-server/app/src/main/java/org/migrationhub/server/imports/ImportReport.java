package org.migrationhub.server.imports;

import java.util.List;
import org.migrationhub.core.ImportOutcome;

/**
 * What came of a file, row by row.
 *
 * @param kind of its rows
 * @param dryRun whether it was only to be said what would come of it
 * @param rows in their order
 */
public record ImportReport(ImportKind kind, boolean dryRun, List<Row> rows) {

    /**
     * What came of a row.
     *
     * @param number of the row, as in {@link Finding}
     * @param sourceKey which it has; empty if none can be used
     * @param id under which it is here; empty unless something is stored under it
     * @param status what became of it
     * @param violations why it was refused
     * @param warnings what should be looked at
     */
    public record Row(
            int number,
            String sourceKey,
            String id,
            ImportOutcome.Status status,
            List<Finding> violations,
            List<Finding> warnings) {

        /** Copies the lists. */
        public Row {
            violations = List.copyOf(violations);
            warnings = List.copyOf(warnings);
        }
    }

    /** Copies the list. */
    public ImportReport {
        rows = List.copyOf(rows);
    }

    /** Whether nothing was, or would be, stored since some row was refused. */
    public boolean isRefused() {
        return count(ImportOutcome.Status.REFUSED) > 0;
    }

    /** Whether all rows are here already as they say. */
    boolean changesNothing() {
        return count(ImportOutcome.Status.UNCHANGED) == rows.size();
    }

    /** How many rows came to this. */
    public int count(ImportOutcome.Status status) {
        return (int) rows.stream().filter(row -> row.status() == status).count();
    }
}
