package org.migrationhub.server.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationhub.core.content.FileInspection;
import org.migrationhub.core.error.RefusedException;

class TracesTest {

    private static final String CANARY = "SampleCanary";

    // Pictures.

    @Test
    void aPictureWithoutTracesStaysAsItIs() throws IOException {
        for (String type : new String[] {"jpg", "png"}) {
            byte[] picture = picture(type);
            assertThat(without("a." + type, picture)).isEqualTo(picture);
        }
        assertThat(without("a.webp", webp(false))).isEqualTo(webp(false));
    }

    @Test
    void aJpegLosesWhatCameraAndProgramsWroteIntoItAndNothingOfWhatItShows() throws IOException {
        byte[] traced = jpeg(exif(1), segment(0xE1, "http://ns.adobe.com/xap/1.0/\0" + CANARY), segment(0xED, CANARY));
        byte[] behind = joined(traced, picture("jpg"), bytes(CANARY));
        byte[] kept = without("A.JPEG", behind);
        assertThat(text(behind)).contains(CANARY);
        assertThat(kept).isEqualTo(picture("jpg"));
    }

    @Test
    void aJpegThatIsTurnedStaysTurned() throws IOException {
        byte[] kept = without("a.jpg", jpeg(exif(6), segment(0xFE, CANARY)));
        assertThat(text(kept)).doesNotContain(CANARY);
        assertThat(kept).isEqualTo(jpeg(joined(new byte[] {(byte) 0xFF, (byte) 0xE1}, Orientation.exif(6))));
        assertThat(without("a.jpg", kept)).isEqualTo(kept);
        assertSameLooks(kept, picture("jpg"));
    }

    @Test
    void aPngLosesTextsTimesAndExif() throws IOException {
        byte[] plain = picture("png");
        byte[] traced = Arrays.copyOf(plain, 33);
        for (String type : new String[] {"tEXt", "zTXt", "iTXt", "eXIf", "tIME", "caBX"}) {
            traced = joined(traced, chunk(type, CANARY));
        }
        traced = joined(traced, Arrays.copyOfRange(plain, 33, plain.length), bytes(CANARY));
        assertThat(without("a.png", traced)).isEqualTo(plain);
    }

    @Test
    void aWebpLosesExifAndXmpAndSaysThatItHasNone() throws IOException {
        byte[] kept = without("a.webp", webp(true));
        assertThat(text(kept)).doesNotContain(CANARY).doesNotContain("EXIF").doesNotContain("XMP ");
        assertThat(kept).hasSize(webp(true).length);
        assertThat(kept[20]).as("flags").isEqualTo((byte) 0x10);
    }

    // Documents.

