package org.migrationhub.server.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Takes out of a spreadsheet the parts that are read, having looked at every byte of them, and packs them anew. So whoever
 * reads them finds what was counted here, and nothing that hides in the packing: no bomb, no parts that share their bytes, no
 * document type with entities. Used once.
 */
final class XlsxParts {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String DOCTYPE = "<!doctype";
    private static final int BLOCK = 8192;

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final Set<String> names = new HashSet<>();
    private long inflated;

    /**
     * A spreadsheet with the same cells.
     *
     * @throws FileRefusedException if it is none, or hides something
     */
    static byte[] of(byte[] spreadsheet) {
        return new XlsxParts().repacked(spreadsheet);
    }

    private byte[] repacked(byte[] spreadsheet) {
        try (ZipFile from = opened(spreadsheet);
                ZipOutputStream to = new ZipOutputStream(packed)) {
            to.setLevel(Deflater.BEST_SPEED);
            List<ZipArchiveEntry> parts = Collections.list(from.getEntries());
            if (parts.size() > Limits.MOST_PARTS) {
                throw tooLarge();
            }
            for (ZipArchiveEntry part : parts) {
                if (isRead(part.getName())) {
                    copy(part, from, to);
                }
            }
            if (!names.contains(WORKBOOK)) {
                throw noSpreadsheet();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw noSpreadsheet(); // of bytes in memory: the packing is broken
        }
        return packed.toByteArray();
    }

    private static ZipFile opened(byte[] spreadsheet) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(spreadsheet))
                .get();
    }

    /** Texts only: pictures, macros and objects stay behind. */
    private static boolean isRead(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels");
    }

    private void copy(ZipArchiveEntry part, ZipFile from, ZipOutputStream to) throws IOException {
        if (part.getMethod() != ZipEntry.STORED && part.getMethod() != ZipEntry.DEFLATED) {
            throw noSpreadsheet(); // other ways of packing ask for libraries that aren't here
        }
        if (!names.add(part.getName())) {
            throw FileRefusedException.refused("xlsx.malformed", "Two parts of this spreadsheet have the same name.");
        }
        to.putNextEntry(new ZipEntry(part.getName()));
        try (InputStream bytes = from.getInputStream(part)) {
            copy(bytes, to);
        }
        to.closeEntry();
    }

    private void copy(InputStream from, OutputStream to) throws IOException {
        byte[] block = new byte[BLOCK];
        String tail = "";
        boolean first = true;
        for (int read = from.readNBytes(block, 0, BLOCK); read > 0; read = from.readNBytes(block, 0, BLOCK)) {
            count(read);
            String text = new String(block, 0, read, StandardCharsets.ISO_8859_1);
            requirePlain(first, text, tail);
            tail = text.substring(Math.max(0, text.length() - DOCTYPE.length()));
            first = false;
            to.write(block, 0, read);
        }
    }

    private void count(int bytes) {
        inflated += bytes;
        if (inflated > Limits.MOST_INFLATED) {
            throw tooLarge();
        }
    }

    /** In UTF-8, where a document type can't be written in another way. */
    private static void requirePlain(boolean first, String text, String tail) {
        if (text.indexOf('\0') >= 0
                || (first && (text.startsWith("\u00FE\u00FF") || text.startsWith("\u00FF\u00FE")))) {
            throw FileRefusedException.refused("xlsx.not-utf-8", "A part of this spreadsheet isn't in UTF-8.");
        }
        if ((tail + text).toLowerCase(Locale.ROOT).contains(DOCTYPE)) {
            throw FileRefusedException.refused(
                    "xlsx.document-type", "A part of this spreadsheet declares a document type, which none needs.");
        }
    }

    private static FileRefusedException tooLarge() {
        return FileRefusedException.refused(
                "xlsx.too-large",
                "Unpacked, this spreadsheet has more than %d bytes or %d parts."
                        .formatted(Limits.MOST_INFLATED, Limits.MOST_PARTS));
    }

    private static FileRefusedException noSpreadsheet() {
        return FileRefusedException.malformed("xlsx.malformed", "This is no spreadsheet of the type XLSX.");
    }
}
