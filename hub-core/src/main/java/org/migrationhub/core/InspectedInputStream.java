package org.migrationhub.core;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.migrationhub.core.content.FileInspection;

/** Lets a file be inspected while it is read: whoever reads it gets the refusal. Not thread-safe. */
final class InspectedInputStream extends FilterInputStream {

    private final FileInspection inspection;

    InspectedInputStream(InputStream inspected, FileInspection inspection) {
        super(inspected);
        this.inspection = inspection;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        if (read < 0) {
            inspection.end();
        } else {
            inspection.take(bytes, from, read);
        }
        return read;
    }

    /** Skips by reading, so that nothing goes uninspected. */
    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.max(0, Math.min(count, 8192))).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
