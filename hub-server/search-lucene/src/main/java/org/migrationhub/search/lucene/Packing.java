package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Makes short texts shorter: a Lucene column keeps bytes as they are. To unpack takes some microseconds. Not thread-safe. */
final class Packing {

    /** For a text of two lines, to look harder takes longer and finds nothing. */
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);

    byte[] pack(byte[] bytes) {
        deflater.reset();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] packed = new byte[bytes.length];
        int length = deflater.deflate(packed);
        while (!deflater.finished()) {
            packed = Arrays.copyOf(packed, 2 * packed.length + Byte.SIZE);
            length += deflater.deflate(packed, length, packed.length - length);
        }
        return Arrays.copyOf(packed, length);
    }

    /**
     * What was packed.
     *
     * @param bytes where it is
     * @param from where it begins
     * @param to where it ends
     * @param size how long it was before
     */
    static byte[] unpack(byte[] bytes, int from, int to, int size) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, from, to - from);
            byte[] unpacked = new byte[size];
            if (inflater.inflate(unpacked) != size) {
                throw new IOException("What was packed is shorter than it says");
            }
            return unpacked;
        } catch (DataFormatException e) {
            throw new IOException("Nothing was packed there", e);
        } finally {
            inflater.end();
        }
    }
}
