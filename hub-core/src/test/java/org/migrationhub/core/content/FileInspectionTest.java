package org.migrationhub.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;

class FileInspectionTest {

    private static final Charset BYTES = StandardCharsets.ISO_8859_1;
    private static final String FILLING = "sample \u0000\u0001\u00ff ".repeat(2_000);

    /** A file of each type that can be attached, by its ending. */
    private static final Map<String, byte[]> GOOD = good();

    @Test
    void everyTypeIsTakenForWhatItIsAndForNothingElse() {
        GOOD.keySet()
                .forEach(ending -> GOOD.forEach((other, bytes) -> {
                    boolean same = mediaType(ending).equals(mediaType(other));
                    boolean rtfIsText = ending.equals("txt") && other.equals("rtf");
                    assertThat(codes("sample." + ending, "", bytes))
                            .as("a file of type %s as %s", other, ending)
                            .isEqualTo(same || rtfIsText ? List.of() : List.of("attachment.content-mismatch"));
                }));
    }

    @Test
    void everyTypeThatCanBeAttachedIsKnown() {
        for (String ending : GOOD.keySet()) {
            assertThat(FileInspection.of("sample." + ending, "").mediaType()).isEqualTo(mediaType(ending));
        }
        Findings findings = new Findings();
        FileTypes.check("sample.unknown", "", "", findings);
        assertThat(findings.list().get(0).message()).contains(String.join(", ", GOOD.keySet()));
    }

