package org.migrationhub.core.storage;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.storage.FaultyStorages.Fault;

/** Storages that do one thing wrong when something is committed. */
final class CommitFaults {

    /** As long as a database takes for little, in nanoseconds. */
    private static final long WHILE = 100_000;

    private CommitFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "a stale commit is taken as done",
                        "aSubmissionsCommitOnAStaleHeadIsRefusedAndLeavesNothing",
                        SilentOnStale::new),
                new Fault(
                        "only the length of the chain is compared",
                        "aCommitOnAnotherHeadOfTheSameLengthIsRefused",
                        OnlyLength::new),
                new Fault(
                        "the head is compared outside the atomic step",
                        "ofRacingCommitsOnOneSubmissionExactlyOneWins",
                        CheckThenAct::new),
                new Fault(
                        "contents of refused commits are stored",
                        "aSubmissionsCommitOnAStaleHeadIsRefusedAndLeavesNothing",
                        ContentsFirst::new),
                new Fault(
                        "commits together are stored one after the other",
                        "ofCommitsTogetherNoneIsStoredIfOneIsStale",
                        OneByOne::new),
                new Fault(
                        "of commits together a part can be read before the rest",
                        "whoeverReadsMeanwhileSeesWholeGroupsAndMissesNothing",
                        CheckedFirst::new),
                new Fault(
                        "commits together stand in the order of their chains",
                        "commitsTogetherAreReadAtOnceInTheirOrder",
                        ByChain::new),
                new Fault("the exception tells the wrong version", "anAggregateIsMadeOnlyOnce", WrongVersion::new));
    }

    private static final class SilentOnStale extends StorageWrapper {
        @Override
        public void commit(Commit commit) {
            try {
                inner.commit(commit);
            } catch (StaleVersionException stale) {
                // as an update that hits no row, whose count nobody looks at
            }
        }
    }

    private static final class OnlyLength extends StorageWrapper {
        @Override
        public void commit(Commit commit) {
            ChainHead head = inner.head(commit.expected().chain());
            if (head.sequence() == commit.expected().sequence() && !head.equals(commit.expected())) {
                return;
            }
            inner.commit(commit);
        }
    }

    /** Who comes second on one head is told the same as who came first. */
    private static final class CheckThenAct extends StorageWrapper {
        @Override
        public void commit(Commit commit) {
            boolean isFresh = inner.head(commit.expected().chain()).equals(commit.expected());
            LockSupport.parkNanos(WHILE);
            try {
                inner.commit(commit);
            } catch (StaleVersionException overtaken) {
                if (!isFresh) {
                    throw overtaken;
                }
            }
        }
    }

    private static final class ContentsFirst extends StorageWrapper {
        private final Map<ContentDigest, ContentItem> contents = Collections.synchronizedMap(new HashMap<>());

        @Override
        public void commit(Commit commit) {
            if (commit instanceof Commit.OfSubmission of) {
                of.contents().forEach(content -> contents.putIfAbsent(ContentDigest.of(content), content));
            }
            inner.commit(commit);
        }

        @Override
        public Optional<ContentItem> content(ContentDigest digest) {
            return Optional.ofNullable(contents.get(digest));
        }
    }

    private static final class OneByOne extends StorageWrapper {
        @Override
        public void commitTogether(List<Commit> commits) {
            commits.forEach(inner::commit);
        }
    }

    private static final class CheckedFirst extends StorageWrapper {
        @Override
        public synchronized void commitTogether(List<Commit> commits) {
            commits.forEach(commit -> inner.commitTogether(List.of(commit)));
        }
    }

    private static final class ByChain extends StorageWrapper {
        @Override
        public void commitTogether(List<Commit> commits) {
            inner.commitTogether(commits.stream()
                    .sorted(Comparator.comparing(commit -> commit.expected().chain()))
                    .toList());
        }
    }

    private static final class WrongVersion extends StorageWrapper {
        @Override
        public void commit(Commit commit) {
            try {
                inner.commit(commit);
            } catch (StaleVersionException stale) {
                throw new StaleVersionException(stale.kind(), stale.id(), stale.expected(), stale.expected());
            }
        }
    }
}
