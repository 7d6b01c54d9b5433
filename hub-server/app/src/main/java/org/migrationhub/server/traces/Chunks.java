package org.migrationhub.server.traces;

import java.io.IOException;
import java.io.InputStream;

/** A picture that consists of chunks with lengths, each of which is kept, blanked or left out. Not thread-safe. */
abstract class Chunks extends Rewritten {

    private enum Fate {
        KEPT,
        BLANKED,
        LEFT_OUT
    }

    private long left;
    private Fate fate = Fate.KEPT;

    Chunks(InputStream bytes) {
        super(bytes);
    }

    /** Reads the head of a chunk and says what becomes of the rest of it. */
    abstract void head() throws IOException;

    final void keep(long bytes) {
        tell(bytes, Fate.KEPT);
    }

    final void blank(long bytes) {
        tell(bytes, Fate.BLANKED);
    }

    final void leaveOut(long bytes) {
        tell(bytes, Fate.LEFT_OUT);
    }

    private void tell(long bytes, Fate what) {
        left = bytes;
        fate = what;
    }

    @Override
    final void step() throws IOException {
        if (left == 0) {
            head();
            return;
        }
        byte[] read = exactly((int) Math.min(left, PIECE));
        left -= read.length;
        switch (fate) {
            case KEPT -> out.write(read);
            case BLANKED -> out.write(new byte[read.length]);
            case LEFT_OUT -> {
                // nothing of it stays
            }
        }
    }
}
