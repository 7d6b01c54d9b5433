package org.migrationhub.server.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table to be filled in: the names of the columns, and below them what each is for and what may stand in it, in two rows
 * that begin with a number sign and so are passed over when the table comes back. Stateless and thread-safe.
 */
public final class Template {

    private static final String REMARK = "# ";
    private static final String SAMPLE = "# SAMPLE, not imported: ";
    private static final double WIDTH = 28;

    private Template() {}

    /** As CSV, with the byte order mark by which spreadsheets know UTF-8. */
    public static byte[] csv(ImportKind kind) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            table(kind).forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** As XLSX: the table, and a sheet that says the same of each column in a row of its own. */
    public static byte[] xlsx(ImportKind kind) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "MigrationHub", "1.0")) {
            write(workbook.newWorksheet(kind.code()), table(kind));
            write(workbook.newWorksheet("help"), help(kind));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, List<List<String>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                sheet.value(row, column, rows.get(row).get(column));
            }
        }
        for (int column = 0; column < rows.get(0).size(); column++) {
            sheet.width(column, WIDTH);
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(1, 1);
    }

    private static List<List<String>> table(ImportKind kind) {
        return List.of(
                row(kind, "", Column::name), row(kind, REMARK, Template::help), row(kind, SAMPLE, Column::sample));
    }

    private static List<String> row(ImportKind kind, String mark, Function<Column, String> cell) {
        List<String> cells = new ArrayList<>();
        for (Column column : kind.template()) {
            cells.add((cells.isEmpty() ? mark : "") + cell.apply(column));
        }
        return cells;
    }

    private static List<List<String>> help(ImportKind kind) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("column", "what it is", "sample")));
        kind.template().forEach(column -> rows.add(List.of(column.name(), help(column), column.sample())));
        rows.add(List.of(
                "", "Several values in one cell stand apart by |, and \\| is a bar within a value.", "NER | MLI"));
        rows.add(List.of("", "Rows that begin with # are passed over. Formulas are refused.", ""));
        return rows;
    }

    private static String help(Column column) {
        return (column.required() ? "Required. " : "") + column.help();
    }
}
