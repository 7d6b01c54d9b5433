package org.migrationhub.core.content;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Whether bytes that come one after the other are a text in UTF-8, with nothing in it that can't be printed. Not thread-safe. */
final class PlainText {

    private static final int MOST_BYTES_OF_A_CHARACTER = 4;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer characters = CharBuffer.allocate(4096);
    private byte[] begun = new byte[0];

    /** Whether it is one so far; a character may be cut at the end. */
    boolean goesOn(byte[] bytes, int from, int length) {
        ByteBuffer in = ByteBuffer.allocate(begun.length + length)
                .put(begun)
                .put(bytes, from, length)
                .flip();
        boolean sound = decode(in);
        begun = new byte[Math.min(in.remaining(), MOST_BYTES_OF_A_CHARACTER)];
        in.get(begun);
        return sound;
    }

    /** Whether it ends with a whole character. */
    boolean isWhole() {
        return begun.length == 0;
    }

    private boolean decode(ByteBuffer in) {
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            result = decoder.decode(in, characters, false);
            characters.flip();
            boolean printable = characters.chars().allMatch(PlainText::isPrintable);
            characters.clear();
            if (result.isError() || !printable) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(int unit) {
        return unit == '\t' || unit == '\n' || unit == '\r' || unit == '\f' || !Character.isISOControl(unit);
    }
}
