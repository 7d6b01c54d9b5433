package org.migrationhub.server.traces;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A document of OOXML or ODF, packed anew: the parts in their order, without times and comments of the archive; those that
 * hold the document's properties are replaced by empty ones, and its pictures lose their traces, too. Read with Commons
 * Compress, since the JDK alone doesn't read the lengths that some programs write behind a part. Not thread-safe.
 */
final class OfficeParts extends Rewritten {

    private static final long MOST_UNPACKED = 200L * 1024 * 1024;
    private static final int MOST_PARTS = 10_000;
    private static final int MOST_OF_A_TYPE = 256;
    private static final LocalDateTime NO_TIME =
            LocalDateTime.of(1980, 2, 1, 0, 0); // the first instants would be written a second time, with a zone

    private final ZipArchiveInputStream parts = new ZipArchiveInputStream(new Whole());
    private final ZipOutputStream kept = new ZipOutputStream(out);
    private @Nullable InputStream part;
    private @Nullable IOException broken;
    private long unpacked;
    private int count;

    OfficeParts(InputStream bytes) {
        super(bytes);
    }

    @Override
    boolean isMine(String head) {
        return head.startsWith("PK\u0003\u0004");
    }

    /** What is wrong with the archive is the file's fault; what the connection does isn't. */
    @Override
    void step() throws IOException {
        try {
            goOn();
        } catch (IOException | IllegalArgumentException e) {
            if (broken != null) {
                throw broken;
            }
            throw damaged();
        }
    }

    private void goOn() throws IOException {
        InputStream content = part;
        if (content == null) {
            nextPart();
            return;
        }
        byte[] bytes = content.readNBytes(PIECE);
        kept.write(bytes);
        if (bytes.length < PIECE) {
            kept.closeEntry();
            part = null;
        }
    }

    private void nextPart() throws IOException {
        ZipEntry entry = parts.getNextEntry();
        if (entry == null) {
            kept.close();
            end();
            return;
        }
        if (++count > MOST_PARTS) {
            throw damaged();
        }
        begin(entry.getName(), entry.isDirectory());
    }

    private void begin(String name, boolean folder) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        byte[] empty = EmptyProperties.of(name);
        if (folder || name.equals("mimetype")) {
            store(entry, new Unpacked().readNBytes(MOST_OF_A_TYPE));
        } else if (empty != null) {
            kept.putNextEntry(entry);
            kept.write(empty);
            kept.closeEntry();
        } else {
            kept.putNextEntry(entry);
            part = Traces.ofPicture(name, new Unpacked());
        }
    }

    /** By its first part, uncompressed, an ODF is told. */
    private void store(ZipEntry entry, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        kept.putNextEntry(entry);
        kept.write(bytes);
        kept.closeEntry();
    }

    /** The present part, unpacked, as far as all together may be. */
    private final class Unpacked extends ByPieces {

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = parts.read(bytes, from, length);
            unpacked += Math.max(read, 0);
            if (unpacked > MOST_UNPACKED) {
                throw damaged();
            }
            return read;
        }
    }

    /** The file, which remembers that it broke off on its way here. */
    private final class Whole extends ByPieces {

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return in.read(bytes, from, length);
            } catch (IOException e) {
                broken = e;
                throw e;
            }
        }
    }
}
