package org.migrationhub.core.content;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes JSON pointers (RFC 6901). */
final class Pointer {

    private Pointer() {}

    /** The pointer to a field, or to the element of a list, below another pointer. */
    static String below(String path, Object... names) {
        return Arrays.stream(names)
                .map(name -> "/" + String.valueOf(name).replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining("", path, ""));
    }
}
