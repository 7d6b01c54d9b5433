package org.migrationhub.core.storage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.storage.FaultyStorages.Fault;

/** Storages that do one thing wrong with the feed, or with chains. */
final class JournalFaults {

    /** As long as a database takes for little, in nanoseconds. */
    private static final long WHILE = 100_000;

    private JournalFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "only the last entry of a commit is in the feed",
                        "entriesComeBackAsTheyWereCommitted",
                        LosesEntries::new),
                new Fault(
                        "positions are given before they can be read",
                        "aReaderWhoFollowsMissesNothingAndReadsNothingTwice",
                        GivesPositionsEarly::new),
                new Fault("the feed begins with the position itself", "theFeedIsReadInPagesOfAnySize", ReadsTwice::new),
                new Fault(
                        "a page of chains begins with the last of the page before",
                        "chainsAreListedByNameInPagesOfAnySize",
                        ChainsOverlap::new),
                new Fault("chains come as they began", "chainsAreListedByNameInPagesOfAnySize", OldestChains::new),
                new Fault(
                        "positions in a chain are its sequence numbers",
                        "aChainIsReadInPagesOfAnySize",
                        CountsInChains::new),
                new Fault(
                        "the end is told before the feed gets there",
                        "whatTheFeedGivesUpToItsEndIsAllThatItWillEverGiveThere",
                        EndsEarly::new));
    }

    private static final class LosesEntries extends StorageWrapper {
        private final Set<Sha256> lost = Collections.synchronizedSet(new HashSet<>());

        @Override
        public void commit(Commit commit) {
            inner.commit(commit);
            commit.entries().subList(1, commit.entries().size()).forEach(entry -> lost.add(entry.hash()));
        }

        @Override
        public List<FeedEntry> feed(long after, int limit) {
            return inner.feed(after, limit).stream()
                    .filter(fed -> !lost.contains(fed.entry().hash()))
                    .toList();
        }
    }

    /** As a sequence of a database does: numbers in the order of the beginnings, rows in that of the ends. */
    private static final class GivesPositionsEarly extends StorageWrapper {
        private final AtomicLong sequence = new AtomicLong();
        private final NavigableMap<Long, FeedEntry> journal = new ConcurrentSkipListMap<>();

        @Override
        public void commit(Commit commit) {
            List<FeedEntry> fed = commit.entries().stream()
                    .map(entry -> new FeedEntry(sequence.incrementAndGet(), entry))
                    .toList();
            LockSupport.parkNanos(WHILE);
            inner.commit(commit);
            fed.forEach(entry -> journal.put(entry.position(), entry));
        }

        @Override
        public List<FeedEntry> feed(long after, int limit) {
            return journal.tailMap(after, false).values().stream().limit(limit).toList();
        }
    }

    private static final class ReadsTwice extends StorageWrapper {
        @Override
        public List<FeedEntry> feed(long after, int limit) {
            return inner.feed(Math.max(0, after - 1), limit);
        }
    }

    private static final class ChainsOverlap extends StorageWrapper {
        @Override
        public List<ChainId> chains(@Nullable ChainId after, int limit) {
            if (after == null) {
                return inner.chains(null, limit);
            }
            List<ChainId> page = new ArrayList<>(List.of(after));
            page.addAll(inner.chains(after, limit));
            return page.subList(0, Math.min(limit, page.size()));
        }
    }

    private static final class OldestChains extends StorageWrapper {
        @Override
        public List<ChainId> chains(@Nullable ChainId after, int limit) {
            return inner.feed(0, Integer.MAX_VALUE).stream()
                    .map(fed -> fed.entry().chain())
                    .distinct()
                    .dropWhile(chain -> after != null && !chain.equals(after))
                    .skip(after == null ? 0 : 1)
                    .limit(limit)
                    .toList();
        }
    }

    private static final class CountsInChains extends StorageWrapper {
        @Override
        public List<FeedEntry> chain(ChainId chain, long after, int limit) {
            return inner.chain(chain, after, limit).stream()
                    .map(fed -> new FeedEntry(fed.entry().sequence(), fed.entry()))
                    .toList();
        }
    }

    /** As the last number that a sequence of a database gave. */
    private static final class EndsEarly extends StorageWrapper {
        private final AtomicLong sequence = new AtomicLong();

        @Override
        public void commit(Commit commit) {
            sequence.addAndGet(commit.entries().size());
            LockSupport.parkNanos(WHILE);
            inner.commit(commit);
        }

        @Override
        public long end() {
            return sequence.get();
        }
    }
}
