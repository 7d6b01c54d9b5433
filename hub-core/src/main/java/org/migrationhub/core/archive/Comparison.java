package org.migrationhub.core.archive;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.NotEmptyException;
import org.migrationhub.core.storage.Restored;
import org.migrationhub.core.storage.Stored;

/** Compares an archive with what a storage holds already, chain by chain. Not thread-safe. */
final class Comparison {

    private final HubStorage storage;
    private @Nullable ChainId last;
    private ChainHead lastCheckpoint = ChainHead.empty(ChainId.CHECKPOINTS);

    Comparison(HubStorage storage) {
        this.storage = storage;
    }

    /**
     * Compares.
     *
     * @param archive iterated to its end
     * @throws NotEmptyException if the storage holds anything else, naming the first chain of which it does
     */
    void requireSame(Iterator<Restored> archive) {
        while (archive.hasNext()) {
            requireHeld(archive.next());
        }
        next().ifPresent(Comparison::refuse);
        if (!storage.head(ChainId.CHECKPOINTS).equals(lastCheckpoint)) {
            refuse(ChainId.CHECKPOINTS);
        }
    }

    private void requireHeld(Restored restored) {
        Commit commit = restored.commit();
        ChainId chain = commit.expected().chain();
        if (!chain.equals(last) && !next().equals(Optional.of(chain))) {
            refuse(next().filter(held -> held.compareTo(chain) < 0).orElse(chain));
        }
        last = chain;
        if (!holdsEntries(restored, chain) || !holdsRecord(commit) || !holdsTyped(restored)) {
            refuse(chain);
        }
    }

    /** The chain of the storage after the last one that was compared. */
    private Optional<ChainId> next() {
        return storage.chains(last, 1).stream().findFirst();
    }

    private boolean holdsEntries(Restored restored, ChainId chain) {
        Commit commit = restored.commit();
        boolean isWhole = !(commit instanceof Commit.OfCheckpoint);
        if (!isWhole) {
            lastCheckpoint = last(commit.entries()).head();
        }
        int limit = commit.entries().size() + (isWhole ? 1 : 0);
        return storage.chain(chain, commit.expected().sequence(), limit).equals(restored.entries());
    }

    private boolean holdsRecord(Commit commit) {
        ChainHead head = last(commit.entries()).head();
        if (commit instanceof Commit.OfPerson of) {
            return storage.person(of.after().id()).equals(Optional.of(new Stored<>(of.after(), head)));
        }
        if (commit instanceof Commit.OfOrganisation of) {
            return storage.organisation(of.after().id()).equals(Optional.of(new Stored<>(of.after(), head)));
        }
        return !(commit instanceof Commit.OfSubmission of)
                || (storage.submission(of.after().id()).equals(Optional.of(new Stored<>(of.after(), head)))
                        && holdsWords(of));
    }

    private boolean holdsTyped(Restored restored) {
        return !(restored.commit() instanceof Commit.OfSubmission of)
                || storage.workingCopy(of.after().id()).equals(Optional.ofNullable(restored.workingCopy()));
    }

    private boolean holdsWords(Commit.OfSubmission commit) {
        return commit.contents().stream()
                        .allMatch(content ->
                                storage.content(ContentDigest.of(content)).equals(Optional.of(content)))
                && commit.notes().stream()
                        .allMatch(note -> storage.note(note.digest()).equals(Optional.of(note)));
    }

    private static Entry last(List<Entry> entries) {
        return entries.get(entries.size() - 1);
    }

    private static void refuse(ChainId chain) {
        throw new NotEmptyException("it holds something else than the archive, of " + chain + " to begin with.");
    }
}
