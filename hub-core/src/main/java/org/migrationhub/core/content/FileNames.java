package org.migrationhub.core.content;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What makes the name of a file safe to store and to offer on any system: a base name, and nothing that has a
 * meaning.
 */
final class FileNames {

    /** What the file systems in use allow for one name. */
    private static final int MOST_BYTES = 255;

    private static final Pattern SEPARATORS = Pattern.compile("[/\\\\:*?\"<>|]");

    /** Names of devices on Windows, whatever follows the first dot. */
    private static final Pattern DEVICES = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])\\s*(\\..*)?");

    private FileNames() {}

    /** Checks a name as it stands in the JSON form, where an empty one is left out. */
    static void check(@Nullable Object value, String path, Findings findings) {
        String name = value == null ? "" : (String) value;
        if (!Wording.isVisible(name)) {
            findings.add(path, "attachment.name-required", "Give the file a name.");
            return;
        }
        refuse(
                SEPARATORS.matcher(name).find(),
                path,
                findings,
                "Leave / \\ : * ? \" < > | out of the name of the file.");
        refuse(isEdged(name), path, findings, "The name of a file may not begin or end with a dot or a space.");
        refuse(DEVICES.matcher(name).matches(), path, findings, "This name means a device on some systems.");
        refuse(
                bytes(name) > MOST_BYTES,
                path,
                findings,
                "Shorten the name of the file: it needs %d bytes in UTF-8; %d are possible at most."
                        .formatted(bytes(name), MOST_BYTES));
    }

    /** What stands after the last dot, in lower case; the empty text if there is no dot. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static void refuse(boolean unsafe, String path, Findings findings, String message) {
        findings.addIf(unsafe, path, "attachment.name-unsafe", message);
    }

    private static boolean isEdged(String name) {
        return isEdge(name.charAt(0)) || isEdge(name.charAt(name.length() - 1));
    }

    private static boolean isEdge(char unit) {
        return unit == '.' || Character.isSpaceChar(unit);
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
