package org.migrationhub.server.traces;

import java.io.IOException;
import java.io.InputStream;

/**
 * A JPEG (ITU-T T.81) without comments and without what applications wrote into it, but for what says how it looks: the JFIF
 * header, the colour profile, Adobe's colour transform, and how it is turned. Further pictures behind its end go, too: they
 * are previews with an Exif of their own. Not thread-safe.
 */
final class JpegSegments extends Rewritten {

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int APPLICATION = 0xE0;
    private static final int COMMENT = 0xFE;

    /** The marker that comes next, where the scan before it was read up to it; 0 if it is to be read. */
    private int marker;

    private boolean scanning;

    JpegSegments(InputStream bytes) {
        super(bytes);
    }

    @Override
    boolean isMine(String head) {
        return head.startsWith("\u00FF\u00D8\u00FF");
    }

    @Override
    void step() throws IOException {
        if (scanning) {
            scan();
        } else {
            segment(marker == 0 ? next() : marker);
        }
    }

    private int next() throws IOException {
        int read = exactly(1)[0] & 0xFF;
        if (read != 0xFF) {
            throw damaged();
        }
        while (read == 0xFF) {
            read = exactly(1)[0] & 0xFF; // any number of these may stand before a marker
        }
        return read;
    }

    private void segment(int code) throws IOException {
        marker = 0;
        if (code == START || isAlone(code)) {
            put(code);
        } else if (code == END) {
            put(code);
            end();
        } else {
            withLength(code);
        }
    }

    private static boolean isAlone(int code) {
        return code == 1 || isRestart(code);
    }

    private static boolean isRestart(int code) {
        return code >= 0xD0 && code <= 0xD7;
    }

    private void withLength(int code) throws IOException {
        byte[] length = exactly(2);
        int count = ((length[0] & 0xFF) << 8) | (length[1] & 0xFF);
        if (count < 2) {
            throw damaged();
        }
        byte[] content = exactly(count - 2);
        if (isAboutItsLooks(code, content)) {
            put(code);
            out.write(length);
            out.write(content);
        } else if (code == APPLICATION + 1) {
            turned(Orientation.in(content));
        }
        scanning = code == SCAN;
    }

    private static boolean isAboutItsLooks(int code, byte[] content) {
        return switch (code) {
            case APPLICATION -> begins(content, "JFIF\0");
            case APPLICATION + 2 -> begins(content, "ICC_PROFILE\0");
            case APPLICATION + 14 -> begins(content, "Adobe");
            default -> code < APPLICATION || (code > APPLICATION + 15 && code != COMMENT);
        };
    }

    private static boolean begins(byte[] content, String name) {
        return latin(content, 0, name.length()).equals(name);
    }

    /** Keeps a picture from lying on its side. */
    private void turned(int orientation) throws IOException {
        if (orientation > 1) {
            put(APPLICATION + 1);
            out.write(Orientation.exif(orientation));
        }
    }

    private void put(int code) {
        out.write(0xFF);
        out.write(code);
    }

    /** Copies the picture itself, up to the next marker. That the end is missing, as where a camera stopped, does no harm. */
    private void scan() throws IOException {
        for (int read = in.read(); ; read = in.read()) {
            if (read < 0) {
                end();
                return;
            }
            if (read != 0xFF) {
                out.write(read);
            } else if (!goesOn()) {
                scanning = false;
                return;
            }
            if (out.size() >= PIECE) {
                return;
            }
        }
    }

    private boolean goesOn() throws IOException {
        int code = 0xFF;
        while (code == 0xFF) {
            code = in.read();
        }
        if (code == 0 || isRestart(code)) {
            put(code);
            return true;
        }
        marker = Math.max(code, 0);
        return code < 0;
    }
}
