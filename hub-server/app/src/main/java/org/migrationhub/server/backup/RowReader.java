package org.migrationhub.server.backup;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file in a backup, each ended by LF, the last one too. Never unpacks more of them than fits into memory,
 * whatever somebody has packed. Not thread-safe.
 */
final class RowReader {

    /** Of a row, in bytes: names, addresses and digests. */
    static final int LONGEST = 1 << 16;

    private static final int BUFFER = 1 << 14;

    private final String file;
    private final InputStream in;
    private final long most;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long total;
    private long number;

    /**
     * Begins.
     *
     * @param file what to call it
     * @param in not closed, and not read beyond the end of the file
     * @param most how many bytes there may be in all
     */
    RowReader(String file, InputStream in, long most) {
        this.file = file;
        this.in = in;
        this.most = most;
    }

    /**
     * The next line.
     *
     * @return null after the last
     * @throws BackupDamagedException if it is none, or there are more of them than fit
     */
    @Nullable
    String next() throws IOException {
        if (!fill()) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (fill()) {
            byte next = buffer[at++];
            if (next == '\n') {
                return decoded(line.toByteArray());
            }
            line.write(next);
            if (line.size() > LONGEST) {
                throw damaged("it is longer than " + LONGEST + " bytes");
            }
        }
        throw damaged("it has no end");
    }

    /** What it is called. */
    String file() {
        return file;
    }

    /** What is wrong with the line that was read last. */
    BackupDamagedException damaged(String reason) {
        return new BackupDamagedException(file + ", line " + number, reason);
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, unpacked());
            total += end;
            if (total > most) {
                throw new BackupDamagedException(
                        file, "it is longer than the " + most + " bytes for which there is memory here");
            }
        }
        return at < end;
    }

    private int unpacked() throws IOException {
        try {
            return in.read(buffer);
        } catch (ZipException | EOFException e) {
            throw BackupDamagedException.unpacking(file, e);
        }
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
}
