package org.migrationhub.server.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a table whose first row names the columns. Rows without anything in them are passed over, and so are
 * those that begin with a number sign: the help and the sample of a template. Used once.
 */
final class TableRows implements Table.Reader {

    private static final String REMARK = "#";

    private final ImportKind kind;
    private final SourceKey keys = new SourceKey();
    private final List<ImportRow> rows = new ArrayList<>();
    private @Nullable List<@Nullable Column> header;

    private TableRows(ImportKind kind) {
        this.kind = kind;
    }

    /**
     * The rows of a table.
     *
     * @throws FileRefusedException if it can't be read, or hasn't the columns that it should
     */
    static List<ImportRow> of(ImportKind kind, Table table) {
        TableRows reader = new TableRows(kind);
        table.read(reader);
        if (reader.header == null) {
            throw FileRefusedException.refused(
                    "import.no-header", "The first row must name the columns: see the template.");
        }
        return reader.rows;
    }

    @Override
    public void row(int number, List<Cell> cells) {
        boolean isRemark = !cells.isEmpty() && cells.get(0).text().startsWith(REMARK);
        if (isRemark || cells.stream().allMatch(Cell::isEmpty)) {
            return;
        }
        if (header == null) {
            header = header(number, cells);
        } else if (rows.size() == Limits.MOST_ROWS) {
            throw Limits.tooManyRows();
        } else {
            rows.add(row(number, cells, header));
        }
    }

    private List<@Nullable Column> header(int number, List<Cell> cells) {
        List<String> names = cells.stream().map(cell -> cell.text().strip()).toList();
        List<Finding> findings = new ArrayList<>();
        List<@Nullable Column> columns = new ArrayList<>();
        if (names.size() > Limits.MOST_COLUMNS) {
            throw FileRefusedException.refused(
                    "import.too-many-columns", "At most %d columns, please.".formatted(Limits.MOST_COLUMNS));
        }
        for (String name : names) {
            Column column = kind.column(name).orElse(null);
            if (column != null && columns.contains(column)) {
                findings.add(Finding.ofCell(number, name, "column.repeated", "This column is there twice."));
            } else if (column == null && !name.isEmpty()) {
                findings.add(Finding.ofCell(
                        number, shortened(name), "column.unknown", "There is no such column here: see the template."));
            }
            columns.add(column);
        }
        kind.missing(names)
                .forEach(name -> findings.add(Finding.ofCell(
                        number, name, "column.missing", "This column must be there: see the template.")));
        if (!findings.isEmpty()) {
            throw FileRefusedException.refused(findings);
        }
        return columns;
    }

    private ImportRow row(int number, List<Cell> cells, List<@Nullable Column> columns) {
        Map<String, Object> tree = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (int index = 0; index < cells.size(); index++) {
            Cell cell = cells.get(index);
            Column column = index < columns.size() ? columns.get(index) : null;
            if (cell.isEmpty()) {
                continue;
            }
            if (column == null) {
                findings.add(Finding.ofCell(number, "", "cell.without-column", "A cell stands below no column."));
            } else if (cell.isFaulty()) {
                findings.add(Finding.ofCell(number, column.name(), cell.fault(), cell.message()));
            } else {
                column.put(cell.text(), tree);
                even(number, column, cell, sizes, findings);
            }
        }
        return keys.row(number, tree, findings, kind::columnAt);
    }

    /** Of columns that go together each has as many values: what belongs to what is never guessed. */
    private static void even(int number, Column column, Cell cell, Map<String, Integer> sizes, List<Finding> findings) {
        int size = Shape.parts(cell.text()).size();
        Integer before = column.list().isEmpty() ? null : sizes.putIfAbsent(column.list(), size);
        if (before != null && before != size) {
            findings.add(Finding.ofCell(
                    number,
                    column.name(),
                    "cell.uneven",
                    "Give as many values as in the columns beside it, %d: nothing between two bars stands for none."
                            .formatted(before)));
        }
    }

    private static String shortened(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100);
    }
}
