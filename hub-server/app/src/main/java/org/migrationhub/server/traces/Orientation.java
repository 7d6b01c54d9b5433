package org.migrationhub.server.traces;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** How a picture is turned, the one thing in its Exif (CIPA DC-008) that says how it looks. */
final class Orientation {

    private static final String NAME = "Exif\0\0";
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private Orientation() {}

    /** What an application's segment says of it, from 1 (upright) to 8; 0 if it says nothing that can be understood. */
    static int in(byte[] segment) {
        int start = NAME.length();
        if (segment.length < start + 8 || !Rewritten.latin(segment, 0, start).equals(NAME)) {
            return 0;
        }
        ByteBuffer tiff =
                ByteBuffer.wrap(segment, start, segment.length - start).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return 0;
        }
        int entries = Math.min(tiff.getShort(directory) & 0xFFFF, (tiff.limit() - directory - 2) / ENTRY);
        for (int index = 0; index < entries; index++) {
            int at = directory + 2 + index * ENTRY;
            if ((tiff.getShort(at) & 0xFFFF) == TAG && tiff.getShort(at + 2) == SHORT) {
                int value = tiff.getShort(at + 8);
                return value >= 1 && value <= 8 ? value : 0;
            }
        }
        return 0;
    }

    /** The length and content of a segment that says this alone. */
    static byte[] exif(int orientation) {
        byte[] name = NAME.getBytes(StandardCharsets.ISO_8859_1);
        int length = 2 + name.length + 8 + 2 + ENTRY + 4;
        return ByteBuffer.allocate(length)
                .putShort((short) length)
                .put(name)
                .put(new byte[] {'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) TAG)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
