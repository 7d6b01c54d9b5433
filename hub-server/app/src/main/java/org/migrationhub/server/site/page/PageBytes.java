package org.migrationhub.server.site.page;

import gg.jte.TemplateOutput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of a page, into which its template writes. A page consists of some thousand short pieces, and each goes straight to
 * its place here; jte's own output makes an array of each first. Not thread-safe.
 */
final class PageBytes implements TemplateOutput {

    /** As much as most pages are. */
    private static final int USUAL = 1 << 15;

    private byte[] bytes = new byte[USUAL];
    private int length;

    @Override
    public void writeContent(String text) {
        writeContent(text, 0, text.length());
    }

    @Override
    public void writeContent(String text, int begin, int end) {
        byte[] room = room(end - begin);
        for (int at = begin; at < end; at++) {
            char character = text.charAt(at);
            if (character >= 0x80) { // from here on a character may be several bytes
                writeBinaryContent(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
                return;
            }
            room[length++] = (byte) character;
        }
    }

    @Override
    public void writeBinaryContent(byte[] piece) {
        System.arraycopy(piece, 0, room(piece.length), length, piece.length);
        length += piece.length;
    }

    /** All that was written. */
    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Where there is room for so many bytes more. */
    private byte[] room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
        return bytes;
    }
}
