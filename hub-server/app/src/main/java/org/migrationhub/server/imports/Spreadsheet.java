package org.migrationhub.server.imports;

import java.util.ArrayList;
import java.util.List;
import org.migrationhub.core.error.Violation;

/** What stands in a spreadsheet that somebody filled in, cell by cell. Stateless and thread-safe. */
public final class Spreadsheet {

    /** More rows than any form has that is filled in by hand. */
    private static final int MOST_ROWS = 1_000;

    private Spreadsheet() {}

    /**
     * A row in which something stands.
     *
     * @param number as a spreadsheet counts rows, from 1
     * @param cells what they say, from the first column on; empty where there is nothing, or nothing that can be used
     * @param faults what is wrong with single cells
     */
    public record Row(int number, List<String> cells, List<Violation> faults) {

        /** Copies the lists. */
        public Row {
            cells = List.copyOf(cells);
            faults = List.copyOf(faults);
        }

        /** What a cell says; empty if it isn't there. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /**
     * The rows of the first sheet.
     *
     * @throws FileRefusedException if it is no spreadsheet, hides something, or has more rows than are read
     */
    public static List<Row> rows(byte[] spreadsheet) {
        List<Row> rows = new ArrayList<>();
        XlsxTable.of(spreadsheet).read((number, cells) -> {
            if (rows.size() == MOST_ROWS) {
                throw Limits.tooManyRows();
            }
            rows.add(row(number, cells));
        });
        return List.copyOf(rows);
    }

    private static Row row(int number, List<Cell> cells) {
        return new Row(
                number,
                cells.stream().map(Cell::text).toList(),
                cells.stream()
                        .filter(Cell::isFaulty)
                        .map(cell -> new Violation("", cell.fault(), cell.message()))
                        .toList());
    }
}
