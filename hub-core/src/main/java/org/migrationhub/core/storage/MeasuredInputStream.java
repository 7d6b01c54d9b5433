package org.migrationhub.core.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;

/**
 * Counts and digests what is read through it, up to a limit: for an {@link AttachmentStore} that takes bytes in. Not
 * thread-safe.
 */
public final class MeasuredInputStream extends FilterInputStream {

    private final MessageDigest digest = Sha256.algorithm();
    private final long most;
    private long size;
    private @Nullable StoredAttachment measured;

    /**
     * Measures a stream from here on.
     *
     * @param most how many bytes there may be; whoever reads one more gets a {@link RefusedException}
     */
    public MeasuredInputStream(InputStream measured, long most) {
        super(measured);
        this.most = most;
    }

    /**
     * What was read.
     *
     * @throws IllegalStateException before the end of the stream was read
     */
    public StoredAttachment measured() {
        if (measured == null) {
            throw new IllegalStateException("The stream was not read to its end");
        }
        return measured;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        if (read >= 0) {
            count(bytes, from, read);
        } else if (measured == null) {
            measured = new StoredAttachment(Sha256.ofDigest(digest.digest()), size);
        }
        return read;
    }

    /** Skips by reading, so that nothing goes unmeasured. */
    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.max(0, Math.min(count, 8192))).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(byte[] bytes, int from, int read) {
        size += read;
        if (size > most) {
            throw new RefusedException(new Violation(
                    "/size",
                    "attachment.too-large",
                    "This file has more than the %d bytes that are possible at most.".formatted(most)));
        }
        digest.update(bytes, from, read);
    }
}
