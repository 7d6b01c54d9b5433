package org.migrationhub.core.vocabulary;

import java.util.Locale;

/** Which way a line of text runs. */
public enum Direction {
    /** From left to right. */
    LTR,
    /** From right to left, as Arabic does. */
    RTL;

    /** {@code ltr} or {@code rtl}, as HTML's attribute {@code dir} has it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
