package org.migrationhub.core.search;

import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;

/**
 * The next changes of an index, and how far it has followed the journal with them.
 *
 * @param changes in their order; may be empty
 * @param position of the last entry of the journal that they cover
 */
public record IndexBatch(List<IndexChange> changes, long position) {

    /** Copies the list. */
    public IndexBatch {
        changes = List.copyOf(changes);
    }

    /** Where batches come from: the journal, read from a position on. */
    @FunctionalInterface
    public interface Source {

        /**
         * What follows a position.
         *
         * @return empty at the end of the journal
         */
        Optional<IndexBatch> after(long position);

        /** Hands over everything after a position, batch by batch. */
        default void forEach(long position, ObjLongConsumer<List<IndexChange>> consumer) {
            long reached = position;
            for (Optional<IndexBatch> next = after(reached); next.isPresent(); next = after(reached)) {
                consumer.accept(next.get().changes(), next.get().position());
                reached = next.get().position();
            }
        }
    }
}
