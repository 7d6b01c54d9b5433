package org.migrationhub.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spreadsheets are read for what they say, and for nothing that they make somebody do. */
class XlsxTableTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void cellsAreTextsWhateverTheyAre() throws IOException {
        byte[] spreadsheet = spreadsheet(sheet -> {
            sheet.value(0, 0, "A text with <marks> & é 中文 \uD83D\uDE00");
            sheet.value(0, 1, 2021);
            sheet.value(0, 2, 8.8);
            sheet.value(0, 3, true);
            sheet.value(0, 4, LocalDate.parse("2027-01-31"));
            sheet.style(0, 4).format("yyyy-MM-dd").set();
            sheet.value(0, 5, LocalDateTime.parse("2027-01-31T06:30:00"));
            sheet.style(0, 5).format("[$-409]d. mmm yyyy hh:mm").set();
            sheet.inlineString(0, 6, "In line");
            sheet.value(0, 7, 0.5);
            sheet.style(0, 7).format("\"days\" 0.0").set();
            sheet.value(2, 0, "'=1+1");
        });

        List<List<String>> rows = rows(spreadsheet);

        assertThat(rows.get(0))
                .containsExactly(
                        "A text with <marks> & é 中文 \uD83D\uDE00",
                        "2021",
                        "8.8",
                        "true",
                        "2027-01-31",
                        "2027-01-31T06:30Z",
                        "In line",
                        "0.5");
        assertThat(rows.get(rows.size() - 1)).containsExactly("=1+1");
    }

    @Test
    void aFormulaIsRefusedWhateverItOnceGave() throws IOException {
        byte[] spreadsheet = spreadsheet(sheet -> {
            sheet.value(0, 0, "sourceKey");
            sheet.formula(0, 1, "1+1");
        });
        byte[] withResults = changed(
                spreadsheet,
                SHEET,
                xml -> xml.replaceAll("<c r=\"B1\"[^>]*>.*?</c>", "<c r=\"B1\" t=\"str\"><f>1+1</f><v>2</v></c>"));

        for (byte[] bytes : List.of(spreadsheet, withResults)) {
            List<Cell> cells = new ArrayList<>();
            XlsxTable.of(bytes).read((number, row) -> cells.addAll(row));
            assertThat(cells.get(1).fault()).isEqualTo("cell.formula");
        }
    }

    @Test
    void anErrorInACellIsTold() throws IOException {
        byte[] spreadsheet = changed(
                spreadsheet(sheet -> sheet.value(0, 0, 1)),
                SHEET,
                xml -> xml.replaceAll("<c r=\"A1\"[^>]*>.*?</c>", "<c r=\"A1\" t=\"e\"><v>#N/A</v></c>"));
        List<Cell> cells = new ArrayList<>();
        XlsxTable.of(spreadsheet).read((number, row) -> cells.addAll(row));

        assertThat(cells.get(0).fault()).isEqualTo("cell.error");
    }

    // What hides in the packing.

    @Test
    void aBombIsNotInflatedToItsEnd() throws IOException {
        byte[] spreadsheet = spreadsheet(sheet -> sheet.value(0, 0, "x"));
        byte[] bomb = with(spreadsheet, "xl/media/bomb.xml", 80 << 20);
        byte[] bombOfText = with(spreadsheet, "xl/sharedStrings.xml.xml", 80 << 20);

        assertThat(bomb).hasSizeLessThan(1 << 20);
        for (byte[] bytes : List.of(bomb, bombOfText)) {
            assertThat(refusal(bytes).findings().get(0).code()).isEqualTo("xlsx.too-large");
        }
    }

    @Test
    void tooManyPartsAreRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int part = 0; part <= Limits.MOST_PARTS; part++) {
                zip.putNextEntry(new ZipEntry("part-" + part));
                zip.closeEntry();
            }
        }

        assertThat(refusal(bytes.toByteArray()).findings().get(0).code()).isEqualTo("xlsx.too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE", "<!doctype", "<!DocType"})
    void aDocumentTypeIsRefusedAndNoEntityIsLookedUp(String doctype) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        elsewhere.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        elsewhere.start();
        try {
            String entity = "%s worksheet [<!ENTITY x SYSTEM \"http://localhost:%d/x\">]>"
                    .formatted(doctype, elsewhere.getAddress().getPort());
            byte[] spreadsheet = changed(
                    spreadsheet(sheet -> sheet.value(0, 0, "x")),
                    SHEET,
                    xml -> xml.replaceFirst("<worksheet", entity.replace("$", "\\$") + "<worksheet"));

            assertThat(refusal(spreadsheet).findings().get(0).code()).isEqualTo("xlsx.document-type");
            assertThat(asked).hasValue(0);
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void aPartInAnotherEncodingIsRefusedSinceItCouldHideOne() throws IOException {
        byte[] spreadsheet = spreadsheet(sheet -> sheet.value(0, 0, "x"));
        Map<String, byte[]> parts = parts(spreadsheet);
        String xml = new String(parts.get(SHEET), StandardCharsets.UTF_8);
        parts.put(SHEET, xml.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16));

        assertThat(refusal(packed(parts)).findings().get(0).code()).isEqualTo("xlsx.not-utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"ZZZZZZZ1\"><v>1</v></c>",
                "<c r=\"XFD1\"><v>1</v></c>",
                "<c r=\"\"><v>1</v></c>",
                "<c r=\"A0\"><v>1</v></c>",
                "<c r=\"A99999999999\"><v>1</v></c>",
                "<c r=\"A1\" t=\"s\"><v>999999</v></c>",
                "<c r=\"A1\" t=\"s\"><v>-1</v></c>",
                "<c r=\"A1\" t=\"s\"><v>x</v></c>",
                "<c r=\"A1\" s=\"999999\"><v>1</v></c>",
                "<c r=\"A1\"><v>1E999999999</v></c>",
                "<c r=\"A1\"><v>1E-999999999</v></c>",
                "<c r=\"A1\"><v>x</v></c>",
                "<c r=\"A1\" t=\"b\"><v>x</v></c>",
                "<c r=\"A1\" t=\"nonsense\"><v>1</v></c>",
                "<c r=\"A1\"",
                "</sheetData>",
                "<c r=\"A1\"><v>&x;</v></c>"
            })
    void cellsThatMakeNoSenseAreReadOrRefusedAndCostLittle(String cell) throws IOException {
        byte[] spreadsheet = changed(
                spreadsheet(sheet -> sheet.value(0, 0, "x")),
                SHEET,
                xml -> xml.replaceAll("<c r=\"A1\".*</c>", cell.replace("$", "\\$")));
        try {
            assertThat(rows(spreadsheet)).hasSizeLessThan(3);
        } catch (FileRefusedException e) {
            assertThat(e.findings().get(0).code()).startsWith("xlsx.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"FXSHRXW1\"><v>1</v></c>",
                "<c r=\"XFE1\"><v>1</v></c>",
                "<c r=\"AAAAAA1\"><v>1</v></c>",
                "<c r=\"&#65;AAAAA1\"><v>1</v></c>",
                "<c r=\"A4294967295\"><v>1</v></c>",
                "<c r=\"A2000000\"><v>1</v></c>",
                "</row><row r=\"2147483647\"><c><v>1</v></c>",
                "</row><row r=\"-5\"><c><v>1</v></c>"
            })
    void whereThereCanBeNoCellThereIsNone(String cell) throws IOException {
        byte[] spreadsheet = changed(
                spreadsheet(sheet -> sheet.value(0, 0, "x")), SHEET, xml -> xml.replaceAll("<c r=\"A1\".*</c>", cell));
        assertThat(refusal(spreadsheet).isMalformed()).isTrue();
    }

    @Test
    void whateverIsBrokenIsRefused() throws IOException {
        byte[] spreadsheet = spreadsheet(sheet -> {
            for (int row = 0; row < 50; row++) {
                sheet.value(row, 0, "Row " + row);
            }
        });
        Random random = new Random(5);
        for (int broken = 0; broken < 300; broken++) {
            byte[] bytes = spreadsheet.clone();
            int from = random.nextInt(bytes.length);
            for (int at = from; at < Math.min(bytes.length, from + 1 + random.nextInt(20)); at++) {
                bytes[at] = (byte) random.nextInt();
            }
            byte[] cut = Arrays.copyOf(bytes, broken % 2 == 0 ? bytes.length : random.nextInt(bytes.length));
            try {
                assertThat(rows(cut)).hasSizeLessThan(60);
            } catch (FileRefusedException e) {
                assertThat(e.findings()).isNotEmpty();
            }
        }
        assertThat(refusal(new byte[0]).isMalformed()).isTrue();
        assertThat(refusal("sourceKey,language\n".getBytes(StandardCharsets.UTF_8))
                        .isMalformed())
                .isTrue();
    }

    @Test
    void aSpreadsheetMayHaveNoSheetOrNoCell() throws IOException {
        byte[] empty = spreadsheet(sheet -> {});
        Map<String, byte[]> parts = parts(empty);
        parts.remove(SHEET);

        assertThat(rows(empty)).isEmpty();
        assertThat(refusal(packed(parts)).isMalformed()).isTrue();
    }

    private interface Filling {
        void fill(Worksheet sheet);
    }

    private interface Change {
        String of(String xml);
    }

    private static byte[] spreadsheet(Filling filling) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            filling.fill(workbook.newWorksheet("rows"));
        }
        return bytes.toByteArray();
    }

    private static byte[] changed(byte[] spreadsheet, String part, Change change) throws IOException {
        Map<String, byte[]> parts = parts(spreadsheet);
        String before = new String(parts.get(part), StandardCharsets.UTF_8);
        String after = change.of(before);
        assertThat(after).isNotEqualTo(before);
        parts.put(part, after.getBytes(StandardCharsets.UTF_8));
        return packed(parts);
    }

    private static Map<String, byte[]> parts(byte[] spreadsheet) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(XlsxParts.of(spreadsheet)))) {
            ZipEntry part = zip.getNextEntry();
            while (part != null) {
                parts.put(part.getName(), zip.readAllBytes());
                part = zip.getNextEntry();
            }
        }
        return parts;
    }

    private static byte[] packed(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** With one more part of so many spaces. */
    private static byte[] with(byte[] spreadsheet, String name, int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts(spreadsheet).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
            zip.putNextEntry(new ZipEntry(name));
            byte[] block = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int written = 0; written < size; written += block.length) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }

    private static List<List<String>> rows(byte[] spreadsheet) {
        List<List<String>> rows = new ArrayList<>();
        XlsxTable.of(spreadsheet)
                .read((number, cells) -> rows.add(cells.stream().map(Cell::text).toList()));
        return rows;
    }

    private static FileRefusedException refusal(byte[] spreadsheet) {
        FileRefusedException refusal = catchThrowableOfType(FileRefusedException.class, () -> rows(spreadsheet));
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
