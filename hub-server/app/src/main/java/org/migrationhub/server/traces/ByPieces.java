package org.migrationhub.server.traces;

import java.io.IOException;
import java.io.InputStream;

/** What is read in pieces: a single byte is a piece, too. Not thread-safe. */
abstract class ByPieces extends InputStream {

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public abstract int read(byte[] bytes, int from, int length) throws IOException;
}
