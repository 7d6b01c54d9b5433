package org.migrationhub.core.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.JournalVerifier;

/**
 * The lines of a file, each ended by LF, the last one too; and the digest of all that was read. Never holds more than one
 * line, and none that is longer than a line of a journal may be. Not thread-safe.
 */
final class LineReader {

    private static final int BUFFER = 1 << 16;

    private final String file;
    private final InputStream in;
    private final MessageDigest digest = Sha256.algorithm();
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long number;

    LineReader(String file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** The next line; null after the last. */
    @Nullable
    String next() throws IOException {
        if (!fill()) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (fill()) {
            int stop = stop();
            if (line.size() + (stop - at) > JournalVerifier.LONGEST_LINE) {
                throw damaged("it is longer than " + JournalVerifier.LONGEST_LINE + " bytes");
            }
            line.write(buffer, at, stop - at);
            at = stop;
            if (at < end) {
                at++;
                return decoded(line.toByteArray());
            }
        }
        throw damaged("it has no end");
    }

    /** Which line was read last, from 1 on. */
    long number() {
        return number;
    }

    /** Of everything up to the end; to be asked there. */
    Sha256 digest() {
        return Sha256.ofDigest(digest.digest());
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
            digest.update(buffer, 0, end);
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

    private String decoded(byte[] line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            throw damaged("it is no UTF-8");
        }
    }

    private ArchiveDamagedException damaged(String reason) {
        return new ArchiveDamagedException(ArchivePlace.line(file, number), reason);
    }
}
