package org.migrationhub.server.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a spreadsheet. Formulas are not evaluated, nor is what they once gave believed. Used once.
 */
final class XlsxTable implements Table {

    /** With the formats of cells, by which dates are known. */
    private static final ReadingOptions OPTIONS = new ReadingOptions(true, false);

    /** What a format writes as it stands, and conditions and colours. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]");

    private static final Pattern DAY_OR_YEAR = Pattern.compile("[dyDY]");

    /** Beyond these many digits before or behind the point nothing that is asked for here is a number. */
    private static final int MOST_DIGITS = 20;

    private final byte[] parts;

    private XlsxTable(byte[] parts) {
        this.parts = parts;
    }

    /**
     * The table in this spreadsheet.
     *
     * @throws FileRefusedException if it is none, or hides something
     */
    static XlsxTable of(byte[] spreadsheet) {
        byte[] parts = XlsxParts.of(spreadsheet);
        XlsxReferences.require(parts);
        return new XlsxTable(parts);
    }

    @Override
    public void read(Reader reader) {
        try (ReadableWorkbook workbook = opened();
                Stream<Row> rows = sheet(workbook)) {
            Iterator<Row> iterator = rows.iterator();
            for (Numbered row = next(iterator); row != null; row = next(iterator)) {
                reader.row(row.number(), row.cells());
            }
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private record Numbered(int number, List<Cell> cells) {}

    private ReadableWorkbook opened() throws IOException {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(parts), OPTIONS);
        } catch (RuntimeException e) { // whatever the library stumbles over: the file is somebody else's
            throw unreadable();
        }
    }

    private static Stream<Row> sheet(ReadableWorkbook workbook) throws IOException {
        try {
            return workbook.getFirstSheet().openStream();
        } catch (RuntimeException e) { // as above
            throw unreadable();
        }
    }

    private static @Nullable Numbered next(Iterator<Row> rows) {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            Row row = rows.next();
            return new Numbered(row.getRowNum(), cells(row));
        } catch (RuntimeException e) { // as above
            throw unreadable();
        }
    }

    private static FileRefusedException unreadable() {
        return FileRefusedException.malformed("xlsx.malformed", "This spreadsheet can't be read.");
    }

    private static List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>();
        int last = -1;
        for (org.dhatim.fastexcel.reader.Cell cell : row) {
            Cell read = cell == null ? Cell.EMPTY : cell(cell);
            cells.add(read);
            last = read.isEmpty() ? last : cells.size() - 1;
        }
        return cells.subList(0, last + 1);
    }

    private static Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        if (cell.getFormula() != null) {
            return Cell.formula();
        }
        return switch (cell.getType()) {
            case EMPTY -> Cell.EMPTY;
            case FORMULA -> Cell.formula();
            case ERROR -> Cell.error();
            case BOOLEAN -> Cell.of(cell.asBoolean() ? "true" : "false");
            case NUMBER -> Cell.of(isDate(cell.getDataFormatString()) ? date(cell) : number(cell));
            case STRING -> Cell.of(text(cell));
        };
    }

    private static String text(org.dhatim.fastexcel.reader.Cell cell) {
        String text = cell.getText();
        return text == null ? "" : text;
    }

    private static String date(org.dhatim.fastexcel.reader.Cell cell) {
        LocalDateTime date = cell.asDate();
        return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? date.toLocalDate().toString()
                : date + "Z";
    }

    private static String number(org.dhatim.fastexcel.reader.Cell cell) {
        BigDecimal number = cell.asNumber();
        boolean isShort = number.precision() - number.scale() <= MOST_DIGITS && number.scale() <= MOST_DIGITS;
        return isShort ? number.stripTrailingZeros().toPlainString() : text(cell);
    }

    private static boolean isDate(@Nullable String format) {
        return format != null
                && DAY_OR_YEAR.matcher(LITERAL.matcher(format).replaceAll("")).find();
    }
}
