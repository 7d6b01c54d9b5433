package org.migrationhub.core.archive;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The positions that were met, each once: about one bit for each where they lie close together. Not thread-safe. */
final class Positions {

    private static final int PAGE = 1 << 12;

    private final Map<Long, BitSet> pages = new HashMap<>();

    /** Whether it is met for the first time. */
    boolean add(long position) {
        BitSet page = pages.computeIfAbsent(position / PAGE, number -> new BitSet());
        int bit = (int) (position % PAGE);
        boolean isNew = !page.get(bit);
        page.set(bit);
        return isNew;
    }
}
