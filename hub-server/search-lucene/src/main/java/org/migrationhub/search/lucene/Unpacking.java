package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks what {@link Packing} has packed, one after the other, some microseconds each. Not thread-safe. */
final class Unpacking implements AutoCloseable {

    private final Inflater inflater = new Inflater(true);

    /**
     * What was packed.
     *
     * @param bytes where it is
     * @param from where it begins
     * @param to where it ends
     * @param size how long it was before
     */
    byte[] unpack(byte[] bytes, int from, int to, int size) throws IOException {
        inflater.reset();
        inflater.setInput(bytes, from, to - from);
        byte[] unpacked = new byte[size];
        try {
            if (inflater.inflate(unpacked) != size) {
                throw new IOException("What was packed is shorter than it says");
            }
        } catch (DataFormatException e) {
            throw new IOException("Nothing was packed there", e);
        }
        return unpacked;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
