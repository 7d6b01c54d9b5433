package org.migrationhub.core.storage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.FaultyStorages.Fault;

/** Storages that do one thing wrong with what is typed and not saved. */
final class WorkingCopyFaults {

    /** As long as a database takes for little, in nanoseconds. */
    private static final long WHILE = 100_000;

    private WorkingCopyFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "the last to type wins, whatever they have seen",
                        "whoeverHasNotSeenWhatIsThereOverwritesNothing",
                        OverwritesUnseen::new),
                new Fault(
                        "of two who have seen the same both are told that they were kept",
                        "ofSeveralWhoHaveSeenTheSameExactlyOneIsKept",
                        LooksThenKeeps::new),
                new Fault(
                        "what is typed outlives the draft that it was begun on",
                        "whatIsTypedEndsWithTheDraftThatItWasBegunOn",
                        KeepsOnOldBase::new),
                new Fault("every commit drops what is typed", "anyOtherActLeavesWhatIsTyped", DropsOnEveryCommit::new),
                new Fault(
                        "a commit that is refused drops what is typed",
                        "aCommitThatIsRefusedDropsNothing",
                        DropsBeforeCommit::new),
                new Fault(
                        "an erasure leaves what was typed",
                        "whatAnErasedPersonTypedIsGoneAndNothingElse",
                        KeepsWhatTheErasedTyped::new));
    }

    private static final class OverwritesUnseen extends StorageWrapper {
        @Override
        public boolean keepWorkingCopy(WorkingCopy copy, @Nullable ContentDigest replaced) {
            return inner.keepWorkingCopy(
                    copy,
                    inner.workingCopy(copy.submission())
                            .map(WorkingCopy::digest)
                            .orElse(null));
        }
    }

    private static final class LooksThenKeeps extends StorageWrapper {
        @Override
        public boolean keepWorkingCopy(WorkingCopy copy, @Nullable ContentDigest replaced) {
            WorkingCopy there = inner.workingCopy(copy.submission()).orElse(null);
            if (there == null || !there.digest().equals(replaced)) {
                return inner.keepWorkingCopy(copy, replaced);
            }
            LockSupport.parkNanos(WHILE);
            return inner.keepWorkingCopy(copy, replaced)
                    || inner.workingCopy(copy.submission()).isPresent();
        }
    }

    private static final class KeepsOnOldBase extends StorageWrapper {
        private final Map<SubmissionId, WorkingCopy> kept = new HashMap<>();

        @Override
        public synchronized boolean keepWorkingCopy(WorkingCopy copy, @Nullable ContentDigest replaced) {
            boolean isKept = inner.keepWorkingCopy(copy, replaced);
            if (isKept) {
                kept.put(copy.submission(), copy);
            }
            return isKept;
        }

        @Override
        public synchronized Optional<WorkingCopy> workingCopy(SubmissionId id) {
            return Optional.ofNullable(kept.get(id));
        }
    }

    private static final class DropsOnEveryCommit extends StorageWrapper {
        @Override
        public void commit(Commit commit) {
            inner.commit(commit);
            drop(inner, commit);
        }
    }

    private static final class DropsBeforeCommit extends StorageWrapper {
        @Override
        public void commit(Commit commit) {
            drop(inner, commit);
            inner.commit(commit);
        }
    }

    private static void drop(HubStorage storage, Commit commit) {
        if (commit instanceof Commit.OfSubmission of) {
            storage.workingCopy(of.after().id())
                    .ifPresent(copy -> storage.dropWorkingCopy(copy.submission(), copy.digest()));
        }
    }

    private static final class KeepsWhatTheErasedTyped extends StorageWrapper {
        @Override
        public void commit(Commit commit) {
            List<WorkingCopy> typed = commit instanceof Commit.OfPerson of
                    ? inner.workingCopies(of.after().id(), null, 100)
                    : List.of();
            inner.commit(commit);
            typed.forEach(copy -> inner.keepWorkingCopy(
                    new WorkingCopy(
                            copy.submission(), new PersonId("nobody"), copy.base(), copy.content(), copy.keptAt()),
                    null));
        }
    }
}
