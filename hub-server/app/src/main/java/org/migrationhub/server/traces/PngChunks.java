package org.migrationhub.server.traces;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * A PNG (W3C, third edition) of which only those chunks stay that say how it looks. Texts, Exif, times and what nobody
 * registered go, and what stands behind the end. Not thread-safe.
 */
final class PngChunks extends Chunks {

    private static final String SIGNATURE = "\u0089PNG\r\n\u001A\n";
    private static final int HEAD = 8;
    private static final int CHECKSUM = 4;

    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI",
            "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT");

    private boolean signed;
    private boolean last;

    PngChunks(InputStream bytes) {
        super(bytes);
    }

    @Override
    boolean isMine(String head) {
        return head.startsWith(SIGNATURE);
    }

    @Override
    void head() throws IOException {
        if (!signed) {
            signed = true;
            keep(SIGNATURE.length());
        } else if (last) {
            end();
        } else {
            next();
        }
    }

    /** That the end is missing does no harm: whoever shows the picture decides. */
    private void next() throws IOException {
        byte[] head = in.readNBytes(HEAD);
        if (head.length == 0) {
            end();
        } else if (head.length < HEAD) {
            throw damaged();
        } else {
            chunk(head);
        }
    }

    private void chunk(byte[] head) throws IOException {
        int length = ByteBuffer.wrap(head).getInt();
        String type = latin(head, 4, 4);
        if (length < 0) {
            throw damaged();
        }
        last = type.equals("IEND");
        if (KEPT.contains(type)) {
            out.write(head);
            keep(length + (long) CHECKSUM);
        } else {
            leaveOut(length + (long) CHECKSUM);
        }
    }
}
