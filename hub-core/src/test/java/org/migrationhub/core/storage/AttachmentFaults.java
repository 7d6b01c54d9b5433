package org.migrationhub.core.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.storage.FaultyStorages.Fault;

/** Storages that do one thing wrong with files. */
final class AttachmentFaults {

    /** As long as a database takes for little, in nanoseconds. */
    private static final long WHILE = 100_000;

    private AttachmentFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "what came before a stream failed is a file",
                        "aStreamThatFailsLeavesNothing",
                        StoresBroken::new),
                new Fault(
                        "a failure of the stream is dressed up",
                        "whateverAStreamThrowsComesOutAndLeavesNothing",
                        WrapsFailures::new),
                new Fault(
                        "a read that gives little is the end", "aStreamThatComesInDropsIsStoredWhole", ReadsOnce::new),
                new Fault(
                        "the limit itself is too large",
                        "aFileHasAsManyBytesAsAreAllowedAndNotOneMore",
                        LimitExcluded::new),
                new Fault(
                        "one byte beyond the limit passes",
                        "aFileHasAsManyBytesAsAreAllowedAndNotOneMore",
                        LimitExceeded::new),
                new Fault("what is too large is cut", "aFileHasAsManyBytesAsAreAllowedAndNotOneMore", CutsFiles::new),
                new Fault(
                        "what is too large is read to its end",
                        "ofAFileThatIsTooLargeTheRestIsNotRead",
                        ReadsTooMuch::new),
                new Fault("the stream is closed", "theCallersStreamStaysOpen", ClosesStreams::new),
                new Fault(
                        "of racing uploads of one file one fails",
                        "theSameFileMayBeStoredByManyAtOnce",
                        InsertsTwice::new),
                new Fault("sizes are missing where nothing is kept", "anUnknownDigestOpensNothing", SizesOfAll::new),
                new Fault("asking renews nothing", "whatIsStoredAgainOrAskedForIsYoungAgain", AsksInVain::new),
                new Fault(
                        "an earlier instant takes the place of a later",
                        "aClockThatIsSetBackMakesNothingOlder",
                        LastInstantWins::new),
                new Fault(
                        "a sweep takes what is as old as the instant",
                        "aSweepTakesWhatIsOldToTheMicrosecondAndTellsHowMuch",
                        SweepsEarly::new),
                new Fault(
                        "a sweep takes what is referred to",
                        "whatAnyContentEverReferredToIsKept",
                        ForgetsReferences::new),
                new Fault(
                        "a sweep keeps only what the last content refers to",
                        "whatAnyContentEverReferredToIsKept",
                        KeepsLastContent::new),
                new Fault(
                        "a sweep decides first and removes later",
                        "whoeverAsksBeforeReferringLosesNothingToASweep",
                        SweepsTorn::new));
    }

    private static final class StoresBroken extends StorageWrapper {
        @Override
        public StoredAttachment storeAttachment(InputStream bytes, long most, Instant at) throws IOException {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            try {
                bytes.transferTo(read);
            } finally {
                inner.storeAttachment(new ByteArrayInputStream(read.toByteArray()), most, at);
            }
            return new StoredAttachment(Sha256.of(read.toByteArray()), read.size());
        }
    }

    private static final class WrapsFailures extends StorageWrapper {
        @Override
        public StoredAttachment storeAttachment(InputStream bytes, long most, Instant at) throws IOException {
            try {
                return inner.storeAttachment(bytes, most, at);
            } catch (RuntimeException e) {
                throw new IllegalStateException("The upload failed", e);
            }
        }
    }

    private static final class ReadsOnce extends StorageWrapper {
        @Override
        public StoredAttachment storeAttachment(InputStream bytes, long most, Instant at) throws IOException {
            byte[] buffer = new byte[(int) most];
            int read = bytes.read(buffer);
            return inner.storeAttachment(new ByteArrayInputStream(buffer, 0, read), most, at);
        }
    }

    private static final class LimitExcluded extends StorageWrapper {
        @Override
        public StoredAttachment storeAttachment(InputStream bytes, long most, Instant at) throws IOException {
            return inner.storeAttachment(bytes, most - 1, at);
        }
    }

    private static final class LimitExceeded extends StorageWrapper {
        @Override
        public StoredAttachment storeAttachment(InputStream bytes, long most, Instant at) throws IOException {
            return inner.storeAttachment(bytes, most + 1, at);
        }
    }

    private static final class CutsFiles extends StorageWrapper {
        @Override
        public StoredAttachment storeAttachment(InputStream bytes, long most, Instant at) throws IOException {
            return inner.storeAttachment(new ByteArrayInputStream(bytes.readNBytes((int) most)), most, at);
        }
    }

    private static final class ReadsTooMuch extends StorageWrapper {
        @Override
        public StoredAttachment storeAttachment(InputStream bytes, long most, Instant at) throws IOException {
            byte[] all = bytes.readNBytes(10_000_000);
            return inner.storeAttachment(new ByteArrayInputStream(all), most, at);
        }
    }

    private static final class ClosesStreams extends StorageWrapper {
        @Override
        public StoredAttachment storeAttachment(InputStream bytes, long most, Instant at) throws IOException {
            try (bytes) {
                return inner.storeAttachment(bytes, most, at);
            }
        }
    }

    /** As an insert without a thought for who is faster. */
    private static final class InsertsTwice extends StorageWrapper {
        @Override
        public StoredAttachment storeAttachment(InputStream bytes, long most, Instant at) throws IOException {
            byte[] all = bytes.readAllBytes();
            boolean isThere = inner.attachment(Sha256.of(all)).isPresent();
            LockSupport.parkNanos(WHILE);
            if (!isThere && inner.attachment(Sha256.of(all)).isPresent()) {
                throw new IllegalStateException("Unique index or primary key violation");
            }
            return inner.storeAttachment(new ByteArrayInputStream(all), most, at);
        }
    }

    private static final class SizesOfAll extends StorageWrapper {
        @Override
        public Map<Sha256, Long> holdAttachments(Set<Sha256> digests, Instant at) {
            Map<Sha256, Long> sizes = new HashMap<>();
            digests.forEach(digest -> sizes.put(digest, 0L));
            sizes.putAll(inner.holdAttachments(digests, at));
            return sizes;
        }
    }

    private static final class AsksInVain extends StorageWrapper {
        @Override
        public Map<Sha256, Long> holdAttachments(Set<Sha256> digests, Instant at) {
            return inner.holdAttachments(digests, Instant.EPOCH);
        }
    }

    /** Wherever something was said of a file last, that is its instant: an update without a comparison. */
    private static final class LastInstantWins extends StorageWrapper {
        private final Map<Sha256, Instant> last = Collections.synchronizedMap(new HashMap<>());

        @Override
        public StoredAttachment storeAttachment(InputStream bytes, long most, Instant at) throws IOException {
            StoredAttachment stored = inner.storeAttachment(bytes, most, Instant.EPOCH);
            last.put(stored.sha256(), at);
            return stored;
        }

        @Override
        public Map<Sha256, Long> holdAttachments(Set<Sha256> digests, Instant at) {
            digests.forEach(digest -> last.replace(digest, at));
            return inner.holdAttachments(digests, Instant.EPOCH);
        }

        @Override
        public int sweepAttachments(Instant before) {
            last.forEach((digest, at) -> inner.holdAttachments(Set.of(digest), at));
            return inner.sweepAttachments(before);
        }
    }

    private static final class SweepsEarly extends StorageWrapper {
        @Override
        public int sweepAttachments(Instant before) {
            return inner.sweepAttachments(before.plusNanos(1_000));
        }
    }

    private static final class ForgetsReferences extends StorageWrapper {
        private final HubStorage files = new InMemoryStorage();

        @Override
        public StoredAttachment storeAttachment(InputStream bytes, long most, Instant at) throws IOException {
            return files.storeAttachment(bytes, most, at);
        }

        @Override
        public Optional<InputStream> attachment(Sha256 digest) {
            return files.attachment(digest);
        }

        @Override
        public Map<Sha256, Long> holdAttachments(Set<Sha256> digests, Instant at) {
            return files.holdAttachments(digests, at);
        }

        @Override
        public int sweepAttachments(Instant before) {
            return files.sweepAttachments(before);
        }
    }

    /** Looks at what is, not at what was. */
    private static final class KeepsLastContent extends StorageWrapper {
        private final HubStorage files = new InMemoryStorage();
        private final Map<ChainId, Set<Sha256>> last = Collections.synchronizedMap(new HashMap<>());

        @Override
        public void commit(Commit commit) {
            inner.commit(commit);
            if (commit instanceof Commit.OfSubmission of) {
                of.contents()
                        .forEach(content -> last.put(
                                commit.expected().chain(),
                                content.attachments().stream()
                                        .map(Attachment::sha256)
                                        .collect(Collectors.toSet())));
            }
        }

        @Override
        public StoredAttachment storeAttachment(InputStream bytes, long most, Instant at) throws IOException {
            return files.storeAttachment(bytes, most, at);
        }

        @Override
        public Optional<InputStream> attachment(Sha256 digest) {
            return files.attachment(digest);
        }

        @Override
        public Map<Sha256, Long> holdAttachments(Set<Sha256> digests, Instant at) {
            return files.holdAttachments(digests, at);
        }

        @Override
        public int sweepAttachments(Instant before) {
            last.values().forEach(kept -> files.holdAttachments(kept, before));
            return files.sweepAttachments(before);
        }
    }

    /** Which files are old is found out in one transaction, and they are removed in another. */
    private static final class SweepsTorn extends StorageWrapper {
        private final Set<Sha256> removed = Collections.synchronizedSet(new HashSet<>());
        private final Set<Sha256> young = Collections.synchronizedSet(new HashSet<>());
        private final Set<Sha256> stored = Collections.synchronizedSet(new HashSet<>());

        @Override
        public StoredAttachment storeAttachment(InputStream bytes, long most, Instant at) throws IOException {
            StoredAttachment file = inner.storeAttachment(bytes, most, at);
            stored.add(file.sha256());
            return file;
        }

        @Override
        public Optional<InputStream> attachment(Sha256 digest) {
            return removed.contains(digest) ? Optional.empty() : inner.attachment(digest);
        }

        @Override
        public Map<Sha256, Long> holdAttachments(Set<Sha256> digests, Instant at) {
            if (removed.containsAll(digests)) {
                return Map.of();
            }
            young.addAll(digests);
            return inner.holdAttachments(digests, at);
        }

        @Override
        public int sweepAttachments(Instant before) {
            Set<Sha256> old = new HashSet<>(Set.copyOf(stored));
            old.removeAll(Set.copyOf(young));
            LockSupport.parkNanos(WHILE);
            removed.addAll(old);
            return old.size();
        }
    }
}
