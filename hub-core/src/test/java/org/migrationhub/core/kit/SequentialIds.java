package org.migrationhub.core.kit;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Ids that a test can foresee: {@code s-0001}, {@code s-0002} and so on. They sort in the order in which they were
 * given, up to 9,999. Thread-safe; no id is given twice.
 */
public final class SequentialIds implements Supplier<String> {

    private final String prefix;
    private final AtomicInteger last = new AtomicInteger();

    /** Ids that begin with the prefix and a hyphen. */
    public SequentialIds(String prefix) {
        this.prefix = prefix;
    }

    /** Ids that begin with {@code s-}. */
    public SequentialIds() {
        this("s");
    }

    @Override
    public String get() {
        return "%s-%04d".formatted(prefix, last.incrementAndGet());
    }
}
