package org.migrationhub.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.notice.Notice;
import org.migrationhub.core.notice.Notices;
import org.migrationhub.core.notice.Notifier;
import org.migrationhub.core.review.Publication;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.IndexBatch;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.SearchDocument;
import org.migrationhub.core.search.SearchIndex;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.HubStorage;
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

    private final HubStorage storage;
    private final SearchIndex index;
    private final Notifier notifier;
    private final ReentrantLock indexing = new ReentrantLock();
    private final ReentrantLock notifying = new ReentrantLock();

    Follower(HubStorage storage, SearchIndex index, Notifier notifier) {
        this.storage = storage;
        this.index = index;
        this.notifier = notifier;
    }

    /**
     * Follows as far as possible. What fails is logged and tried again the next time: an act that is stored must not fail
     * because it can't be told yet.
     */
    void catchUp() {
        attempt("search index", this::catchUpIndex);
        attempt("notifier", this::catchUpNotices);
    }

    /**
     * Follows as far as possible after a commit, and in any case so far that its own author finds what it published and
     * doesn't find what it took down. A storage's feed may be a moment behind the commits that it acknowledges, while it
     * waits for others that took their place before.
     */
    void catchUp(Commit commit) {
        catchUp();
        if (commit.entries().stream().anyMatch(Follower::changesPublicity)) {
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

    /** The position up to which the index has followed. */
    long indexed() {
        return index.position();
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
        indexing.lock();
        try {
            List<FeedEntry> batch;
            do {
                batch = next(index.position());
                if (!batch.isEmpty()) {
                    index.apply(changes(batch), last(batch));
                }
            } while (batch.size() == BATCH); // what comes after a part of a batch, whoever wrote it follows
        } finally {
            indexing.unlock();
        }
    }

    /**
     * Builds the index anew up to the end of the journal, or fails and leaves it as it was. Meanwhile it goes on to follow.
     *
     * @param reached is told each position up to which it has been built
     */
    void reindex(LongConsumer reached) {
        index.rebuild(position -> {
            reached.accept(position);
            return batch(position);
        });
    }

    private void catchUpNotices() {
        notifying.lock();
        try {
            List<FeedEntry> batch;
            do {
                batch = next(notifier.position());
                if (!batch.isEmpty()) {
                    notifier.deliver(notices(batch), last(batch));
                }
            } while (batch.size() == BATCH);
        } finally {
            notifying.unlock();
        }
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

    /** What the batch changes in the index: each submission in it as it stands now, whatever the batch says it was. */
    private List<IndexChange> changes(List<FeedEntry> batch) {
        Map<SubmissionId, IndexChange> changes = new LinkedHashMap<>();
        for (FeedEntry fed : batch) {
            if (changesPublicity(fed.entry())) {
                Submission submission = submission(fed);
                changes.put(submission.id(), change(submission));
            }
        }
        return List.copyOf(changes.values());
    }

    private static boolean changesPublicity(Entry entry) {
        return entry.event() instanceof SubmissionEvent.Judged || entry.event() instanceof SubmissionEvent.Retracted;
    }

    private IndexChange change(Submission submission) {
        return submission
                .publication()
                .<IndexChange>map(publication -> new IndexChange.Put(document(submission, publication)))
                .orElseGet(() -> new IndexChange.Remove(submission.id()));
    }

    private SearchDocument document(Submission submission, Publication publication) {
        return new SearchDocument(submission.id(), new Facts(storage).content(publication.digest()), publication.at());
    }

    private List<Notice> notices(List<FeedEntry> batch) {
        List<Notice> notices = new ArrayList<>();
        for (FeedEntry fed : batch) {
            if (fed.entry().event() instanceof SubmissionEvent) {
                notices.addAll(Notices.of(fed, submission(fed)));
            }
        }
        return notices;
    }

    private Submission submission(FeedEntry fed) {
        SubmissionId id = new SubmissionId(fed.entry().chain().value().substring("submission/".length()));
        return storage.submission(id)
                .map(Stored::value)
                .orElseThrow(() -> new IllegalStateException("The journal tells of " + id + ", the storage doesn't"));
    }

    private static void attempt(String who, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("The {} couldn't follow the journal; it will be tried again after the next change", who, e);
        }
    }
}
