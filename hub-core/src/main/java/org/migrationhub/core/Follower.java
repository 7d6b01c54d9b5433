package org.migrationhub.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.notice.Notice;
import org.migrationhub.core.notice.Notices;
import org.migrationhub.core.notice.Notifier;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.IndexBatch;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.SearchIndex;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.StorageUnavailableException;
import org.migrationhub.core.storage.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings search index and notifier up to the end of the journal, each from the position where it stands. Thread-safe: one
 * thread at a time moves each of them.
 */
final class Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int BATCH = 500;

    /** How long an act waits at most, in parts, until what it published is found: some seconds. */
    private static final Duration WAIT = Duration.ofMillis(50);

    private static final int MOST_WAITS = 100;

    /** How long a search waits at most for whoever has the index follow. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    /** How many batches a search has followed at most: what others have done in the last moments, not the whole journal. */
    private static final int MOST_FOR_SEARCH = 4;

    private final HubStorage storage;
    private final SearchIndex index;
    private final Notifier notifier;
    private final Kinds kinds;
    private final Spellings spellings;
    private final Turn indexing = new Turn();
    private final Turn notifying = new Turn();
    private final ReentrantLock beginning = new ReentrantLock();
    private final AtomicLong builds = new AtomicLong();
    private final Rebuilding rebuilding;

    /** The last entry that the index was brought to, to see whether the journal still holds it; null if nobody knows. */
    private volatile @Nullable FeedEntry followed;

    Follower(
            HubStorage storage,
            SearchIndex index,
            Kinds kinds,
            Spellings spellings,
            Notifier notifier,
            Supplier<Instant> clock) {
        this.storage = storage;
        this.index = index;
        this.notifier = notifier;
        this.kinds = kinds;
        this.spellings = spellings;
        this.rebuilding = new Rebuilding(storage, index::position, this::reindex, clock);
    }

    /**
     * Follows as far as possible. What fails is logged and tried again the next time: an act that is stored must not fail
     * because it can't be told yet. A storage that is gone is asked once.
     *
     * @return whether the storage was there to be followed
     */
    boolean catchUp() {
        return attempt("search index", this::catchUpIndex) && attempt("notifier", this::catchUpNotices);
    }

    /**
     * Follows as far as possible after a commit, and in any case so far that its own author finds what it published and
     * doesn't find what it took down. A storage's feed may be a moment behind the commits that it acknowledges, while it
     * waits for others that took their place before.
     */
    void catchUp(Commit commit) {
        if (catchUp() && commit.entries().stream().anyMatch(this::changesPublicity)) {
            Entry last = commit.entries().get(commit.entries().size() - 1);
            attempt("search index", () -> awaitInIndex(last));
        }
    }

    private void awaitInIndex(Entry entry) {
        long position =
                storage.chain(entry.chain(), entry.sequence() - 1, 1).get(0).position();
        for (int waited = 0; index.position() < position && waited < MOST_WAITS; waited++) {
            try {
                storage.awaitEntry(index.position(), WAIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            catchUpIndex();
        }
    }

    /** What has the index built anew. */
    Rebuilding rebuilding() {
        return rebuilding;
    }

    /** The index first: what is applied meanwhile shows in the end, if not in its position. */
    PublicState publicState() {
        long built = builds.get();
        long indexed = index.position();
        return new PublicState(storage.end(), indexed, built);
    }

    /** The position up to which both have followed. */
    long position() {
        return Math.min(index.position(), notifier.position());
    }

    /** Follows, or fails; the notices, too, where the index has failed. */
    void follow() {
        try {
            catchUpIndex();
        } finally {
            catchUpNotices();
        }
    }

    /** Brings the index to the end of the journal, or fails. */
    void catchUpIndex() {
        boolean same = indexing.take(() -> followIndex(Integer.MAX_VALUE));
        if (!same) {
            beginAnew();
        }
    }

    /**
     * Lets a search find what other hubs on the storage have done before (P16), as far as that can be had in a moment. Where
     * nothing is new this asks for the journal's end and nothing else. The search is answered in any case: why the index can't
     * follow, those learn who have it follow.
     *
     * @return whether the index holds what the journal says, up to its end as of now
     */
    boolean catchUpForSearch() {
        long end = storage.end();
        if (index.position() < end) {
            try {
                followForAMoment();
            } catch (RuntimeException e) {
                LOG.debug("A search is answered without what the index couldn't follow", e);
            }
        }
        long position = index.position();
        return position == end || (position > end && !isIndexAhead());
    }

    private void followForAMoment() {
        try {
            if (indexing.lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    followIndex(MOST_FOR_SEARCH);
                } finally {
                    indexing.lock.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Applies what comes next, by one thread at a time.
     *
     * @param most how many batches at most
     * @return false if the journal doesn't hold any more what the index has followed; then nothing was applied
     */
    private boolean followIndex(int most) {
        int left = most;
        List<FeedEntry> batch;
        do {
            if (isPutBack()) {
                return false;
            }
            batch = next(index.position());
            if (!batch.isEmpty()) {
                List<IndexChange> changed = changes(batch);
                spellings.forget(changed.stream().map(IndexChange::id).collect(Collectors.toSet()), last(batch));
                index.apply(changed, last(batch));
                followed = batch.get(batch.size() - 1);
            }
            left--;
        } while (batch.size() == BATCH && left > 0); // what comes after a part of a batch, whoever wrote it follows
        return true;
    }

    /** Whether the index has followed further than the journal goes: the storage was put back to an earlier state. */
    boolean isIndexAhead() {
        long position = index.position(); // before the end, which others move on meanwhile
        return storage.end() < position;
    }

    /** The same, also where the journal has grown past that position again. */
    private boolean isPutBack() {
        FeedEntry last = followed;
        if (last == null || last.position() != index.position()) {
            return isIndexAhead();
        }
        return storage.feed(last.position() - 1, 1).stream().noneMatch(last::equals);
    }

    /** What the index has taken in may never have been: all of it is read again, by one thread, while the old one serves. */
    private void beginAnew() {
        if (beginning.tryLock()) {
            try {
                LOG.warn(
                        "The storage was put back: its journal doesn't hold position {} as the search index has followed"
                                + " it. The index is built anew",
                        index.position());
                followed = null;
                rebuilding.run();
            } finally {
                beginning.unlock();
            }
        }
    }

    /**
     * Builds the index anew up to the end of the journal, or fails and leaves it as it was. Meanwhile it goes on to follow.
     *
     * @param reached is told each position up to which it has been built
     */
    private void reindex(LongConsumer reached) {
        spellings.forget();
        index.rebuild(position -> {
            reached.accept(position);
            return batch(position);
        });
        builds.incrementAndGet();
    }

    private void catchUpNotices() {
        notifying.take(() -> {
            List<FeedEntry> batch;
            do {
                batch = next(notifier.position());
                if (!batch.isEmpty()) {
                    notifier.deliver(notices(batch), last(batch));
                }
            } while (batch.size() == BATCH);
            return true;
        });
    }

    private Optional<IndexBatch> batch(long position) {
        List<FeedEntry> batch = next(position);
        return batch.isEmpty() ? Optional.empty() : Optional.of(new IndexBatch(changes(batch), last(batch)));
    }

    private List<FeedEntry> next(long position) {
        return storage.feed(position, BATCH);
    }

    private static long last(List<FeedEntry> batch) {
        return batch.get(batch.size() - 1).position();
    }

    /** What the batch changes in the index: each document in it as it stands now, whatever the batch says it was. */
    private List<IndexChange> changes(List<FeedEntry> batch) {
        return batch.stream()
                .flatMap(fed -> kinds.changedBy(fed.entry()))
                .distinct()
                .map(kinds::change)
                .toList();
    }

    private boolean changesPublicity(Entry entry) {
        return kinds.changedBy(entry).findAny().isPresent();
    }

    private List<Notice> notices(List<FeedEntry> batch) {
        List<Notice> notices = new ArrayList<>();
        for (FeedEntry fed : batch) {
            if (fed.entry().event() instanceof SubmissionEvent) {
                notices.addAll(Notices.of(fed, submission(storage, fed.entry().chain())));
            }
        }
        return notices;
    }

    static Submission submission(HubStorage storage, ChainId chain) {
        SubmissionId id = chain.submission();
        return storage.submission(id)
                .map(Stored::value)
                .orElseThrow(() -> new IllegalStateException("The journal tells of " + id + ", the storage doesn't"));
    }

    /** Whether there is reason to go on: not where the storage is gone, which whoever acts shall not wait for twice. */
    private static boolean attempt(String who, Runnable work) {
        try {
            work.run();
            return true;
        } catch (StorageUnavailableException e) {
            LOG.warn("The {} can't follow the journal at the moment; it will be tried again", who, e);
            return false;
        } catch (RuntimeException e) {
            LOG.error("The {} couldn't follow the journal; it will be tried again after the next change", who, e);
            return true;
        }
    }

    /** Lets one thread at a time work. */
    private static final class Turn {

        private final ReentrantLock lock = new ReentrantLock();

        /** How often somebody who had it asked the storage in vain. */
        private final AtomicInteger outages = new AtomicInteger();

        /** Works. Who waited for another that asked the storage in vain doesn't ask it again: many would add up. */
        <T> T take(Supplier<T> work) {
            int before = outages.get();
            lock.lock();
            try {
                if (outages.get() != before) {
                    throw new StorageUnavailableException("Another thread has just asked the storage in vain.", null);
                }
                return asked(work);
            } finally {
                lock.unlock();
            }
        }

        private <T> T asked(Supplier<T> work) {
            try {
                return work.get();
            } catch (StorageUnavailableException e) {
                outages.incrementAndGet();
                throw e;
            }
        }
    }
}
