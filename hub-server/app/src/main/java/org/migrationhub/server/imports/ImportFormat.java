package org.migrationhub.server.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file to import may be. */
public enum ImportFormat {
    /** Comma or semicolon separated values in UTF-8. */
    CSV("text/csv"),
    /** A spreadsheet of Office Open XML. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** A JSON array of rows. */
    JSON("application/json"),
    /** One JSON object in each line. */
    JSONL("application/x-ndjson");

    private final String mediaType;

    ImportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The stable code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** The format with this code. */
    public static Optional<ImportFormat> find(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(code))
                .findFirst();
    }

    /** The format of this media type. */
    public static Optional<ImportFormat> ofMediaType(String type) {
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(type))
                .findFirst();
    }
}
