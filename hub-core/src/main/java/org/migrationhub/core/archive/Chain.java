package org.migrationhub.core.archive;

import java.util.List;
import java.util.function.Function;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.FeedEntry;

/**
 * All entries of a chain, on lines that follow one another.
 *
 * @param id of the chain
 * @param line of the first entry
 * @param entries at least one
 */
record Chain(ChainId id, long line, List<FeedEntry> entries) {

    /** What the entries add up to; what the replay refuses is damage at the first entry with which it does. */
    <A> A replayed(Function<List<FeedEntry>, A> replay) {
        try {
            return replay.apply(entries);
        } catch (IllegalArgumentException e) {
            FeedEntry refused = entries.get(Replay.firstRefused(entries, replay));
            ArchiveDamagedException damaged = damaged(refused, String.valueOf(e.getMessage()));
            damaged.initCause(e);
            throw damaged;
        }
    }

    /** Names the entry. */
    ArchiveDamagedException damaged(FeedEntry entry, String reason) {
        return damaged(line + entry.entry().sequence() - 1, entry, reason);
    }

    static ArchiveDamagedException damaged(long line, FeedEntry fed, String reason) {
        ArchivePlace place = new ArchivePlace(
                ArchiveFiles.HUB, line, fed.entry().chain(), fed.entry().sequence(), fed.position());
        return new ArchiveDamagedException(place, reason);
    }
}
