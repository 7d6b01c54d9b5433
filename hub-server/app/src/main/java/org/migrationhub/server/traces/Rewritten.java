package org.migrationhub.server.traces;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;

/** A file that is written anew piece by piece while it is read. Not thread-safe. */
abstract class Rewritten extends ByPieces {

    static final int PIECE = 8_192;

    /** More than any of the beginnings by which a type is told. */
    private static final int HEAD = 12;

    final BufferedInputStream in;
    final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private byte[] piece = {};
    private int at;
    private boolean begun;
    private boolean foreign;
    private boolean ended;

    Rewritten(InputStream bytes) {
        this.in = new BufferedInputStream(bytes, PIECE);
    }

    /** Whether a file that begins like this, in characters from U+0000 to U+00FF, is to be rewritten at all. */
    abstract boolean isMine(String head);

    /** Reads a little and writes what stays of it. */
    abstract void step() throws IOException;

    /** Says that nothing more stays, and passes over what there is. */
    final void end() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
        ended = true;
    }

    /** The next bytes, or a refusal if there are fewer. */
    final byte[] exactly(int count) throws IOException {
        byte[] read = in.readNBytes(count);
        if (read.length < count) {
            throw damaged();
        }
        return read;
    }

    static RefusedException damaged() {
        return new RefusedException(new Violation(
                "",
                "attachment.content-mismatch",
                "This file is damaged, protected, or far too large once unpacked; save it anew and upload that."));
    }

    static String latin(byte[] bytes, int from, int length) {
        return new String(bytes, from, Math.min(length, bytes.length - from), StandardCharsets.ISO_8859_1);
    }

    @Override
    public final int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == piece.length && !fill()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, bytes, from, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        begin();
        out.reset();
        while (out.size() == 0 && !ended) {
            if (foreign) {
                passOn();
            } else {
                step();
            }
        }
        piece = out.toByteArray();
        at = 0;
        return piece.length > 0;
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            in.mark(HEAD + 1);
            byte[] head = in.readNBytes(HEAD);
            in.reset();
            foreign = !isMine(latin(head, 0, HEAD));
        }
    }

    private void passOn() throws IOException {
        byte[] next = in.readNBytes(PIECE);
        out.write(next);
        ended = next.length == 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
