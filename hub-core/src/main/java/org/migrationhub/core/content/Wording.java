package org.migrationhub.core.content;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may stand in a text, whatever its script: every character that a person can read, and nothing that deceives. */
final class Wording {

    /** HANGUL fillers and the empty BRAILLE PATTERN: letters and symbols by their category, yet nothing to see. */
    private static final String INVISIBLE = "\u115F\u1160\u3164\uFFA0\u2800";

    private Wording() {}

    /** Something that no text may hold. */
    enum Fault {
        HALF_CHARACTER("text.half-character", "Remove half a character (a lone surrogate)"),
        NOT_A_CHARACTER("text.not-a-character", "Remove what Unicode says is no character"),
        CONTROL_CHARACTER("text.control-character", "Remove the control character"),
        LINE_BREAK("text.line-break", "Write this on one line, without the line break"),
        DIRECTION_OVERRIDE("text.direction-override", "Remove the character that changes the direction of writing");

        private final String code;
        private final String remedy;

        Fault(String code, String remedy) {
            this.code = code;
            this.remedy = remedy;
        }

        String code() {
            return code;
        }

        String message(String text, int offset) {
            return "%s U+%04X at character %d."
                    .formatted(remedy, text.codePointAt(offset), text.codePointCount(0, offset) + 1);
        }
    }

    /** Every kind of fault in a text, with the offset where it first occurs. */
    static Map<Fault, Integer> faults(String text, boolean oneLine) {
        EnumMap<Fault, Integer> faults = new EnumMap<>(Fault.class);
        for (int offset = 0; offset < text.length(); offset += Character.charCount(text.codePointAt(offset))) {
            Fault fault = oneLine ? inOneLine(text.codePointAt(offset)) : inManyLines(text, offset);
            if (fault != null) {
                faults.putIfAbsent(fault, offset);
            }
        }
        return faults;
    }

    /** The length as a reader of the limits counts it: in code points. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /**
     * Whether there is anything to see: at least one letter, digit, mark of punctuation or symbol once compatible
     * characters are replaced (NFKC). White space of any script, characters without width and accents that stand alone
     * are nothing.
     */
    static boolean isVisible(String text) {
        return text.chars().anyMatch(Wording::isPlainLetter)
                || Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().anyMatch(Wording::isVisible);
    }

    private static boolean isPlainLetter(int character) {
        return character < 0x80 && Character.isLetterOrDigit(character);
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> INVISIBLE.indexOf(codePoint) < 0;
        };
    }

    private static @Nullable Fault inOneLine(int codePoint) {
        return switch (codePoint) {
            case '\n', '\r', 0x2028, 0x2029 -> Fault.LINE_BREAK;
            case 0x202A, 0x202B, 0x202C, 0x2066, 0x2067, 0x2068, 0x2069 -> Fault.DIRECTION_OVERRIDE;
            default -> anywhere(codePoint);
        };
    }

    private static @Nullable Fault inManyLines(String text, int offset) {
        return switch (text.charAt(offset)) {
            case '\n', '\t' -> null;
            case '\r' -> text.startsWith("\r\n", offset) ? null : Fault.CONTROL_CHARACTER;
            default -> anywhere(text.codePointAt(offset));
        };
    }

    private static @Nullable Fault anywhere(int codePoint) {
        if (codePoint == 0x202D || codePoint == 0x202E) {
            return Fault.DIRECTION_OVERRIDE;
        }
        if ((codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF)) {
            return Fault.NOT_A_CHARACTER;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> Fault.CONTROL_CHARACTER;
            case Character.SURROGATE -> Fault.HALF_CHARACTER;
            default -> null;
        };
    }
}
