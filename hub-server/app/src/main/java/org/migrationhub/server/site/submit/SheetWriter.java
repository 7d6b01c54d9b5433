package org.migrationhub.server.site.submit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.vocabulary.Direction;
import org.migrationhub.server.site.page.Voice;

/**
 * Writes an empty sheet: a row for each field with its name, room to write, help, and what may stand there; made to be
 * printed, too. The last column holds what each row is known by when it comes back.
 *
 * @param kind of item
 * @param voice of the language in which the sheet speaks
 * @param self how whoever fills it in is called
 */
record SheetWriter(Kind kind, Voice voice, String self) {

    /** The column in which somebody writes. */
    static final int WRITTEN = 1;

    /** The column with the key of the row; in the first row it says of which kind the sheet is. */
    static final int KEY = 4;

    /** What the key of the first row begins with. */
    static final String MARK = "migration-hub:";

    private static final double[] WIDTHS = {28, 70, 55, 45, 24};
    private static final String HEAD = "E3EEF5";
    private static final String ROOM = "FFFBEF";

    /** The column with what may stand in a row. */
    private static final int VALUES = 3;

    /** How much of a cell of that column is seen at most, on screens and on paper: spreadsheets have no row that is higher. */
    private static final int MOST_SHOWN = 900;

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "MigrationHub", "1.0")) {
            write(workbook.newWorksheet(kind.code()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void write(Worksheet sheet) {
        layOut(sheet);
        row(
                sheet,
                0,
                List.of(
                        voice.say("submit.sheet.field"),
                        voice.say("submit.sheet.write"),
                        voice.say("submit.sheet.help"),
                        voice.say("submit.sheet.values"),
                        MARK + kind.code()));
        sheet.range(0, 0, 0, KEY).style().bold().fillColor(HEAD).set();
        int row = 1;
        for (SheetField field : SheetField.of(kind)) {
            row = write(sheet, row, field);
        }
        sheet.range(0, 0, row - 1, KEY)
                .style()
                .wrapText(true)
                .verticalAlignment("top")
                .set();
    }

    /** The row after those of the field: what may stand there goes on in further rows if it is long. */
    private int write(Worksheet sheet, int row, SheetField field) {
        List<String> values = parted(values(field));
        int last = row + values.size() - 1;
        row(sheet, row, List.of(label(field), given(field), help(field), values.get(0), field.key()));
        for (int part = 1; part < values.size(); part++) {
            sheet.value(row + part, VALUES, values.get(part));
        }
        if (last > row) {
            IntStream.rangeClosed(0, KEY)
                    .filter(column -> column != VALUES)
                    .forEach(column -> sheet.range(row, column, last, column).merge());
        }
        sheet.style(row, 0).bold().set();
        sheet.range(row, WRITTEN, last, WRITTEN)
                .style()
                .fillColor(ROOM)
                .borderStyle(BorderStyle.THIN)
                .set();
        return last + 1;
    }

    private void layOut(Worksheet sheet) {
        for (int column = 0; column < WIDTHS.length; column++) {
            sheet.width(column, WIDTHS[column]);
        }
        sheet.freezePane(1, 1);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 999);
        sheet.repeatRows(0);
        if (voice.language().direction() == Direction.RTL) {
            sheet.rightToLeft();
        }
    }

    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                sheet.value(row, column, cells.get(column));
            }
        }
    }

    private String label(SheetField field) {
        String label = switch (field.label()) {
            case "start" -> voice.say("submit.field.period") + ": " + voice.say("submit.start");
            case "end" -> voice.say("submit.field.period") + ": " + voice.say("submit.end");
            case "regions" -> voice.say("fact.regions");
            case "commissions" -> voice.say("places.commissions");
            case "global" -> voice.say("place.global");
            default -> voice.say(Fields.key(field.label()));
        };
        return field.required() ? label + " – " + voice.say("submit.sheet.required") : label;
    }

    /** The sheet is in the language in which it will most probably be filled in. */
    private String given(SheetField field) {
        return field.key().equals("language") ? voice.name(voice.language()).text() : "";
    }

    private String help(SheetField field) {
        String key = switch (field.label()) {
            case "start", "end" -> "submit.help.period";
            case "geography", "regions", "commissions", "global" -> "submit.sheet.where";
            case "type" -> "submit.help.type." + kind.code();
            default -> "submit.help." + field.label();
        };
        return voice.say(key, self);
    }

    private String values(SheetField field) {
        return switch (field.sort()) {
            case TEXT -> voice.say("submit.sheet.most", voice.number(field.most()));
            case LINES, ORGANISATIONS -> voice.say("submit.sheet.lines");
            case LINKS -> voice.say("submit.sheet.link") + ". " + voice.say("submit.sheet.lines");
            case FLAG -> voice.say("submit.sheet.yes");
            case VALUE -> "";
            case CHOICE -> offered(field);
            case CHOICES -> voice.say("submit.sheet.lines") + "\n" + offered(field);
        };
    }

    private String offered(SheetField field) {
        return SheetReader.offered(voice, kind, field.key()).stream()
                .map(option -> option.mark().isEmpty()
                        ? option.said().text()
                        : option.mark() + " " + option.said().text())
                .collect(Collectors.joining("; "));
    }

    private static List<String> parted(String values) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String value : values.split("(?<=; )")) {
            if (!part.isEmpty() && width(part) + width(value) > MOST_SHOWN) {
                parts.add(part.toString().strip());
                part.setLength(0);
            }
            part.append(value);
        }
        parts.add(part.toString());
        return parts;
    }

    private static int width(CharSequence text) {
        return text.codePoints()
                .map(character -> Character.isIdeographic(character) ? 2 : 1)
                .sum();
    }
}
