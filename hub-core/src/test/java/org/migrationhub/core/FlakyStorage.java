package org.migrationhub.core;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
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
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.FeaturedPlace;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.InMemoryStorage;
import org.migrationhub.core.storage.OrganisationQuery;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.storage.Restored;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.core.storage.StoredAttachment;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;
import org.migrationhub.core.storage.WorkingCopy;

/**
 * A storage in memory before whose commits something else can happen: a failure, or another act that is faster.
 * Thread-safe.
 */
final class FlakyStorage implements HubStorage {

    private final InMemoryStorage storage = new InMemoryStorage();
    private final AtomicReference<Consumer<Commit>> before = new AtomicReference<>(commit -> {});

    /** Does this before every commit from now on. */
    void before(Consumer<Commit> happens) {
        before.set(happens);
    }

    /** Does this once, before the next commit. */
    void beforeNext(Runnable happens) {
        before(commit -> {
            before(later -> {});
            happens.run();
        });
    }

    @Override
    public void commit(Commit commit) {
        before.get().accept(commit);
        storage.commit(commit);
    }

    @Override
    public void commitTogether(List<Commit> commits) {
        commits.forEach(before.get());
        storage.commitTogether(commits);
    }

    @Override
    public List<FeedEntry> feed(long after, int limit) {
        return storage.feed(after, limit);
    }

    @Override
    public List<FeedEntry> chain(ChainId chain, long after, int limit) {
        return storage.chain(chain, after, limit);
    }

    @Override
    public long end() {
        return storage.end();
    }

    @Override
    public List<ChainId> chains(@Nullable ChainId after, int limit) {
        return storage.chains(after, limit);
    }

    @Override
    public void restore(Iterable<Restored> aggregates) {
        storage.restore(aggregates);
    }

    @Override
    public ChainHead head(ChainId chain) {
        return storage.head(chain);
    }

    @Override
    public boolean awaitEntry(long after, Duration atMost) throws InterruptedException {
        return storage.awaitEntry(after, atMost);
    }

    @Override
    public Optional<Stored<Submission>> submission(SubmissionId id) {
        return storage.submission(id);
    }

    @Override
    public Optional<ContentItem> content(ContentDigest digest) {
        return storage.content(digest);
    }

    @Override
    public Optional<Note> note(Sha256 digest) {
        return storage.note(digest);
    }

    @Override
    public List<SubmissionSummary> submissions(SubmissionQuery query) {
        return storage.submissions(query);
    }

    @Override
    public boolean keepWorkingCopy(WorkingCopy copy, @Nullable ContentDigest replaced) {
        return storage.keepWorkingCopy(copy, replaced);
    }

    @Override
    public Optional<WorkingCopy> workingCopy(SubmissionId id) {
        return storage.workingCopy(id);
    }

    @Override
    public boolean dropWorkingCopy(SubmissionId id, ContentDigest seen) {
        return storage.dropWorkingCopy(id, seen);
    }

    @Override
    public List<WorkingCopy> workingCopies(PersonId author, @Nullable SubmissionId after, int limit) {
        return storage.workingCopies(author, after, limit);
    }

    @Override
    public Optional<Stored<Person>> person(PersonId id) {
        return storage.person(id);
    }

    @Override
    public Optional<Stored<Organisation>> organisation(OrganisationId id) {
        return storage.organisation(id);
    }

    @Override
    public List<FeaturedPlace> featured(@Nullable FeaturedPlace after, int limit) {
        return storage.featured(after, limit);
    }

    @Override
    public List<Person> people(PersonQuery query) {
        return storage.people(query);
    }

    @Override
    public List<Organisation> organisations(OrganisationQuery query) {
        return storage.organisations(query);
    }

    @Override
    public Map<PersonId, Integer> openSeats(Set<PersonId> persons) {
        return storage.openSeats(persons);
    }

    @Override
    public StoredAttachment storeAttachment(InputStream bytes, long most, Instant at) throws IOException {
        return storage.storeAttachment(bytes, most, at);
    }

    @Override
    public Optional<InputStream> attachment(Sha256 digest) {
        return storage.attachment(digest);
    }

    @Override
    public Map<Sha256, Long> holdAttachments(Set<Sha256> digests, Instant at) {
        return storage.holdAttachments(digests, at);
    }

    @Override
    public int sweepAttachments(Instant before) {
        return storage.sweepAttachments(before);
    }

    @Override
    public void close() {
        storage.close();
    }
}
