package org.migrationhub.server.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Values separated by commas or semicolons, whichever comes first, in UTF-8 with or without a byte order mark.
 *
 * @param text what the file says
 */
record CsvTable(String text) implements Table {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * The table in these bytes.
     *
     * @throws FileRefusedException if they are no UTF-8
     */
    static CsvTable of(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new CsvTable(text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw FileRefusedException.malformed("csv.not-utf-8", "This is no UTF-8: save it as \"CSV UTF-8\".");
        }
    }

    @Override
    public void read(Reader reader) {
        int number = 0;
        try {
            for (CsvRecord row : records()) {
                List<Cell> cells = row.getFields().stream().map(Cell::of).toList();
                reader.row(++number, cells);
            }
        } catch (CsvParseException e) {
            throw FileRefusedException.malformed(Finding.ofCell(
                    number + 1, "", "csv.malformed", "A quotation mark is missing or out of place in this row."));
        }
    }

    private CsvReader<CsvRecord> records() {
        return CsvReader.builder()
                .fieldSeparator(separator())
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    /** The names of columns hold neither. */
    private char separator() {
        int comma = text.indexOf(',');
        int semicolon = text.indexOf(';');
        return semicolon >= 0 && (comma < 0 || semicolon < comma) ? ';' : ',';
    }
}
