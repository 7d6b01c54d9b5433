package org.migrationhub.core.storage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.journal.FeedEntry;

/**
 * An aggregate on its way into another storage, whole: as it stands, with all of its chain, all contents that its events
 * refer to and the notes that still exist. Of the chain of the checkpoints, which no memory may have to hold, it is the
 * next piece.
 *
 * <p>Organisations come before persons, persons before submissions, so that what refers to another comes after it.
 *
 * @param commit based on where the chain ends by then: on the empty head, except for the later checkpoints
 * @param positions of its entries, rising
 * @param workingCopy of a submission, what was typed and not saved; null if nothing was, and of everything else
 */
public record Restored(
        Commit commit, List<Long> positions, @Nullable WorkingCopy workingCopy) {

    /**
     * Copies the positions.
     *
     * @throws IllegalArgumentException if there isn't one for each entry, or they don't rise from 1 or more
     */
    public Restored {
        positions = List.copyOf(positions);
        if (positions.size() != commit.entries().size()) {
            throw new IllegalArgumentException("%d positions for %d entries"
                    .formatted(positions.size(), commit.entries().size()));
        }
        long last = 0;
        for (long position : positions) {
            if (position <= last) {
                throw new IllegalArgumentException("Position " + position + " doesn't come after " + last);
            }
            last = position;
        }
    }

    /** An aggregate of which nothing is typed. */
    public Restored(Commit commit, List<Long> positions) {
        this(commit, positions, null);
    }

    /** Its entries at their positions. */
    public List<FeedEntry> entries() {
        List<FeedEntry> entries = new ArrayList<>();
        for (int index = 0; index < positions.size(); index++) {
            entries.add(new FeedEntry(positions.get(index), commit.entries().get(index)));
        }
        return entries;
    }
}
