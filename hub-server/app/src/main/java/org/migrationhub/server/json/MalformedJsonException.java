package org.migrationhub.server.json;

import com.fasterxml.jackson.core.JsonLocation;
import org.jspecify.annotations.Nullable;

/** Something that should have been JSON is none. The message is written for whoever sent it and repeats nothing of it. */
public final class MalformedJsonException extends RuntimeException {

    MalformedJsonException(String sentence) {
        super(sentence);
    }

    MalformedJsonException(@Nullable JsonLocation where) {
        this(
                where == null
                        ? "This is no JSON."
                        : "This is no JSON, or has a field twice, or is nested too deep: see line %d, column %d."
                                .formatted(where.getLineNr(), where.getColumnNr()));
    }
}
