package org.migrationhub.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.EntryCodec;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.Restored;
import org.migrationhub.core.storage.WorkingCopy;

/**
 * Reads {@code hub.jsonl}, aggregate by aggregate, and believes nothing of it: records are made of their entries anew. Holds
 * one aggregate, and beside it a bit for each position, what checkpoints pin, two digests for each content, the ids of
 * erased persons, and the sizes of attachments. Not thread-safe.
 */
final class HubReader {

    private final HubCursor cursor;
    private final Policies policies;
    private final Tally tally;
    private final WordsReader words;
    private final Positions positions = new Positions();
    private final Pins pins = new Pins();
    private final Set<PersonId> erased = new HashSet<>();
    private @Nullable ChainHead head;
    private long lastCheckpoint;

    HubReader(InputStream in, Policies policies, Tally tally) throws IOException {
        this.cursor = new HubCursor(in);
        this.policies = policies;
        this.tally = tally;
        this.words = new WordsReader(cursor, erased);
    }

    /** The next aggregate or checkpoint; null after the last, when everything was compared. */
    @Nullable
    Restored next() throws IOException {
        if (cursor.isAtEnd()) {
            requireAllPinned();
            return null;
        }
        ChainHead before = head;
        if (before != null && before.chain().equals(ChainId.CHECKPOINTS) && !cursor.isAt(HubLines::isHeader)) {
            return checkpoint(before);
        }
        At<HubLines.Header> header = header(before == null ? null : before.chain());
        ChainId chain = header.value().chain();
        head = ChainHead.empty(chain);
        return chain.equals(ChainId.CHECKPOINTS) ? checkpoint(ChainHead.empty(chain)) : aggregate(header);
    }

    /** SHA-256 of all lines; to be asked at the end. */
    Sha256 digest() {
        return cursor.digest();
    }

    /** The files to which contents refer. */
    FileSizes files() {
        return words.files();
    }

    private void requireAllPinned() {
        if (!pins.missing().isEmpty()) {
            throw cursor.damaged(
                    pins.missing().first(), "it ends without this chain, of which a checkpoint pins an entry");
        }
    }

    private At<HubLines.Header> header(@Nullable ChainId before) throws IOException {
        if (!cursor.isAt(HubLines::isHeader)) {
            throw cursor.damaged(before, "the beginning of a chain was expected");
        }
        At<HubLines.Header> header = cursor.take(null, HubLines::header);
        ChainId chain = header.value().chain();
        if (before != null && chain.compareTo(before) <= 0) {
            throw HubCursor.damaged(
                    header.line(), chain, "chains come in ascending order, and this one comes after " + before);
        }
        if (header.value().profile() != null && !chain.isOfPerson()) {
            throw HubCursor.damaged(header.line(), chain, "only a person has a profile");
        }
        return header;
    }

    private Restored checkpoint(ChainHead before) throws IOException {
        At<FeedEntry> fed = entry(before, lastCheckpoint);
        head = fed.value().entry().head();
        lastCheckpoint = fed.value().position();
        pins.add(fed.value()).ifPresent(flaw -> {
            throw Chain.damaged(fed.line(), fed.value(), flaw);
        });
        tally.add(before.chain(), 1);
        return new Restored(
                new Commit.OfCheckpoint(before, List.of(fed.value().entry())),
                List.of(fed.value().position()));
    }

    private Restored aggregate(At<HubLines.Header> header) throws IOException {
        ChainId id = header.value().chain();
        WordsReader.@Nullable Given given = id.isOfSubmission() ? words.read(id) : null;
        Chain chain = chain(id);
        Commit commit = given == null ? commit(header, chain) : commit(given, chain);
        WorkingCopy typed = given != null && commit instanceof Commit.OfSubmission of
                ? words.workingCopy(given, chain, of.after())
                : null;
        pins.check(id, chain.entries()).ifPresent(flaw -> {
            throw chain.damaged(chain.entries().get(flaw.index()), flaw.reason());
        });
        tally.add(id, chain.entries().size());
        return new Restored(
                commit, chain.entries().stream().map(FeedEntry::position).toList(), typed);
    }

    private Chain chain(ChainId id) throws IOException {
        At<FeedEntry> fed = entry(ChainHead.empty(id), 0);
        long line = fed.line();
        List<FeedEntry> entries = new ArrayList<>(List.of(fed.value()));
        while (!cursor.isAtEnd() && !cursor.isAt(HubLines::isHeader)) {
            fed = entry(fed.value().entry().head(), fed.value().position());
            entries.add(fed.value());
        }
        return new Chain(id, line, entries);
    }

    /** The next entry, which has to follow this head. */
    private At<FeedEntry> entry(ChainHead before, long lastPosition) throws IOException {
        At<FeedEntry> at = cursor.take(before.chain(), EntryCodec::read);
        FeedEntry fed = at.value();
        String flaw = flaw(fed, before, lastPosition);
        if (!flaw.isEmpty()) {
            throw Chain.damaged(at.line(), fed, flaw);
        }
        return at;
    }

    private String flaw(FeedEntry fed, ChainHead before, long lastPosition) {
        if (!fed.entry().isIntact()) {
            return "its hash is not that of what it says";
        }
        if (!fed.entry().chain().equals(before.chain())) {
            return "it stands among the entries of " + before.chain();
        }
        if (!fed.entry().follows(before)) {
            return "it doesn't follow entry %d, which stands before it".formatted(before.sequence());
        }
        if (fed.position() <= lastPosition) {
            return "its position doesn't come after that of the entry before";
        }
        return positions.add(fed.position()) ? "" : "another entry has its position";
    }

    private Commit commit(At<HubLines.Header> header, Chain chain) {
        ChainHead empty = ChainHead.empty(chain.id());
        List<Entry> entries = chain.entries().stream().map(FeedEntry::entry).toList();
        if (chain.id().isOfOrganisation()) {
            Organisation organisation = chain.replayed(Replay::organisation);
            return new Commit.OfOrganisation(organisation, empty, entries);
        }
        return new Commit.OfPerson(person(header, chain), empty, entries);
    }

    private Person person(At<HubLines.Header> header, Chain chain) {
        Profile given = header.value().profile();
        Profile profile = Objects.requireNonNullElse(given, Profile.ERASED);
        Person person = chain.replayed(entries -> Replay.person(chain.id().person(), profile, entries));
        if (person.erased() != (given == null)) {
            throw HubCursor.damaged(
                    header.line(),
                    chain.id(),
                    given == null
                            ? "there is no profile, and it wasn't erased"
                            : "there is a profile, which was erased");
        }
        if (person.erased()) {
            erased.add(person.id());
        }
        return person;
    }

    private Commit commit(WordsReader.Given given, Chain chain) {
        Submission submission =
                chain.replayed(entries -> Replay.submission(chain.id().submission(), entries, policies));
        words.check(given, chain, submission);
        return new Commit.OfSubmission(
                submission,
                ChainHead.empty(chain.id()),
                chain.entries().stream().map(FeedEntry::entry).toList(),
                given.allContents(),
                given.allNotes());
    }
}
