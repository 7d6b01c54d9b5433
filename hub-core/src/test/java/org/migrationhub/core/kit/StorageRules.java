package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.HubStorage;

/** A part of {@link StorageContract}, with an empty storage for each of its tests. */
abstract class StorageRules {

    private static final int ALL = 100_000;

    private @Nullable HubStorage storage;

    abstract HubStorage open() throws Exception;

    @BeforeEach
    void openStorage() throws Exception {
        storage = open();
    }

    @AfterEach
    void closeStorage() {
        if (storage != null) {
            storage.close();
        }
    }

    HubStorage storage() {
        if (storage == null) {
            throw new IllegalStateException("No storage was opened");
        }
        return storage;
    }

    /** Stores the commit. */
    ChainHead commit(Commit commit) {
        storage().commit(commit);
        return Commits.head(commit);
    }

    /** A submission by Ana whose every step is stored. */
    Journey journey(String id) {
        return journey(new SubmissionId(id), ReviewPolicy.GCM_2022, new SettableClock());
    }

    Journey journey(SubmissionId id, ReviewPolicy policy, SettableClock clock) {
        ChainHead[] head = {ChainHead.empty(ChainId.of(id))};
        return new Journey(id, policy, Samples.ANA.id(), clock, step -> head[0] = commit(Commits.of(step, head[0])));
    }

    /** The same, with nothing stored: the steps are put on the list. */
    static Journey untold(SubmissionId id, List<Journey.Step> steps) {
        return new Journey(id, ReviewPolicy.GCM_2022, Samples.ANA.id(), new SettableClock(), steps::add);
    }

    /** Commits for the steps, each based on the one before. */
    static List<Commit.OfSubmission> commits(List<Journey.Step> steps) {
        List<Commit.OfSubmission> commits = new ArrayList<>();
        ChainHead head =
                ChainHead.empty(ChainId.of(steps.get(0).change().after().id()));
        for (Journey.Step step : steps) {
            Commit.OfSubmission next = Commits.of(step, head);
            commits.add(next);
            head = Commits.head(next);
        }
        return commits;
    }

    List<Entry> chain(ChainId chain) {
        return storage().chain(chain, 0, ALL).stream().map(FeedEntry::entry).toList();
    }

    List<FeedEntry> feed() {
        return storage().feed(0, ALL);
    }

    List<Entry> entriesOfFeed() {
        return feed().stream().map(FeedEntry::entry).toList();
    }

    /** Tries the commit; null if it was stored. */
    @Nullable
    StaleVersionException refusal(Commit commit) {
        try {
            storage().commit(commit);
            return null;
        } catch (StaleVersionException e) {
            return e;
        }
    }

    static void assertStale(@Nullable StaleVersionException refusal, ChainId chain, long expected, long actual) {
        assertThat(refusal)
                .as("the refusal of a commit on another head of %s", chain)
                .isNotNull();
        assertThat(refusal.expected())
                .as("the version that was expected of %s", chain)
                .isEqualTo(expected);
        assertThat(refusal.actual()).as("the version at which %s is", chain).isEqualTo(actual);
        if (!chain.equals(ChainId.CHECKPOINTS)) {
            assertThat(refusal.kind() + "/" + refusal.id()).isEqualTo(chain.value());
        }
    }
}
