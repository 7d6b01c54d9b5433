package org.migrationhub.server.traces;

import java.io.InputStream;
import java.util.Locale;

/**
 * Files without what their makers' devices and programs wrote into them unasked: where a picture was taken and by whom, who
 * wrote a document, who saved it last, and in which company. Pictures (JPEG, PNG, WebP) and office documents of today (OOXML,
 * ODF) are freed of it as they stream by; what they show isn't touched. Comments and tracked changes are content, and stay.
 * Other types pass as they are: PDF, RTF and the binary formats of old can't be changed safely without being understood
 * whole. Stateless and thread-safe; the streams are not.
 */
public final class Traces {

    private Traces() {}

    /**
     * A file without its traces. Nothing is read before the result is, and no more than a few hundred KB is ever held. What
     * doesn't begin as its name says passes as it is: the inspection of content refuses it.
     *
     * <p>Reading throws {@link org.migrationhub.core.error.RefusedException} with {@code attachment.content-mismatch} where the
     * file is damaged, or an office document that unpacks to more than 200 MB or 10,000 parts.
     *
     * @param name of the file, which says by its ending what it is
     * @param bytes in it; closed with the result
     */
    public static InputStream without(String name, InputStream bytes) {
        return switch (ending(name)) {
            case "docx", "pptx", "xlsx", "odt", "odp", "ods" -> new OfficeParts(bytes);
            default -> ofPicture(name, bytes);
        };
    }

    /** The same for pictures alone, as they also stand in documents. */
    static InputStream ofPicture(String name, InputStream bytes) {
        return switch (ending(name)) {
            case "jpg", "jpeg" -> new JpegSegments(bytes);
            case "png" -> new PngChunks(bytes);
            case "webp" -> new WebpChunks(bytes);
            default -> bytes;
        };
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
