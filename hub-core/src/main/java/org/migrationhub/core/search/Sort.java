package org.migrationhub.core.search;

import java.util.Arrays;
import java.util.Optional;

/** In which order hits come. Where two are equal, the one published later comes first, then the one with the larger id. */
public enum Sort {
    /** What fits the words best comes first; each index has its own idea of that. Without words, the newest first. */
    RELEVANCE("relevance"),
    /** What was published last comes first. */
    NEWEST("newest"),
    /** By the title that the reader is shown, by the rules of the reader's first language. */
    TITLE("title");

    private final String code;

    Sort(String code) {
        this.code = code;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** The order with this code; empty if the code stands for none. */
    public static Optional<Sort> find(String code) {
        return Arrays.stream(values()).filter(sort -> sort.code.equals(code)).findFirst();
    }
}
