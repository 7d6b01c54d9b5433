package org.migrationhub.core.content;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The types of files that can be attached: the documents of a sister form of the Network, and three of images. All of
 * them are shown or opened without running anything; formats that can carry scripts for a browser (HTML, SVG, XML)
 * are not among them.
 */
final class FileTypes {

    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("txt", "text/plain"),
            Map.entry("rtf", "application/rtf"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("doc", "application/msword"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("ppt", "application/vnd.ms-powerpoint"),
            Map.entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            Map.entry("odp", "application/vnd.oasis.opendocument.presentation"),
            Map.entry("xls", "application/vnd.ms-excel"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("webp", "image/webp"));

    private FileTypes() {}

    /** The media type that belongs to the name of a file; empty if files of this name can't be attached. */
    static Optional<String> mediaTypeOf(String name) {
        return Optional.ofNullable(BY_EXTENSION.get(FileNames.extension(name)));
    }

    /** Checks that files of this name can be attached, and that the media type is the one that the name means. */
    static void check(String name, String mediaType, String path, Findings findings) {
        Optional<String> expected = mediaTypeOf(name);
        findings.addIf(
                expected.isEmpty() && Wording.isVisible(name),
                Pointer.below(path, "name"),
                "attachment.type-not-allowed",
                "Files of this kind can't be attached; possible endings are " + endings() + ".");
        expected.ifPresent(type -> findings.addIf(
                !type.equals(mediaType),
                Pointer.below(path, "mediaType"),
                "attachment.type-mismatch",
                "The name of the file means the media type " + type + "."));
    }

    /** Whether files of this type can be attached. */
    static boolean isKnown(String mediaType) {
        return BY_EXTENSION.containsValue(mediaType);
    }

    static boolean isImage(String mediaType) {
        return mediaType.startsWith("image/");
    }

    /** The endings of names of files that can be attached, for a message. */
    private static String endings() {
        return String.join(", ", new TreeSet<>(BY_EXTENSION.keySet()));
    }
}
