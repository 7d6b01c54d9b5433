package org.migrationhub.core.content;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Copies of sets that can't change, in natural order whatever the order of the original. */
final class Sorted {

    private Sorted() {}

    static <T extends Comparable<? super T>> SortedSet<T> copyOf(Collection<? extends T> elements) {
        TreeSet<T> copy = new TreeSet<>();
        copy.addAll(elements);
        return Collections.unmodifiableSortedSet(copy);
    }

    static <T extends Comparable<? super T>> SortedSet<T> none() {
        return Collections.emptySortedSet();
    }
}
