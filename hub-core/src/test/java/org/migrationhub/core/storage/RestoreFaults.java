package org.migrationhub.core.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.storage.FaultyStorages.Fault;

/** Storages that do one thing wrong when a whole hub is restored. */
final class RestoreFaults {

    /** As long as a database takes for little, in nanoseconds. */
    private static final long WHILE = 100_000;

    private RestoreFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "restored entries get new positions",
                        "entriesStandAtThePositionsThatWereGivenWhateverTheOrderInWhichTheyCame",
                        CommitsInstead::new),
                new Fault("a restore is seen while it goes on", "nobodySeesAPartOfARestore", CommitsInstead::new),
                new Fault(
                        "a restore that breaks off leaves what came before",
                        "aRestoreThatBreaksOffLeavesNothing",
                        KeepsWhatCameBefore::new),
                new Fault(
                        "a restore goes into a storage that holds something",
                        "nothingIsRestoredIntoAStorageThatHoldsSomething",
                        AddsToWhatIsThere::new),
                new Fault(
                        "that a restore was made already is passed over",
                        "nothingIsRestoredTwice",
                        AddsToWhatIsThere::new),
                new Fault(
                        "positions go on from the number of entries",
                        "aRestoredStorageGoesOnAfterTheLastPosition",
                        CountsEntries::new),
                new Fault(
                        "a restore loses what was typed",
                        "whatIsTypedAndNotSavedComesAlongAndIsTypedOn",
                        LosesWhatWasTyped::new),
                new Fault("a restore loses the notes", "whatAnotherStorageHeldIsReadAsItWasThere", LosesNotes::new),
                new Fault(
                        "a restore that breaks off keeps its files from sweeps",
                        "whatARestoreRefersToIsKeptFromSweepsUnlessItBrokeOff",
                        SweepsNothingAfterRestore::new),
                new Fault(
                        "a restore counts no open seats",
                        "whatAnotherStorageHeldIsReadAsItWasThere",
                        CountsNoSeats::new));
    }

    private static final class CommitsInstead extends StorageWrapper {
        @Override
        public void restore(Iterable<Restored> aggregates) {
            aggregates.forEach(restored -> {
                inner.commit(restored.commit());
                LockSupport.parkNanos(WHILE);
            });
        }
    }

    private static final class KeepsWhatCameBefore extends StorageWrapper {
        @Override
        public void restore(Iterable<Restored> aggregates) {
            List<Restored> before = new ArrayList<>();
            try {
                aggregates.forEach(before::add);
            } finally {
                inner.restore(before);
            }
        }
    }

    private static final class AddsToWhatIsThere extends StorageWrapper {
        @Override
        public void restore(Iterable<Restored> aggregates) {
            if (inner.end() == 0) {
                inner.restore(aggregates);
            } else {
                aggregates.forEach(this::add);
            }
        }

        private void add(Restored restored) {
            try {
                inner.commit(restored.commit());
            } catch (StaleVersionException stale) {
                // as an insert that does nothing where there is a row already
            }
        }
    }

    /** As a sequence of a database that nobody set after the rows were copied. */
    private static final class CountsEntries extends StorageWrapper {
        private long restored = Long.MAX_VALUE;

        @Override
        public void restore(Iterable<Restored> aggregates) {
            inner.restore(aggregates);
            restored = inner.end();
        }

        @Override
        public List<FeedEntry> feed(long after, int limit) {
            return inner.feed(0, Integer.MAX_VALUE).stream()
                    .map(fed ->
                            fed.position() > restored ? new FeedEntry(fed.position() - restored + 1, fed.entry()) : fed)
                    .filter(fed -> fed.position() > after)
                    .limit(limit)
                    .toList();
        }
    }

    private static final class LosesWhatWasTyped extends StorageWrapper {
        @Override
        public void restore(Iterable<Restored> aggregates) {
            List<Restored> without = new ArrayList<>();
            aggregates.forEach(restored -> without.add(new Restored(restored.commit(), restored.positions())));
            inner.restore(without);
        }
    }

    private static final class LosesNotes extends StorageWrapper {
        @Override
        public void restore(Iterable<Restored> aggregates) {
            List<Restored> without = new ArrayList<>();
            aggregates.forEach(restored -> without.add(
                    new Restored(without(restored.commit()), restored.positions(), restored.workingCopy())));
            inner.restore(without);
        }

        private static Commit without(Commit commit) {
            return commit instanceof Commit.OfSubmission of
                    ? new Commit.OfSubmission(of.after(), of.expected(), of.entries(), of.contents(), List.of())
                    : commit;
        }
    }

    private static final class SweepsNothingAfterRestore extends StorageWrapper {
        private boolean isRestored;

        @Override
        public void restore(Iterable<Restored> aggregates) {
            isRestored = true;
            inner.restore(aggregates);
        }

        @Override
        public int sweepAttachments(Instant before) {
            return isRestored ? 0 : inner.sweepAttachments(before);
        }
    }

    private static final class CountsNoSeats extends StorageWrapper {
        private boolean isRestored;

        @Override
        public void restore(Iterable<Restored> aggregates) {
            inner.restore(aggregates);
            isRestored = true;
        }

        @Override
        public Map<PersonId, Integer> openSeats(Set<PersonId> persons) {
            Map<PersonId, Integer> seats = new HashMap<>(inner.openSeats(persons));
            seats.replaceAll((person, count) -> isRestored ? 0 : count);
            return seats;
        }
    }
}
