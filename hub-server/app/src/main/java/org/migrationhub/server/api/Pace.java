package org.migrationhub.server.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body that has to come at some pace: whoever sends a byte now and then holds up a thread for ever otherwise. What was sent
 * fast at first buys no long silence later. Not thread-safe.
 */
final class Pace extends FilterInputStream {

    /** Half of what the slowest mobile network gives that somebody has patience with. */
    private static final long BYTES_PER_SECOND = 10_000;

    private static final long NANOS_PER_BYTE = 1_000_000_000 / BYTES_PER_SECOND;

    /** For how long a line may be worse than that, as in a tunnel. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    /** For how long what nobody wants may come, however fast. */
    private static final Duration UNWANTED = Duration.ofSeconds(10);

    private final LongSupplier nanos;
    private final long most;
    private final long perByte;
    private long left;

    private Pace(InputStream body, LongSupplier nanos, Duration most, long perByte) {
        super(body);
        this.nanos = nanos;
        this.most = most.toNanos();
        this.perByte = perByte;
        this.left = this.most;
    }

    /** Of a body that is wanted. */
    static Pace of(InputStream body, LongSupplier nanos) {
        return new Pace(body, nanos, GRACE, NANOS_PER_BYTE);
    }

    /** Of one that is read only so that whoever sends it comes to read the answer. */
    static Pace unwanted(InputStream body, LongSupplier nanos) {
        return new Pace(body, nanos, UNWANTED, 0);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** Throws a {@link ProblemException} when too little has come by now. */
    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        long begun = nanos.getAsLong();
        int read = super.read(bytes, from, length);
        long waited = nanos.getAsLong() - begun; // what the server does meanwhile is nobody else's fault
        left = Math.min(most, left - waited + Math.max(0, read) * perByte);
        if (read >= 0 && left < 0) {
            throw Problem.REQUEST_TIMEOUT.plain("The body has to come faster.").with("Connection", "close");
        }
        return read;
    }
}
