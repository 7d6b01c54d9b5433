package org.migrationhub.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.FeaturedPlace;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.MeasuredInputStream;
import org.migrationhub.core.storage.OrganisationQuery;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.storage.Restored;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.core.storage.StoredAttachment;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;
import org.migrationhub.core.storage.WorkingCopy;

/**
 * A storage over another one that takes commits and files and forgets them. What was committed is found by its id; lists,
 * the feed and chains are the other one's. Thread-safe.
 */
final class Rehearsal implements HubStorage {

    private final HubStorage real;
    private final Map<SubmissionId, Stored<Submission>> submissions = new ConcurrentHashMap<>();
    private final Map<PersonId, Stored<Person>> persons = new ConcurrentHashMap<>();
    private final Map<OrganisationId, Stored<Organisation>> organisations = new ConcurrentHashMap<>();
    private final Map<ContentDigest, ContentItem> contents = new ConcurrentHashMap<>();
    private final Map<Sha256, Note> notes = new ConcurrentHashMap<>();
    private final Map<ChainId, ChainHead> heads = new ConcurrentHashMap<>();
    private final Map<SubmissionId, Optional<WorkingCopy>> workingCopies = new ConcurrentHashMap<>();

    Rehearsal(HubStorage real) {
        this.real = real;
    }

    @Override
    public synchronized void commit(Commit commit) {
        ChainHead expected = commit.expected();
        ChainHead present = head(expected.chain());
        if (!present.equals(expected)) {
            throw new StaleVersionException(
                    "chain", expected.chain().toString(), expected.sequence(), present.sequence());
        }
        ChainHead next = commit.entries().get(commit.entries().size() - 1).head();
        heads.put(next.chain(), next);
        if (commit instanceof Commit.OfSubmission it) {
            it.contents().forEach(content -> contents.put(ContentDigest.of(content), content));
            it.notes().forEach(note -> notes.put(note.digest(), note));
            submissions.put(it.after().id(), new Stored<>(it.after(), next));
            if (it.endsWorkingCopy()) {
                workingCopies.put(it.after().id(), Optional.empty());
            }
        } else if (commit instanceof Commit.OfPerson it) {
            persons.put(it.after().id(), new Stored<>(it.after(), next));
        } else if (commit instanceof Commit.OfOrganisation it) {
            organisations.put(it.after().id(), new Stored<>(it.after(), next));
        }
    }

    /** Each in turn: nobody else sees a rehearsal, and one that failed is of no further use. */
    @Override
    public synchronized void commitTogether(List<Commit> commits) {
        commits.forEach(this::commit);
    }

    @Override
    public Optional<Stored<Submission>> submission(SubmissionId id) {
        return tried(submissions.get(id)).or(() -> real.submission(id));
    }

    @Override
    public Optional<ContentItem> content(ContentDigest digest) {
        return tried(contents.get(digest)).or(() -> real.content(digest));
    }

    @Override
    public Optional<Note> note(Sha256 digest) {
        return tried(notes.get(digest)).or(() -> real.note(digest));
    }

    @Override
    public synchronized boolean keepWorkingCopy(WorkingCopy copy, @Nullable ContentDigest replaced) {
        boolean isBased = submission(copy.submission())
                .filter(stored -> copy.isBasedOn(stored.value()))
                .isPresent();
        boolean isSeen = Optional.ofNullable(replaced)
                .equals(workingCopy(copy.submission()).map(WorkingCopy::digest));
        if (isBased && isSeen) {
            workingCopies.put(copy.submission(), Optional.of(copy));
        }
        return isBased && isSeen;
    }

    @Override
    public Optional<WorkingCopy> workingCopy(SubmissionId id) {
        Optional<WorkingCopy> tried = workingCopies.get(id);
        return tried != null ? tried : real.workingCopy(id);
    }

    @Override
    public synchronized boolean dropWorkingCopy(SubmissionId id, ContentDigest seen) {
        boolean isThere =
                workingCopy(id).map(WorkingCopy::digest).filter(seen::equals).isPresent();
        if (isThere) {
            workingCopies.put(id, Optional.empty());
        }
        return isThere;
    }

    @Override
    public List<WorkingCopy> workingCopies(PersonId author, @Nullable SubmissionId after, int limit) {
        return real.workingCopies(author, after, limit);
    }

    @Override
    public Optional<Stored<Person>> person(PersonId id) {
        return tried(persons.get(id)).or(() -> real.person(id));
    }

    @Override
    public Optional<Stored<Organisation>> organisation(OrganisationId id) {
        return tried(organisations.get(id)).or(() -> real.organisation(id));
    }

    @Override
    public ChainHead head(ChainId chain) {
        return tried(heads.get(chain)).orElseGet(() -> real.head(chain));
    }

    /** Measures the file, and leaves it where it came from. */
    @Override
    public StoredAttachment storeAttachment(InputStream bytes, long most, Instant at) throws IOException {
        // the caller closes what it gave
        MeasuredInputStream measured = new MeasuredInputStream(bytes, most);
        measured.transferTo(OutputStream.nullOutputStream());
        return measured.measured();
    }

    @Override
    public List<SubmissionSummary> submissions(SubmissionQuery query) {
        return real.submissions(query);
    }

    /** Forgets nothing. */
    @Override
    public int forgetDrafts() {
        return 0;
    }

    @Override
    public List<FeaturedPlace> featured(@Nullable FeaturedPlace after, int limit) {
        return real.featured(after, limit);
    }

    @Override
    public List<Person> people(PersonQuery query) {
        return real.people(query);
    }

    @Override
    public List<Organisation> organisations(OrganisationQuery query) {
        return real.organisations(query);
    }

    @Override
    public Map<PersonId, Integer> openSeats(Set<PersonId> of) {
        return real.openSeats(of);
    }

    @Override
    public Optional<InputStream> attachment(Sha256 digest) {
        return real.attachment(digest);
    }

    /** Looks for the files, and lets none of them stay for longer than it would have. */
    @Override
    public Map<Sha256, Long> holdAttachments(Set<Sha256> digests, Instant at) {
        return real.holdAttachments(digests, Instant.EPOCH);
    }

    /** Sweeps nothing. */
    @Override
    public int sweepAttachments(Instant before) {
        return 0;
    }

    @Override
    public List<FeedEntry> feed(long after, int limit) {
        return real.feed(after, limit);
    }

    @Override
    public long end() {
        return real.end();
    }

    @Override
    public List<FeedEntry> chain(ChainId chain, long after, int limit) {
        return real.chain(chain, after, limit);
    }

    @Override
    public boolean awaitEntry(long after, Duration atMost) throws InterruptedException {
        return real.awaitEntry(after, atMost);
    }

    @Override
    public List<ChainId> chains(@Nullable ChainId after, int limit) {
        return real.chains(after, limit);
    }

    /** A whole hub isn't rehearsed. */
    @Override
    public void restore(Iterable<Restored> aggregates) {
        throw new UnsupportedOperationException("A rehearsal can't be filled");
    }

    /** Leaves the real storage to whoever opened it. */
    @Override
    public void close() {}

    private static <T> Optional<T> tried(@Nullable T one) {
        return Optional.ofNullable(one);
    }
}
