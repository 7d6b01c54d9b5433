package org.migrationhub.core.content;

import java.util.SortedSet;
import java.util.TreeSet;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.Principle;
import org.migrationhub.core.vocabulary.Sdg;

/**
 * What an item is about.
 *
 * @param primary the objectives of the Global Compact that it mainly serves
 * @param secondary further objectives that it also serves
 * @param principles the guiding principles that it particularly exemplifies; all ten apply to every item
 * @param sdgs the Sustainable Development Goals and targets to which it contributes
 */
public record Classification(
        SortedSet<Objective> primary,
        SortedSet<Objective> secondary,
        SortedSet<Principle> principles,
        SortedSet<Sdg> sdgs) {

    /** Nothing chosen yet. */
    public static final Classification NONE =
            new Classification(Sorted.none(), Sorted.none(), Sorted.none(), Sorted.none());

    /** Copies the sets in natural order. */
    public Classification {
        primary = Sorted.copyOf(primary);
        secondary = Sorted.copyOf(secondary);
        principles = Sorted.copyOf(principles);
        sdgs = Sorted.copyOf(sdgs);
    }

    /** Primary and secondary objectives together, in order of their numbers. */
    public SortedSet<Objective> objectives() {
        TreeSet<Objective> all = new TreeSet<>(primary);
        all.addAll(secondary);
        return Sorted.copyOf(all);
    }
}