    @Test
    void aSpreadsheetLosesItsAuthorsAndStillOpens() throws IOException {
        byte[] sheet = spreadsheet();
        assertThat(unpacked(sheet).values()).anyMatch(part -> part.contains(CANARY));
        byte[] kept = without("a.xlsx", sheet);
        assertThat(unpacked(kept).values()).noneMatch(part -> part.contains(CANARY));
        assertThat(unpacked(kept).keySet())
                .containsExactlyElementsOf(unpacked(sheet).keySet());
        assertThat(unpacked(kept).get("xl/worksheets/sheet1.xml"))
                .isEqualTo(unpacked(sheet).get("xl/worksheets/sheet1.xml"));
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(kept));
                var rows = book.getFirstSheet().openStream()) {
            assertThat(rows.findFirst().map((Row row) -> row.getCellText(0))).contains("Sample cell");
        }
        assertThat(without("a.xlsx", kept)).isEqualTo(kept);
    }

    @Test
    void aDocumentsPicturesLoseTheirTracesToo() throws IOException {
        byte[] document = packed(Map.of("word/media/image1.jpg", jpeg(segment(0xFE, CANARY))));
        assertThat(unpacked(without("a.docx", document)).get("word/media/image1.jpg"))
                .isEqualTo(text(picture("jpg")));
    }

    @Test
    void anOpenDocumentLosesItsAuthorsAndIsStillToldByItsBeginning() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", bytes("application/vnd.oasis.opendocument.text"));
        parts.put("content.xml", bytes("<content/>"));
        parts.put("meta.xml", bytes("<dc:creator>" + CANARY + "</dc:creator>"));
        byte[] kept = without("a.odt", packed(parts));
        assertThat(unpacked(kept).keySet()).containsExactly("mimetype", "content.xml", "meta.xml");
        assertThat(unpacked(kept).get("meta.xml")).doesNotContain(CANARY).contains("document-meta");
        FileInspection inspection = FileInspection.of("a.odt", "");
        inspection.take(kept, 0, kept.length);
        inspection.end();
    }

    // What passes as it is, and what is refused.

    @ParameterizedTest
    @ValueSource(strings = {"a.pdf", "a.txt", "a.doc", "a", "a.jpg", "a.png", "a.webp", "a.docx", "a.odt"})
    void whatIsNotOfAKindThatIsKnownPassesAsItIs(String name) throws IOException {
        byte[] some = bytes("%PDF-1.7 sample").clone();
        assertThat(without(name, some)).isEqualTo(some);
        assertThat(without(name, new byte[0])).isEmpty();
    }

    @Test
    void aDocumentThatUnpacksToFarTooMuchIsRefused() throws IOException {
        byte[] bomb = packed(Map.of("word/document.xml", new byte[201 * 1024 * 1024]));
        assertThat(bomb).hasSizeLessThan(1024 * 1024);
        assertThatThrownBy(() -> {
                    try (InputStream kept = Traces.without("a.docx", new ByteArrayInputStream(bomb))) {
                        kept.transferTo(OutputStream.nullOutputStream());
                    }
                })
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void whatIsBrokenIsRefusedOrPassesAndNothingElseHappens() throws IOException {
        Map<String, byte[]> files = Map.of(
                "a.jpg", jpeg(exif(6), segment(0xFE, CANARY)),
                "a.png", picture("png"),
                "a.webp", webp(true),
                "a.xlsx", spreadsheet());
        Random random = new Random(7);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            for (int round = 0; round < 300; round++) {
                byte[] broken = Arrays.copyOf(file.getValue(), 1 + random.nextInt(file.getValue().length));
                for (int change = random.nextInt(4); change > 0; change--) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                }
                try {
                    without(file.getKey(), broken);
                } catch (RefusedException e) {
                    assertThat(e.violations()).hasSize(1);
                }
            }
        }
    }

    @Test
    void aConnectionThatBreaksOffIsNotTheFilesFault() throws IOException {
        byte[] sheet = spreadsheet();
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(sheet, 0, 200), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new EOFException("Sample: gone");
            }
        });
        assertThatThrownBy(() -> Traces.without("a.xlsx", broken).readAllBytes())
                .isInstanceOf(EOFException.class)
                .hasMessage("Sample: gone");
    }

    private static byte[] without(String name, byte[] bytes) throws IOException {
        try (InputStream kept = Traces.without(name, new ByteArrayInputStream(bytes))) {
            return kept.readAllBytes();
        }
    }

    private static byte[] picture(String type) throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < 1_200; at++) {
            image.setRGB(at % 40, at / 40, at * 7_919);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, type, out)).isTrue();
        return out.toByteArray();
    }

    private static void assertSameLooks(byte[] one, byte[] other) throws IOException {
        BufferedImage first = ImageIO.read(new ByteArrayInputStream(one));
        BufferedImage second = ImageIO.read(new ByteArrayInputStream(other));
        assertThat(first.getRGB(0, 0, 40, 30, null, 0, 40)).isEqualTo(second.getRGB(0, 0, 40, 30, null, 0, 40));
    }

    /** The picture with segments behind its JFIF header. */
    private static byte[] jpeg(byte[]... segments) throws IOException {
        byte[] plain = picture("jpg");
        return joined(Arrays.copyOf(plain, 20), joined(segments), Arrays.copyOfRange(plain, 20, plain.length));
    }

    private static byte[] segment(int code, String content) {
        return segment(code, bytes(content));
    }

    private static byte[] segment(int code, byte[] content) {
        byte[] head = {(byte) 0xFF, (byte) code, 0, (byte) (content.length + 2)};
        return joined(head, content);
    }

    private static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(bytes("II")).putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(orientation);
        return segment(0xE1, joined(bytes("Exif\0\0"), tiff.array(), bytes(CANARY)));
    }

    private static byte[] chunk(String type, String content) {
        byte[] named = bytes(type + content);
        CRC32 sum = new CRC32();
        sum.update(named);
        return joined(number(content.length()), named, number((int) sum.getValue()));
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    private static byte[] webp(boolean traced) {
        byte[] extended = riff("VP8X", (traced ? "\u001C" : "\u0010") + "\0\0\0\0\0\0\0\0\0");
        byte[] shown = joined(extended, riff("VP8L", "sample"));
        byte[] chunks = traced ? joined(shown, riff("EXIF", CANARY), riff("XMP ", CANARY + "!")) : shown;
        return joined(riff("RIFF", "WEBP" + text(chunks)));
    }

    private static byte[] riff(String type, String content) {
        String padded = content.length() % 2 == 0 ? content : content + "\0";
        ByteBuffer length =
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(content.length());
        return joined(bytes(type), length.array(), bytes(padded));
    }

    private static byte[] spreadsheet() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, CANARY, "1.0")) {
            book.properties().setCompany(CANARY).setManager(CANARY);
            book.newWorksheet("Sample").value(0, 0, "Sample cell");
        }
        return out.toByteArray();
    }

    private static byte[] packed(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setExtra(joined(new byte[] {0x75, 0x65, 12, 0}, bytes(CANARY)));
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }

    private static Map<String, String> unpacked(byte[] file) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), text(zip.readAllBytes()));
            }
        }
        return parts;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