    @Test
    void theBeginningTellsMostTypesApart() {
        GOOD.forEach((ending, bytes) -> {
            byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, FileInspection.HEAD));
            assertThat(mayBe(mediaType(ending), head)).as(ending).isTrue();
            assertThat(mayBe("image/png", head)).as(ending).isEqualTo(ending.equals("png"));
            assertThat(mayBe("text/html", head)).as(ending).isFalse();
            assertThat(mayBe("", head)).as(ending).isFalse();
        });
    }

    @Test
    void itDoesNotMatterInWhichPiecesAFileComes() {
        GOOD.forEach((ending, bytes) -> {
            for (int piece : List.of(1, 2, 3, 7, 64, 1_000)) {
                assertThat(codes("sample." + ending, "", piece, bytes))
                        .as("%s in pieces of %d", ending, piece)
                        .isEmpty();
            }
        });
    }

    @Test
    void anEmptyFileIsRefused() {
        for (String ending : GOOD.keySet()) {
            assertThat(codes("sample." + ending, "", new byte[0])).containsExactly("attachment.empty");
        }
    }

    @Test
    void aFileThatIsTooShortForItsTypeIsRefused() {
        GOOD.forEach((ending, bytes) -> {
            if (!ending.equals("txt")) {
                assertThat(codes("sample." + ending, "", Arrays.copyOf(bytes, 2)))
                        .as(ending)
                        .containsExactly("attachment.content-mismatch");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sample text, line one\r\nline two\tand more\f",
                "\uFEFFSample with a byte order mark",
                "Пример 示例 مثال e\u0301 👩🏽‍🚒",
                "x"
            })
    void aTextMayHoldWhateverCanBePrinted(String text) {
        for (int piece = 1; piece < 6; piece++) {
            assertThat(codes("sample.txt", "text/plain", piece, text.getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
        }
    }

    @Test
    void whatIsNoTextInUtf8IsRefused() {
        List<byte[]> wrong = List.of(
                "null\u0000".getBytes(StandardCharsets.UTF_8),
                "escape\u001b[2J".getBytes(StandardCharsets.UTF_8),
                "next line\u0085".getBytes(StandardCharsets.UTF_8),
                "\u00fcber".getBytes(BYTES),
                "Sample".getBytes(StandardCharsets.UTF_16),
                new byte[] {'a', (byte) 0xed, (byte) 0xa0, (byte) 0x80},
                new byte[] {(byte) 0xc0, (byte) 0x80},
                new byte[] {'a', (byte) 0xe7, (byte) 0xa4}); // cut in the middle of a character
        for (byte[] bytes : wrong) {
            for (int piece : List.of(1, 2, 100)) {
                assertThat(codes("sample.txt", "", piece, bytes)).containsExactly("attachment.content-mismatch");
            }
        }
    }

    @Test
    void macrosAreRefusedWhereTheTypeHasNone() {
        byte[] docx = zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin");
        assertThat(codes("sample.docx", "", docx)).containsExactly("attachment.content-mismatch");
        byte[] odt = openDocument("application/vnd.oasis.opendocument.text", "Basic/script-lc.xml");
        assertThat(codes("sample.odt", "", odt)).containsExactly("attachment.content-mismatch");
    }

    @Test
    void anArchiveOrInstallerUnderAnOfficeNameIsRefused() {
        assertThat(codes("sample.docx", "", zip("evil.js"))).containsExactly("attachment.content-mismatch");
        assertThat(codes("sample.docx", "", zip("[Content_Types].xml", "xl/workbook.xml")))
                .containsExactly("attachment.content-mismatch");
        assertThat(codes("sample.odt", "", openDocument("application/vnd.oasis.opendocument.text-template")))
                .containsExactly("attachment.content-mismatch");
        assertThat(codes("sample.doc", "", ole("!Tables"))).containsExactly("attachment.content-mismatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "htm", "svg", "xml", "js", "exe", "docm", "xhtml", "zip", "swf", "pdf.html", ""})
    void otherTypesAreRefusedBeforeAnythingIsRead(String ending) {
        assertThat(codes("sample." + ending, "", null)).contains("attachment.type-not-allowed");
        assertThat(codes("sample." + ending, "text/html", null)).contains("attachment.type-not-allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "sample.pdf, text/html",
        "sample.txt, text/html",
        "sample.png, image/svg+xml",
        "sample.docx, application/zip",
        "sample.pdf, application/octet-stream"
    })
    void anotherTypeThanTheNameMeansIsRefused(String name, String declared) {
        assertThat(codes(name, declared, null)).containsExactly("attachment.type-mismatch");
    }

    @Test
    void theTypeIsDeclaredInAnyCaseOrNotAtAll() {
        assertThat(FileInspection.of("Sample.PDF", "Application/PDF").mediaType())
                .isEqualTo("application/pdf");
        assertThat(FileInspection.of("Sample.JPEG", "").mediaType()).isEqualTo("image/jpeg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../sample.pdf",
                "/etc/sample.pdf",
                "C:\\sample.pdf",
                "sample\u0000.pdf",
                "sample\r\n.pdf",
                "sample\u202Efdp.pdf",
                "\uD800.pdf",
                "con.pdf",
                ".pdf",
                " sample.pdf",
                "sample.pdf.",
                "a:b.pdf",
                "\"sample\".pdf",
                "\u200B"
            })
    void anUnsafeNameIsRefused(String name) {
        RefusedException refusal =
                catchThrowableOfType(RefusedException.class, () -> FileInspection.of(name, "application/pdf"));
        assertThat(refusal.violations()).extracting(Violation::path).contains("/name");
    }

    @Test
    void everythingThatIsWrongWithNameAndTypeIsToldAtOnce() {
        assertThat(codes("a/" + "b".repeat(300) + "\u0001.html", "text/html", null))
                .containsExactlyInAnyOrder(
                        "text.control-character",
                        "text.too-long",
                        "attachment.name-unsafe",
                        "attachment.name-unsafe",
                        "attachment.type-not-allowed");
    }

    private static List<String> codes(String name, String declared, byte @Nullable [] bytes) {
        return codes(name, declared, 8_192, bytes);
    }

    /** What is said of a file that comes in such pieces; without bytes, of its name and type alone. */
    private static List<String> codes(String name, String declared, int piece, byte @Nullable [] bytes) {
        try {
            FileInspection inspection = FileInspection.of(name, declared);
            if (bytes != null) {
                for (int from = 0; from < bytes.length; from += piece) {
                    inspection.take(bytes, from, Math.min(piece, bytes.length - from));
                }
                inspection.end();
            }
            return List.of();
        } catch (RefusedException e) {
            return e.violations().stream().map(Violation::code).toList();
        }
    }

    private static boolean mayBe(String mediaType, byte[] head) {
        return FileInspection.mayBe(Attachment.of("sample", mediaType, head), head);
    }

    private static String mediaType(String ending) {
        return FileTypes.mediaTypeOf("x." + ending).orElseThrow();
    }

    private static Map<String, byte[]> good() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("doc", ole("WordDocument"));
        files.put("docx", zip("[Content_Types].xml", "_rels/.rels", "word/document.xml"));
        files.put("jpeg", ("\u00FF\u00D8\u00FF\u00E0" + FILLING).getBytes(BYTES));
        files.put("jpg", ("\u00FF\u00D8\u00FF\u00E1" + FILLING).getBytes(BYTES));
        files.put("odp", openDocument("application/vnd.oasis.opendocument.presentation", "content.xml"));
        files.put("ods", openDocument("application/vnd.oasis.opendocument.spreadsheet", "content.xml"));
        files.put("odt", openDocument("application/vnd.oasis.opendocument.text", "content.xml"));
        files.put("pdf", ("%PDF-1.7\n" + FILLING).getBytes(BYTES));
        files.put("png", ("\u0089PNG\r\n\u001A\n" + FILLING).getBytes(BYTES));
        files.put("ppt", ole("PowerPoint Document"));
        files.put("pptx", zip("docProps/app.xml", "ppt/presentation.xml", "[Content_Types].xml"));
        files.put("rtf", "{\\rtf1\\ansi A sample.}".getBytes(BYTES));
        files.put("txt", "A sample.\n".repeat(2_000).getBytes(StandardCharsets.UTF_8));
        files.put("webp", ("RIFF\u0001\u0002\u0003\u0004WEBPVP8 " + FILLING).getBytes(BYTES));
        files.put("xls", ole("Workbook"));
        files.put("xlsx", zip("xl/workbook.xml", "[Content_Types].xml"));
        return files;
    }

    /** A compound file as far as anybody looks: its header, and far behind a directory with this entry. */
    private static byte[] ole(String stream) {
        return ("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1" + FILLING
                        + new String(stream.getBytes(StandardCharsets.UTF_16LE), BYTES) + FILLING)
                .getBytes(BYTES);
    }

    private static byte[] openDocument(String mediaType, String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // the writer of the JDK gives a stored entry the plain header that ODF asks for
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] type = mediaType.getBytes(StandardCharsets.US_ASCII);
            CRC32 sum = new CRC32();
            sum.update(type);
            ZipEntry entry = new ZipEntry("mimetype");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(type.length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(type);
            add(zip, names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String... names) throws IOException {
        for (String name : names) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(FILLING.getBytes(StandardCharsets.UTF_8));
        }
    }
}
