package org.migrationhub.server.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body that has to come at some pace: whoever sends a byte now and then holds up a thread for ever otherwise. Not
 * thread-safe.
 */
final class Pace extends FilterInputStream {

    /** Enough for the slowest mobile network that somebody has patience with. */
    private static final long BYTES_PER_SECOND = 2_000;

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final LongSupplier nanos;
    private final long start;
    private long count;

    Pace(InputStream body, LongSupplier nanos) {
        super(body);
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** Throws a {@link ProblemException} when too little has come by now. */
    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        count += Math.max(0, read);
        long allowed = GRACE.toNanos() + count * (1_000_000_000L / BYTES_PER_SECOND);
        if (read >= 0 && nanos.getAsLong() - start > allowed) {
            throw Problem.REQUEST_TIMEOUT.plain("The body has to come faster.").with("Connection", "close");
        }
        return read;
    }
}
