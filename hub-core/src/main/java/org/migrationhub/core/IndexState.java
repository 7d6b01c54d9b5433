package org.migrationhub.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the search index of one hub is.
 *
 * @param position up to which it has followed the journal
 * @param end of the journal
 * @param rebuild the last time that it was built anew since this hub began, or the present one, whether somebody asked for
 *     it or the storage was put back; null if it wasn't
 */
public record IndexState(long position, long end, @Nullable Rebuild rebuild) {

    /** Whether an index is built anew at present. */
    public boolean isRebuilding() {
        return rebuild != null && rebuild.endedAt() == null;
    }

    /**
     * How far an index that is built anew is, or was. Meanwhile the old one serves.
     *
     * @param begunAt when it was begun
     * @param reached up to which position of the journal it has been built
     * @param goal where the journal ended when it was begun
     * @param endedAt when it had taken the place of the old one, or had failed; null while it is built
     * @param failed whether it failed; the log says why, and the old index still serves
     */
    public record Rebuild(
            Instant begunAt,
            long reached,
            long goal,
            @Nullable Instant endedAt,
            boolean failed) {
        /** Refuses null. */
        public Rebuild {
            requireNonNull(begunAt, "begunAt");
        }
    }
}
