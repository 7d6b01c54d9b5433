package org.migrationhub.core.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two kinds of content that the Hub publishes after review. */
public enum Kind {
    /** A practice of the repository. */
    PRACTICE,
    /** A resource of the tools and library. */
    RESOURCE;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The kind with this code; empty if the code stands for none. */
    public static Optional<Kind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** {@code practice} or {@code resource}, as in the JSON form. */
    public String code() {
        return code;
    }
}
