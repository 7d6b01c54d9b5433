package org.migrationhub.server.api;

import java.nio.charset.StandardCharsets;

/** Tells a client under which name to keep a file (RFC 6266). Stateless and thread-safe. */
final class Disposition {

    /** What stands for itself in an extended value (RFC 8187, {@code attr-char}), besides letters and digits. */
    private static final String PLAIN = "!#$&+-.^_`|~";

    /** What stands for itself between quotes, too, for clients that decode there what they shouldn't. */
    private static final String HARMLESS = " !#$&'()+,-.;=@[]^_`{}~";

    private Disposition() {}

    /** To be kept, not shown: the name in full, and in ASCII for clients that know no better. */
    static String attachment(String name) {
        return "attachment; filename=\"" + ascii(name) + "\"; filename*=UTF-8''" + extended(name);
    }

    private static String ascii(String name) {
        StringBuilder ascii = new StringBuilder();
        name.codePoints().forEach(point -> ascii.append(isIn(HARMLESS, point) ? (char) point : '_'));
        return ascii.toString();
    }

    private static String extended(String name) {
        StringBuilder extended = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (isIn(PLAIN, octet)) {
                extended.append((char) octet);
            } else {
                extended.append("%%%02X".formatted(octet));
            }
        }
        return extended.toString();
    }

    private static boolean isIn(String signs, int point) {
        boolean letterOrDigit = point >= 0 && point < 0x80 && Character.isLetterOrDigit(point);
        return letterOrDigit || signs.indexOf(point) >= 0;
    }
}
