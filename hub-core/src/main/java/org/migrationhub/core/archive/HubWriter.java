package org.migrationhub.core.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.EntryCodec;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.core.storage.WorkingCopy;

/**
 * Writes {@code hub.jsonl}: chain by chain, up to where the journal ended when it began. What is committed meanwhile is left
 * out, so that the cut is the same for all. Not thread-safe.
 */
final class HubWriter {

    private static final int CHAINS = 200;
    private static final int ENTRIES = 200;

    private final HubStorage storage;
    private final long end;
    private final LineWriter out;
    private final Tally tally;
    private final Set<PersonId> erased = new HashSet<>();
    private final FileSizes files = new FileSizes();

    HubWriter(HubStorage storage, OutputStream out, Tally tally) {
        this.storage = storage;
        this.end = storage.end();
        this.out = new LineWriter(out);
        this.tally = tally;
    }

    /** Writes all of it. Returns its digest. */
    Sha256 write() throws IOException {
        List<ChainId> page = storage.chains(null, CHAINS);
        while (!page.isEmpty()) {
            for (ChainId chain : page) {
                write(chain);
            }
            page = storage.chains(page.get(page.size() - 1), CHAINS);
        }
        return out.digest();
    }

    /** The files to which the contents refer that were written. */
    FileSizes files() {
        return files;
    }

    private void write(ChainId chain) throws IOException {
        if (chain.equals(ChainId.CHECKPOINTS)) {
            writeCheckpoints();
            return;
        }
        List<FeedEntry> entries = entries(chain);
        if (entries.isEmpty()) {
            return;
        }
        out.write(HubLines.write(new HubLines.Header(chain, profile(chain, entries))));
        if (chain.isOfSubmission()) {
            writeWords(chain, Words.of(entries));
            writeTyped(chain, entries);
        }
        for (FeedEntry fed : entries) {
            out.write(EntryCodec.line(fed));
        }
        tally.add(chain, entries.size());
    }

    /** One by one, since each may be large. */
    private void writeCheckpoints() throws IOException {
        long sequence = 0;
        for (List<FeedEntry> next = nextCheckpoint(sequence);
                !next.isEmpty() && next.get(0).position() <= end;
                next = nextCheckpoint(sequence)) {
            if (sequence == 0) {
                out.write(HubLines.write(new HubLines.Header(ChainId.CHECKPOINTS, null)));
            }
            out.write(EntryCodec.line(next.get(0)));
            tally.add(ChainId.CHECKPOINTS, 1);
            sequence++;
        }
    }

    private List<FeedEntry> nextCheckpoint(long after) {
        return storage.chain(ChainId.CHECKPOINTS, after, 1);
    }

    private List<FeedEntry> entries(ChainId chain) {
        List<FeedEntry> entries = new ArrayList<>();
        List<FeedEntry> page = storage.chain(chain, 0, ENTRIES);
        while (!page.isEmpty()) {
            page.stream().filter(fed -> fed.position() <= end).forEach(entries::add);
            boolean isCut = page.get(page.size() - 1).position() > end;
            page = isCut ? List.of() : storage.chain(chain, entries.size(), ENTRIES);
        }
        return entries;
    }

    private @Nullable Profile profile(ChainId chain, List<FeedEntry> entries) {
        if (chain.isOfPerson()) {
            return profile(chain.person(), entries);
        }
        if (chain.isOfOrganisation()) {
            Stored<Organisation> stored =
                    storage.organisation(chain.organisation()).orElseThrow(() -> without(chain));
            requireSame(stored, Replay.organisation(entries), entries);
        }
        return null;
    }

    private @Nullable Profile profile(PersonId id, List<FeedEntry> entries) {
        Stored<Person> stored = storage.person(id).orElseThrow(() -> without(ChainId.of(id)));
        Profile profile = stored.value().profile();
        Person then = Replay.person(id, profile, entries);
        requireSame(stored, then, entries);
        if (then.erased()) {
            erased.add(id);
            return null;
        }
        refuseErasedSince(stored, entries.size());
        return profile;
    }

    /** A record that isn't what its entries make of it would be another one where the archive is read. */
    private static <A> void requireSame(Stored<A> stored, A replayed, List<FeedEntry> entries) {
        ChainHead head = entries.get(entries.size() - 1).entry().head();
        if (stored.head().equals(head) && !stored.value().equals(replayed)) {
            throw new IllegalStateException("The record of " + head.chain()
                    + " isn't what happened to it: the journal makes another one of it");
        }
    }

    private void writeWords(ChainId chain, Words words) throws IOException {
        for (ContentDigest digest : words.contents().keySet()) {
            ContentItem content = storage.content(digest)
                    .orElseThrow(
                            () -> new IllegalStateException("The content %s of %s is gone".formatted(digest, chain)));
            files.add(content);
            out.write(HubLines.write(content));
        }
        for (Map.Entry<Sha256, FeedEntry> named : words.notes().entrySet()) {
            Note note = note(named.getKey(), named.getValue());
            if (note != null) {
                out.write(HubLines.write(note));
            }
        }
    }

    /**
     * What is typed on what the archive holds, as whoever reads it will make it of the entries. Where the draft went on after
     * the cut, it is for the next archive.
     */
    private void writeTyped(ChainId chain, List<FeedEntry> entries) throws IOException {
        WorkingCopy copy = storage.workingCopy(chain.submission()).orElse(null);
        if (copy != null && copy.isBasedOn(replayed(chain, entries)) && !erased.contains(copy.author())) {
            out.write(HubLines.write(new HubLines.Typed(copy.author(), copy.content(), copy.keptAt())));
        }
    }

    private Submission replayed(ChainId chain, List<FeedEntry> entries) {
        Submission stored = storage.submission(chain.submission())
                .orElseThrow(() -> without(chain))
                .value();
        return Replay.submission(stored.id(), entries, Policies.of(stored.policy()));
    }

    /** The note with this digest, which this entry names; null if its author's data was erased. */
    private @Nullable Note note(Sha256 digest, FeedEntry naming) {
        PersonId author = Objects.requireNonNull(naming.entry().actor().person(), "nobody wrote a note");
        if (erased.contains(author)) {
            return null;
        }
        return storage.note(digest).orElseThrow(() -> {
            storage.person(author)
                    .ifPresent(stored -> refuseErasedSince(
                            stored, entries(ChainId.of(author)).size()));
            return new IllegalStateException(
                    "The note %s of %s is gone".formatted(digest, naming.entry().chain()));
        });
    }

    /** What is erased can't be in an archive of the time before: whoever writes it begins anew. */
    private static void refuseErasedSince(Stored<Person> stored, long version) {
        if (stored.value().erased()) {
            throw new StaleVersionException(
                    "person",
                    stored.value().id().value(),
                    version,
                    stored.head().sequence());
        }
    }

    private static IllegalStateException without(ChainId chain) {
        return new IllegalStateException("There are entries of " + chain + ", but no record");
    }
}
