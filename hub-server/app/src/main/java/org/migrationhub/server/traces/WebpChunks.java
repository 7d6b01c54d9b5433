package org.migrationhub.server.traces;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A WebP (RFC 9649) of which only those chunks stay that say how it looks. Exif, XMP and what is unknown become chunks of
 * zeros, which readers pass over: since the length of the whole stands at its beginning, it couldn't be told yet if they went.
 * What stands behind the end goes. Not thread-safe.
 */
final class WebpChunks extends Chunks {

    private static final int HEAD = 12;
    private static final int OF_FRAME = 16;
    private static final int EXIF_AND_XMP = 0x0C;
    private static final byte[] JUNK = "JUNK".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "ALPH", "ANIM", "ICCP");

    private boolean begun;
    private long remaining;

    WebpChunks(InputStream bytes) {
        super(bytes);
    }

    @Override
    boolean isMine(String head) {
        return head.startsWith("RIFF") && head.startsWith("WEBP", 8);
    }

    @Override
    void head() throws IOException {
        if (!begun) {
            begun = true;
            byte[] riff = exactly(HEAD);
            remaining = unsigned(riff) - 4;
            out.write(riff);
        } else if (remaining <= 0) {
            end();
        } else {
            chunk(exactly(8));
        }
    }

    private void chunk(byte[] head) throws IOException {
        String type = latin(head, 0, 4);
        long length = unsigned(head);
        long padded = length + length % 2;
        remaining -= 8 + padded;
        if (remaining < 0) {
            throw damaged();
        }
        if (type.equals("VP8X") && length > 0) {
            out.write(head);
            out.write(exactly(1)[0] & ~EXIF_AND_XMP);
            keep(padded - 1);
        } else if (type.equals("ANMF") && length >= OF_FRAME) {
            remaining += padded - OF_FRAME; // a frame is made of chunks, which are looked at, too
            out.write(head);
            keep(OF_FRAME);
        } else if (KEPT.contains(type)) {
            out.write(head);
            keep(padded);
        } else {
            out.write(JUNK);
            out.write(head, 4, 4);
            blank(padded);
        }
    }

    private static long unsigned(byte[] head) {
        return ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xFFFF_FFFFL;
    }
}
