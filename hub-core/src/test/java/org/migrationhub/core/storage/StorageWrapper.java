package org.migrationhub.core.storage;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionId;

/** A storage that does what another does; for doing something else in single methods. */
public class StorageWrapper implements HubStorage {

    protected final HubStorage inner;

    /** Of a new one in memory. */
    public StorageWrapper() {
        this(new InMemoryStorage());
    }

    /** Of this one. */
    public StorageWrapper(HubStorage inner) {
        this.inner = inner;
    }

    @Override
    public void commit(Commit commit) {
        inner.commit(commit);
    }

    @Override
    public void commitTogether(List<Commit> commits) {
        inner.commitTogether(commits);
    }

    @Override
    public List<FeedEntry> feed(long after, int limit) {
        return inner.feed(after, limit);
    }

    @Override
    public List<FeedEntry> chain(ChainId chain, long after, int limit) {
        return inner.chain(chain, after, limit);
    }

    @Override
    public long end() {
        return inner.end();
    }

    @Override
    public List<ChainId> chains(@Nullable ChainId after, int limit) {
        return inner.chains(after, limit);
    }

    @Override
    public void restore(Iterable<Restored> aggregates) {
        inner.restore(aggregates);
    }

    @Override
    public ChainHead head(ChainId chain) {
        return inner.head(chain);
    }

    @Override
    public boolean awaitEntry(long after, Duration atMost) throws InterruptedException {
        return inner.awaitEntry(after, atMost);
    }

    @Override
    public Optional<Stored<Submission>> submission(SubmissionId id) {
        return inner.submission(id);
    }

    @Override
    public Optional<ContentItem> content(ContentDigest digest) {
        return inner.content(digest);
    }

    @Override
    public int forgetDrafts() {
        return inner.forgetDrafts();
    }

    @Override
    public Optional<Note> note(Sha256 digest) {
        return inner.note(digest);
    }

    @Override
    public List<SubmissionSummary> submissions(SubmissionQuery query) {
        return inner.submissions(query);
    }

    @Override
    public boolean keepWorkingCopy(WorkingCopy copy, @Nullable ContentDigest replaced) {
        return inner.keepWorkingCopy(copy, replaced);
    }

    @Override
    public Optional<WorkingCopy> workingCopy(SubmissionId id) {
        return inner.workingCopy(id);
    }

    @Override
    public boolean dropWorkingCopy(SubmissionId id, ContentDigest seen) {
        return inner.dropWorkingCopy(id, seen);
    }

    @Override
    public List<WorkingCopy> workingCopies(PersonId author, @Nullable SubmissionId after, int limit) {
        return inner.workingCopies(author, after, limit);
    }

    @Override
    public Optional<Stored<Person>> person(PersonId id) {
        return inner.person(id);
    }

    @Override
    public Optional<Stored<Organisation>> organisation(OrganisationId id) {
        return inner.organisation(id);
    }

    @Override
    public List<FeaturedPlace> featured(@Nullable FeaturedPlace after, int limit) {
        return inner.featured(after, limit);
    }

    @Override
    public List<Person> people(PersonQuery query) {
        return inner.people(query);
    }

    @Override
    public List<Organisation> organisations(OrganisationQuery query) {
        return inner.organisations(query);
    }

    @Override
    public Map<PersonId, Integer> openSeats(Set<PersonId> persons) {
        return inner.openSeats(persons);
    }

    @Override
    public StoredAttachment storeAttachment(InputStream bytes, long most, Instant at) throws IOException {
        return inner.storeAttachment(bytes, most, at);
    }

    @Override
    public Optional<InputStream> attachment(Sha256 digest) {
        return inner.attachment(digest);
    }

    @Override
    public Map<Sha256, Long> holdAttachments(Set<Sha256> digests, Instant at) {
        return inner.holdAttachments(digests, at);
    }

    @Override
    public int sweepAttachments(Instant before) {
        return inner.sweepAttachments(before);
    }

    @Override
    public void close() {
        inner.close();
    }
}
