package org.migrationhub.core;

import java.io.IOException;
import java.util.List;
import org.migrationhub.core.access.AccessTable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.EntryCodec;
import org.migrationhub.core.journal.FeedEntry;

/**
 * The whole journal, for those who run the installation. Every method throws {@link ForbiddenException} for anybody else.
 * Thread-safe.
 */
public final class JournalDesk {

    private static final int BATCH = 1000;

    private final Hub hub;
    private final Actor actor;

    JournalDesk(Hub hub, Actor actor) {
        this.hub = hub;
        this.actor = actor;
    }

    /**
     * The entries after a position, in order.
     *
     * @param after a position that the journal gave, or 0 for the beginning
     * @param limit at most so many, 1 to 1000
     */
    public List<FeedEntry> feed(long after, int limit) {
        require();
        return hub.storage().feed(after, Math.max(1, Math.min(limit, BATCH)));
    }

    /**
     * Takes a checkpoint of all chains.
     *
     * @return its place in the chain of checkpoints; whoever keeps the hash elsewhere can prove that nothing up to now was
     *     altered or removed
     * @throws StaleVersionException if another one was taken in the same moment
     */
    public ChainHead checkpoint() {
        require();
        return hub.checkpoint(actor);
    }

    /**
     * Writes the whole journal as JSON Lines, which {@link org.migrationhub.core.journal.JournalVerifier} can check without
     * this hub.
     *
     * @param out where to write; it is not closed
     * @return how many entries were written
     * @throws IOException if it can't be written
     */
    public long export(Appendable out) throws IOException {
        require();
        long count = 0;
        long position = 0;
        for (List<FeedEntry> batch = feed(position, BATCH); !batch.isEmpty(); batch = feed(position, BATCH)) {
            for (FeedEntry fed : batch) {
                out.append(EntryCodec.line(fed)).append('\n');
                count++;
            }
            position = batch.get(batch.size() - 1).position();
        }
        return count;
    }

    private void require() {
        hub.refuseErased(actor);
        if (!AccessTable.standard().permits(actor, Right.SEE_WHOLE_JOURNAL)) {
            throw new ForbiddenException(
                    Right.SEE_WHOLE_JOURNAL.code(), "The whole journal names reviewers; only administrators read it.");
        }
    }
}
