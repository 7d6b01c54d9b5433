package org.migrationhub.core.review;

import java.util.Arrays;
import java.util.Optional;

/** What a reviewer looks at, as the Hub has published it. */
public enum Criterion {
    /** The quality of the item. */
    QUALITY("quality"),
    /** Transparency of method, where it applies. */
    TRANSPARENCY("transparency"),
    /** Applicability for implementing the Compact at local, national, regional or global level. */
    APPLICABILITY("applicability"),
    /** Relevance. */
    RELEVANCE("relevance"),
    /** In line with the Compact and its guiding principles. */
    ALIGNMENT("alignment");

    private final String code;

    Criterion(String code) {
        this.code = code;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** The criterion with this code. */
    public static Optional<Criterion> find(String code) {
        return Arrays.stream(values())
                .filter(criterion -> criterion.code.equals(code))
                .findFirst();
    }
}
