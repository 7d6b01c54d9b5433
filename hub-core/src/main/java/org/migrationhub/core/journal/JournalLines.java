package org.migrationhub.core.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream of bytes: each ends with LF and with nothing else, the last may lack it. Never holds more than one
 * line, and no line longer than what is allowed. Not thread-safe.
 */
final class JournalLines {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    JournalLines(InputStream in) {
        this.in = in;
    }

    /** The next line; null after the last. */
    @Nullable
    RawLine next() throws IOException {
        if (!fill()) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean isTooLong = false;
        boolean isEnded = false;
        while (!isEnded && fill()) {
            int stop = stop();
            isEnded = stop < end;
            isTooLong |= line.size() + (stop - at) > JournalVerifier.LONGEST_LINE;
            line.write(buffer, at, isTooLong ? 0 : stop - at);
            at = isEnded ? stop + 1 : stop;
        }
        return isTooLong ? RawLine.tooLong() : decoded(line.toByteArray());
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
        }
        return at < end;
    }

    private int stop() {
        int stop = at;
        while (stop < end && buffer[stop] != '\n') {
            stop++;
        }
        return stop;
    }

    private static RawLine decoded(byte[] line) {
        try {
            return new RawLine(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(line))
                            .toString(),
                    "");
        } catch (CharacterCodingException e) {
            return new RawLine("", "it is no UTF-8");
        }
    }
}
