package org.migrationhub.core.storage;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.FeedEntry;

/** The journal, and the one way to change anything. */
public interface JournalStore {

    /**
     * Stores an aggregate's next version, its entries and the words that they refer to: all of it, or nothing. The check
     * that the chain still ends at {@link Commit#expected()} is part of the same atomic step, so that of several commits
     * based on the same head exactly one succeeds. When this returns, everybody sees the result.
     *
     * <p>Storing a content or a note that is there already changes nothing.
     *
     * @throws StaleVersionException if the chain ends elsewhere; nothing was stored
     */
    void commit(Commit commit);

    /**
     * Stores several aggregates' next versions, each as {@link #commit} does: all of them, or nothing. Nobody sees a part of
     * it, and what readers of the feed are promised holds as ever. The entries stand in the feed in the order that is given;
     * others may stand between them.
     *
     * <p>It asks more of a storage than all the rest does, where no transaction spans aggregates. Only what comes from
     * elsewhere as a whole needs it: of a file with a thousand rows that breaks off in the middle nobody could say which of
     * them are there. Acts on the Hub's own aggregates must not use it.
     *
     * @param commits of different aggregates; some thousands are a usual number. None changes nothing
     * @throws StaleVersionException of the first of them whose chain ends elsewhere; nothing was stored
     * @throws IllegalArgumentException if two are of the same chain; nothing was stored
     */
    void commitTogether(List<Commit> commits);

    /**
     * The entries of all chains after a position, in the order of the journal. A reader who goes on from the last
     * position it was given misses no entry, even when commits end in another order than they began.
     *
     * @param after a position that this journal gave, or 0 for the beginning
     * @param limit at most so many; positive
     * @return empty if there is none yet
     */
    List<FeedEntry> feed(long after, int limit);

    /**
     * Where the feed ends now: the position of the last entry that {@link #feed} gives. Whoever read up to there has read
     * everything at or before it, for ever; 0 if there is no entry.
     */
    long end();

    /**
     * The entries of one chain after a sequence number, in order, each at its position in the feed.
     *
     * @param chain which chain
     * @param after 0 for the beginning
     * @param limit at most so many; positive
     * @return empty if there is none
     */
    List<FeedEntry> chain(ChainId chain, long after, int limit);

    /** Where a chain ends: {@link ChainHead#empty} if it has no entry. */
    ChainHead head(ChainId chain);

    /**
     * Waits until the feed holds an entry after a position: for followers, who need not ask again and again. Whoever waits
     * is woken by every hub that shares the storage; a wake-up that is lost on the way costs a second or so, no entry.
     *
     * @param after a position that this journal gave, or 0 for the beginning
     * @param atMost how long
     * @return whether there is one; false if the time was over before
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    boolean awaitEntry(long after, Duration atMost) throws InterruptedException;

    /**
     * The chains that have an entry, by ascending name as {@link ChainId#compareTo} orders them. The cost grows with the
     * limit, not with what there is.
     *
     * @param after only those after this one: the last of the page before; null for the beginning
     * @param limit at most so many; positive
     */
    List<ChainId> chains(@Nullable ChainId after, int limit);

    /**
     * Fills an empty storage with what another one held, in one atomic step: all that is given, or nothing. If the iteration
     * ends with an exception, that is thrown on and nothing was stored. Nobody sees a part of it before the end. Entries get
     * the positions that are given; those committed later get larger ones. The feed gives them in the order of positions,
     * whatever the order in which they come here. Attached files, which come before, are kept from sweeps by the contents that
     * refer to them, as after {@link #commit}.
     *
     * @param aggregates iterated once, never held as a whole: as {@link Restored} says. Their positions differ
     * @throws NotEmptyException if the storage holds an entry; nothing was iterated or stored
     * @throws StaleVersionException if something given is not based on where its chain ends by then; nothing was stored
     */
    void restore(Iterable<Restored> aggregates);
}
