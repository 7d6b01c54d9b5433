package org.migrationhub.search.lucene;

import java.util.Arrays;
import java.util.zip.Deflater;

/** Makes short texts shorter: a Lucene column keeps bytes as they are. Not thread-safe. */
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
}
