package org.migrationhub.server.traces;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Properties of office documents that say nothing: what came is replaced, and never parsed. */
final class EmptyProperties {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final byte[] CORE = bytes(
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>");
    private static final byte[] EXTENDED =
            bytes("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>");
    private static final byte[] CUSTOM =
            bytes("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>");
    private static final byte[] OPEN_DOCUMENT =
            bytes("<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                    + " office:version=\"1.3\"><office:meta/></office:document-meta>");

    private EmptyProperties() {}

    /** What stands in place of a part; null if the part holds no properties. The caller doesn't change it. */
    static byte @Nullable [] of(String part) {
        String name = part.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "docprops/core.xml" -> CORE;
            case "docprops/app.xml" -> EXTENDED;
            case "docprops/custom.xml" -> CUSTOM;
            case "meta.xml" -> OPEN_DOCUMENT;
            default -> name.endsWith(".psmdcp") ? CORE : null;
        };
    }

    private static byte[] bytes(String root) {
        return (XML + root).getBytes(StandardCharsets.UTF_8);
    }
}
