package org.migrationhub.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Checkpoint;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.HubStorage;

/** Takes checkpoints of the journal. */
final class Checkpoints {

    private static final int BATCH = 1000;

    private final HubStorage storage;

    Checkpoints(HubStorage storage) {
        this.storage = storage;
    }

    /**
     * Pins all that was added since the last checkpoint.
     *
     * @return the head of the chain of checkpoints, whose hash vouches for the whole journal so far
     * @throws StaleVersionException if another one was taken meanwhile
     */
    ChainHead take(Actor actor, Instant at) {
        ChainHead head = storage.head(ChainId.CHECKPOINTS);
        long covered = coveredBy(head);
        SortedMap<ChainId, ChainHead> heads = new TreeMap<>();
        long position = covered;
        for (List<FeedEntry> batch = storage.feed(position, BATCH);
                !batch.isEmpty();
                batch = storage.feed(position, BATCH)) {
            batch.stream()
                    .map(fed -> fed.entry().head())
                    .filter(grown -> !grown.chain().equals(ChainId.CHECKPOINTS))
                    .forEach(grown -> heads.put(grown.chain(), grown));
            position = batch.get(batch.size() - 1).position();
        }
        if (heads.isEmpty()) {
            return head;
        }
        List<Entry> entries = Entry.next(head, actor, at, List.of(new Checkpoint(position, heads)));
        storage.commit(new Commit.OfCheckpoint(head, entries));
        return entries.get(0).head();
    }

    /** How many entries came since the last checkpoint: as many at most, since positions may leave some out. */
    long entriesSince() {
        return Math.max(0, storage.end() - coveredBy(storage.head(ChainId.CHECKPOINTS)));
    }

    private long coveredBy(ChainHead head) {
        return lastOf(head)
                .map(fed -> fed.entry().event())
                .filter(Checkpoint.class::isInstance)
                .map(event -> ((Checkpoint) event).position())
                .orElse(0L);
    }

    private Optional<FeedEntry> lastOf(ChainHead head) {
        return storage.chain(head.chain(), Math.max(0, head.sequence() - 1), 1).stream()
                .findFirst();
    }
}
