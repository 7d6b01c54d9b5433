package org.migrationhub.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.notice.Notifier;
import org.migrationhub.core.notice.RecordingNotifier;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.search.InMemorySearchIndex;
import org.migrationhub.core.search.SearchIndex;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.InMemoryStorage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Migration Hub: practices and resources go from a draft to publication past a panel of reviewers, and not otherwise.
 *
 * <p>{@link #as} gives what an actor may do. Several hubs may share one storage, in one process or in many.
 *
 * <p>Thread-safe. Whoever made storage, index and notifier closes them.
 */
public final class Hub {

    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

    private final HubStorage storage;
    private final SearchIndex index;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final ReviewPolicy policy;
    private final int checkpointEvery;
    private final Kinds kinds;
    private final Spellings spellings;
    private final Follower follower;
    private final boolean rehearses;
    private final boolean followsActs;
    private final AtomicLong entriesSinceCheckpoint;
    private final CursorSeal cursors;
    private final Finding finding;

    private Hub(Builder parts) {
        this.storage = parts.storage;
        this.index = parts.index;
        this.clock = parts.clock;
        this.ids = parts.ids == null ? new TimeOrderedIds(parts.clock) : parts.ids;
        this.policy = parts.policy;
        this.checkpointEvery = parts.checkpointEvery;
        this.kinds = parts.kinds();
        this.spellings = new Spellings(index, kinds);
        this.follower = new Follower(storage, index, kinds, spellings, parts.notifier, this::now);
        this.rehearses = false;
        this.followsActs = parts.followsActs;
        this.entriesSinceCheckpoint = new AtomicLong(new Checkpoints(storage).entriesSince());
        this.cursors = parts.cursors == null ? CursorSeal.random() : parts.cursors;
        this.finding = new Finding(storage, index, kinds, spellings, follower, cursors);
    }

    /** The rehearsal of a hub. */
    private Hub(Hub real) {
        this.storage = new Rehearsal(real.storage);
        this.index = real.index;
        this.clock = real.clock;
        this.ids = real.ids;
        this.policy = real.policy;
        this.checkpointEvery = real.checkpointEvery;
        this.kinds = real.kinds;
        this.spellings = real.spellings;
        this.follower = real.follower;
        this.rehearses = true;
        this.followsActs = false;
        this.entriesSinceCheckpoint = new AtomicLong();
        this.cursors = real.cursors;
        this.finding = new Finding(storage, index, kinds, spellings, follower, cursors);
    }

    /** A hub that keeps everything in memory, under the policy {@link ReviewPolicy#GCM_2022}. */
    public static Hub inMemory() {
        return builder().build();
    }

    /** The parts of a hub; what isn't said is in memory, by the system's clock, under {@link ReviewPolicy#GCM_2022}. */
    public static Builder builder() {
        return new Builder();
    }

    /** What this actor may do. Whoever calls this vouches for the actor. */
    public Desk as(Actor actor) {
        return new Desk(this, actor, null, null);
    }

    /**
     * A hub in which an act can be tried: it lets through and refuses what this one would, for the same reasons, and shows
     * what would have become of it, but keeps nothing, tells nobody, and nobody else sees it. Reads see this hub, and what
     * was done in the rehearsal by id, not in lists. Files that an act looks at count as asked for.
     *
     * <p>Whoever may try an act may learn what it would lead to, without having done it. The last review that is awaited
     * leads to the verdict: don't show that to a reviewer who can still decide otherwise.
     */
    public Hub rehearsal() {
        return new Hub(this);
    }

    /** An id that nothing has yet, for {@link Desk#creating}. */
    public String newId() {
        return ids.get();
    }

    /**
     * Brings search index and notices up to the end of the journal. A hub does so after each of its own acts, unless it was
     * built {@link Builder#followingWhenAsked to follow when asked}; call it, now and then or when woken, to follow what other
     * hubs on the same storage did.
     */
    public void follow() {
        follower.catchUp();
    }

    /**
     * Waits until the journal holds something that index or notifier have not followed, and follows it: for a thread that
     * does nothing else, so that what other hubs on the same storage did is found here soon. If the storage was put back to
     * an earlier state meanwhile, the index is built anew.
     *
     * @param atMost how long to wait
     * @return whether there was something; false if the time was over before
     * @throws InterruptedException if the thread was interrupted while it waited
     * @throws RuntimeException whatever storage, index or notifier failed with: unlike after an act, somebody is there to
     *     learn of it. The next call tries again
     */
    public boolean followNext(Duration atMost) throws InterruptedException {
        boolean grown = storage.awaitEntry(follower.position(), atMost) || follower.isIndexAhead();
        if (grown) {
            follower.follow();
        }
        return grown;
    }

    /**
     * Whether the index has followed the journal to its end as of now.
     *
     * @return false while entries wait to be indexed, and while the index holds what the journal doesn't, because the storage
     *     was put back to an earlier state
     */
    public boolean isCaughtUp() {
        return storage.feed(index.position(), 1).isEmpty() && !follower.isIndexAhead();
    }

    /**
     * In which state is now what anybody may see; it costs one look at the storage. Whoever took something down, on whichever
     * hub of the storage, is told so only after the state is another one, unless that takes longer than they wait.
     */
    public PublicState publicState() {
        return follower.publicState();
    }

    /**
     * Builds the search index anew from the journal. Until it is done, the old one answers searches and follows the journal.
     * While it is being built already, this waits for that and then builds it once more.
     */
    public void reindex() {
        follower.rebuilding().run();
    }

    /**
     * Removes the files that were uploaded and that no item came to refer to, not even a saved draft. Call it now and then;
     * of several hubs on one storage, any may.
     *
     * @param grace for how long a file is kept after it was last uploaded or checked as a part of an item: as much as a
     *     submitter may take to fill in a form. A day is good; it must be longer than any request takes and than the clocks
     *     of several hubs differ
     * @return how many were removed
     * @throws IllegalArgumentException if the grace is negative
     */
    public int sweepAttachments(Duration grace) {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("A grace of " + grace);
        }
        return storage.sweepAttachments(now().minus(grace));
    }

    /**
     * Drops what persons whose data was erased drafted and never handed in. {@link PeopleDesk#erase} does so, too; this is for
     * what came in the same moment, or where an erasure was cut off. Call it now and then, before files are swept; of several
     * hubs on one storage, any may.
     *
     * @return how many contents were dropped
     */
    public int forgetDrafts() {
        return storage.forgetDrafts();
    }

    /**
     * Takes a checkpoint of the journal if it has grown since the last one: what a checkpoint pins can't be altered or cut off
     * unseen. A hub does so by itself after so many entries ({@link Builder#checkpointEvery}), those counted that it found; call
     * this now and then where less happens. An hour is good; of several hubs on one storage, any may.
     */
    public void checkpoint() {
        try {
            checkpoint(Actor.visitor());
        } catch (StaleVersionException e) {
            LOG.debug("Another hub has just taken a checkpoint", e);
        }
    }

    HubStorage storage() {
        return storage;
    }

    Finding finding() {
        return finding;
    }

    Rebuilding rebuilding() {
        return follower.rebuilding();
    }

    ReviewPolicy policy() {
        return policy;
    }

    /** The present instant, in whole microseconds: what every database keeps. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Lets nobody act, or read more than the public, whose data was erased, whoever still vouches for them.
     *
     * @throws ForbiddenException if the actor's was
     */
    void refuseErased(Actor actor) {
        PersonId person = actor.person();
        boolean erased = person != null
                && storage.person(person)
                        .filter(stored -> stored.value().erased())
                        .isPresent();
        if (erased) {
            throw new ForbiddenException("act", "This person's data was erased on request.");
        }
    }

    /** Stores a commit, lets index and notices follow, and takes a checkpoint when it is time. */
    void commit(Commit commit) {
        storage.commit(commit);
        if (rehearses) {
            return;
        }
        if (followsActs) {
            follower.catchUp(commit);
        }
        count(commit.entries().size());
    }

    /** The same of several together, none of which makes anything public or takes it down. */
    void commitTogether(List<Commit> commits) {
        storage.commitTogether(commits);
        if (rehearses) {
            return;
        }
        if (followsActs) {
            follower.catchUp();
        }
        count(commits.stream().mapToInt(commit -> commit.entries().size()).sum());
    }

    private void count(int entries) {
        long since = entriesSinceCheckpoint.addAndGet(entries);
        if (since >= checkpointEvery && entriesSinceCheckpoint.compareAndSet(since, 0)) {
            tryCheckpoint();
        }
    }

    /**
     * Takes a checkpoint, and lets index and notices follow.
     *
     * @throws StaleVersionException if another one was taken in the same moment
     */
    ChainHead checkpoint(Actor actor) {
        ChainHead head = new Checkpoints(storage).take(actor, now());
        if (followsActs) {
            follower.catchUp();
        }
        return head;
    }

    /** The act is stored by then: that no checkpoint could be taken must not make it look as if it were not. */
    private void tryCheckpoint() {
        try {
            checkpoint();
        } catch (RuntimeException e) {
            LOG.error("No checkpoint could be taken; it will be tried again after {} entries", checkpointEvery, e);
        }
    }

    /** The parts of a hub. Not thread-safe. */
    public static final class Builder {

        private HubStorage storage = new InMemoryStorage();
        private SearchIndex index = new InMemorySearchIndex();
        private final List<Documents> documents = new ArrayList<>();
        private Notifier notifier = new RecordingNotifier();
        private InstantSource clock = InstantSource.system();
        private @Nullable Supplier<String> ids;
        private ReviewPolicy policy = ReviewPolicy.GCM_2022;
        private int checkpointEvery = 1000;
        private boolean followsActs = true;
        private @Nullable CursorSeal cursors;

        private Builder() {}

        /** Where everything is kept. */
        public Builder storage(HubStorage kept) {
            this.storage = kept;
            return this;
        }

        /** What finds the public items. */
        public Builder searchIndex(SearchIndex finds) {
            this.index = finds;
            return this;
        }

        /**
         * Another kind of what searches find, beside practices and resources. An index that has followed the journal without
         * it holds none of its documents: {@link Hub#reindex} brings them in. Two kinds of one name are refused when the hub
         * is built, with an {@link IllegalArgumentException}.
         */
        public Builder documents(Documents kind) {
            this.documents.add(kind);
            return this;
        }

        /** What tells people. */
        public Builder notifier(Notifier tells) {
            this.notifier = tells;
            return this;
        }

        /** What says the time. */
        public Builder clock(InstantSource says) {
            this.clock = says;
            return this;
        }

        /**
         * What makes ids: different ones each time, by every hub on the same storage, of the form that
         * {@link org.migrationhub.core.review.SubmissionId} takes. Lists are in the order of ids, so later ones should sort
         * later. UUIDs of version 7 unless said.
         */
        public Builder ids(Supplier<String> makes) {
            this.ids = makes;
            return this;
        }

        /** Under which policy new submissions are judged. Those begun before go on under theirs. */
        public Builder policy(ReviewPolicy judges) {
            this.policy = judges;
            return this;
        }

        /**
         * With what to hide from readers where a page of a search ended, which may tell of what isn't public any more. Where
         * it isn't said, each hub makes a key of its own: then the next page can only be asked of the hub that gave the last,
         * and not after it was started again.
         *
         * @param key random bytes that nobody else knows, the same of all hubs on one storage
         * @throws IllegalArgumentException if they aren't 32
         */
        public Builder cursorKey(byte[] key) {
            this.cursors = CursorSeal.of(key);
            return this;
        }

        /**
         * After how many entries this hub takes a checkpoint of the journal; 1000 unless said. It counts its own, and those that
         * were without one when it was built.
         *
         * @throws IllegalArgumentException below 1
         */
        public Builder checkpointEvery(int entries) {
            if (entries < 1) {
                throw new IllegalArgumentException("A checkpoint comes after 1 entry or more, not " + entries);
            }
            this.checkpointEvery = entries;
            return this;
        }

        /**
         * Has index and notices follow only when {@link Hub#follow} or {@link Hub#followNext} is called, and not after each act:
         * for who does very much at once, looks up nothing meanwhile, and then has all of it followed together. Until then
         * searches find what they can follow in a moment, and nothing that was taken down.
         */
        public Builder followingWhenAsked() {
            this.followsActs = false;
            return this;
        }

        private Kinds kinds() {
            return new Kinds(Stream.concat(Stream.of(new ItemDocuments(storage)), documents.stream())
                    .toList());
        }

        /** The hub, with its index at the end of the journal as far as it can follow, unless it follows when asked. */
        public Hub build() {
            Hub hub = new Hub(this);
            if (followsActs) {
                hub.follow();
            }
            return hub;
        }
    }
}
