package org.migrationhub.core.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.EntryCodec;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.core.storage.StoredJournal;
import org.migrationhub.core.storage.Words;
import org.migrationhub.core.storage.WorkingCopy;

/**
 * Writes {@code hub.jsonl}: chain by chain, up to where the journal ended when it began. What is committed meanwhile is left
 * out, so that the cut is the same for all. Not thread-safe.
 */
final class HubWriter {

    private static final int CHAINS = 200;

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

    /**
     * To be asked when all else is written: what is erased can't be in an archive of the time before.
     *
     * @throws StaleVersionException if somebody was erased meanwhile: whoever writes begins anew
     */
    void refuseErasedMeanwhile() {
        long position = end;
        for (List<FeedEntry> next = storage.feed(position, CHAINS);
                !next.isEmpty();
                next = storage.feed(position, CHAINS)) {
            for (FeedEntry fed : next) {
                if (fed.entry().event() instanceof PersonEvent.Erased) {
                    PersonId person = fed.entry().chain().person();
                    refuseErasedSince(
                            storage.person(person).orElseThrow(), fed.entry().sequence() - 1);
                }
            }
            position = next.get(next.size() - 1).position();
        }
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
        requireLinked(ChainHead.empty(chain), entries);
        out.write(HubLines.write(new HubLines.Header(chain, profile(chain, entries))));
        if (chain.isOfSubmission()) {
            Submission then = replayed(chain, entries);
            writeWords(then, Words.of(entries));
            writeTyped(then);
        }
        for (FeedEntry fed : entries) {
            out.write(EntryCodec.line(fed));
        }
        tally.add(chain, entries.size());
    }

    /** One by one, since each may be large. */
    private void writeCheckpoints() throws IOException {
        ChainHead head = ChainHead.empty(ChainId.CHECKPOINTS);
        for (List<FeedEntry> next = nextCheckpoint(head);
                !next.isEmpty() && next.get(0).position() <= end;
                next = nextCheckpoint(head)) {
            if (head.sequence() == 0) {
                out.write(HubLines.write(new HubLines.Header(ChainId.CHECKPOINTS, null)));
            }
            head = requireLinked(head, next);
            out.write(EntryCodec.line(next.get(0)));
            tally.add(ChainId.CHECKPOINTS, 1);
        }
    }

    private List<FeedEntry> nextCheckpoint(ChainHead after) {
        return storage.chain(ChainId.CHECKPOINTS, after.sequence(), 1);
    }

    private List<FeedEntry> entries(ChainId chain) {
        return StoredJournal.chain(storage, chain, end);
    }

    /** Entries that aren't what they were would be refused where the archive is read. Returns the head with which they end. */
    private static ChainHead requireLinked(ChainHead before, List<FeedEntry> entries) {
        ChainHead head = before;
        for (FeedEntry fed : entries) {
            Entry entry = fed.entry();
            if (!entry.isIntact() || !entry.follows(head)) {
                throw new IllegalStateException("Entry %d of %s is no longer what it was, or doesn't follow from %s"
                        .formatted(entry.sequence(), before.chain(), head));
            }
            head = entry.head();
        }
        return head;
    }

    private @Nullable Profile profile(ChainId chain, List<FeedEntry> entries) {
        if (chain.isOfPerson()) {
            return profile(chain.person(), entries);
        }
        if (chain.isOfOrganisation()) {
            Stored<Organisation> stored =
                    storage.organisation(chain.organisation()).orElseThrow(() -> without(chain));
            requireSame(stored, replayed(chain, () -> Replay.organisation(entries)), entries);
        }
        return null;
    }

    private @Nullable Profile profile(PersonId id, List<FeedEntry> entries) {
        Stored<Person> stored = storage.person(id).orElseThrow(() -> without(ChainId.of(id)));
        Profile profile = stored.value().profile();
        Person then = replayed(ChainId.of(id), () -> Replay.person(id, profile, entries));
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

    /** The submission as whoever reads the archive will make it of its entries. */
    private Submission replayed(ChainId chain, List<FeedEntry> entries) {
        Stored<Submission> stored = storage.submission(chain.submission()).orElseThrow(() -> without(chain));
        Policies policies = Policies.of(stored.value().policy());
        Submission then = replayed(chain, () -> Replay.submission(chain.submission(), entries, policies));
        requireSame(stored, then, entries);
        return then;
    }

    private static <A> A replayed(ChainId chain, Supplier<A> replay) {
        try {
            return replay.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The entries of %s don't follow from one another: %s".formatted(chain, e.getMessage()), e);
        }
    }

    private void writeWords(Submission submission, Words words) throws IOException {
        for (ContentDigest digest : words.contents().keySet()) {
            if (words.isOnlyDrafted(digest) && erased.contains(submission.submitter())) {
                continue; // also where the storage still has it, for another submission's sake
            }
            ContentItem content = content(digest, submission);
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

    private ContentItem content(ContentDigest digest, Submission submission) {
        ContentItem kept = storage.content(digest).orElseThrow(() -> {
            refuseErasedSince(submission.submitter());
            return new IllegalStateException(
                    "The content %s of %s is gone".formatted(digest, ChainId.of(submission.id())));
        });
        ContentItem content = Words.unaltered(digest, kept);
        if (content.kind() != submission.kind()) {
            throw new IllegalStateException(
                    "The content %s is of another kind than %s".formatted(digest, ChainId.of(submission.id())));
        }
        return content;
    }

    /** What is typed on what the archive holds. Where the draft went on after the cut, it is for the next archive. */
    private void writeTyped(Submission then) throws IOException {
        WorkingCopy copy = storage.workingCopy(then.id()).orElse(null);
        if (copy != null
                && copy.isBasedOn(then)
                && !erased.contains(copy.author())
                && !erased.contains(then.submitter())) {
            out.write(HubLines.write(new HubLines.Typed(copy.author(), copy.content(), copy.keptAt())));
        }
    }

    /** The note with this digest, which this entry names; null if its author's data was erased. */
    private @Nullable Note note(Sha256 digest, FeedEntry naming) {
        PersonId author = naming.entry().actor().person();
        if (author == null) {
            throw new IllegalStateException("Nobody wrote the note %s of %s"
                    .formatted(digest, naming.entry().chain()));
        }
        if (erased.contains(author)) {
            return null;
        }
        Note note = storage.note(digest).orElseThrow(() -> {
            refuseErasedSince(author);
            return new IllegalStateException(
                    "The note %s of %s is gone".formatted(digest, naming.entry().chain()));
        });
        if (!Words.unaltered(digest, note).author().equals(author)) {
            throw new IllegalStateException("The note %s, which entry %d of %s names, was written by somebody else"
                    .formatted(digest, naming.entry().sequence(), naming.entry().chain()));
        }
        return note;
    }

    private void refuseErasedSince(PersonId person) {
        storage.person(person)
                .ifPresent(stored ->
                        refuseErasedSince(stored, entries(ChainId.of(person)).size()));
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
