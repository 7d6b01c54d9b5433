package org.migrationhub.core.storage;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
import org.migrationhub.core.review.Seat;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionId;

/**
 * Keeps everything in memory, for tests and trials: nothing survives the process. Lists are made by looking at every
 * submission, so their cost grows with what there is.
 *
 * <p>Thread-safe: one writer at a time, readers beside one another.
 */
public final class InMemoryStorage implements HubStorage {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Condition grown = lock.writeLock().newCondition();
    private final NavigableMap<SubmissionId, Submission> submissions = new TreeMap<>(Collections.reverseOrder());
    private final NavigableMap<PersonId, Person> persons = new TreeMap<>();
    private final NavigableMap<OrganisationId, Organisation> organisations = new TreeMap<>();
    private final NavigableMap<OrganisationPlace, Organisation> places = new TreeMap<>();
    private final InMemoryAttachments attachments = new InMemoryAttachments();
    private final InMemoryWorkingCopies workingCopies = new InMemoryWorkingCopies();
    private final Map<ContentDigest, ContentItem> contents = new HashMap<>();
    private final Map<Sha256, Note> notes = new HashMap<>();
    private final Map<PersonId, Integer> openSeats = new HashMap<>();
    private final NavigableMap<ChainId, List<FeedEntry>> chains = new TreeMap<>();
    private final NavigableMap<Long, FeedEntry> journal = new TreeMap<>();

    @Override
    public void commit(Commit commit) {
        commitTogether(List.of(commit));
    }

    @Override
    public void commitTogether(List<Commit> commits) {
        List<Commit> different = Commit.ofDifferentChains(commits);
        locked(lock.writeLock(), () -> {
            different.forEach(commit -> requireHead(commit.expected()));
            for (Commit commit : different) {
                store(commit);
                commit.entries().forEach(entry -> append(new FeedEntry(lastPosition() + 1, entry)));
            }
            grown.signalAll();
            return different;
        });
    }

    @Override
    public void restore(Iterable<Restored> aggregates) {
        locked(lock.writeLock(), () -> {
            if (!journal.isEmpty()) {
                throw new NotEmptyException("its journal ends at position " + lastPosition() + ".");
            }
            boolean isDone = false;
            try {
                aggregates.forEach(this::put);
                isDone = true;
                grown.signalAll();
            } finally {
                if (!isDone) {
                    clear();
                }
            }
            return aggregates;
        });
    }

    @Override
    public Optional<Stored<Submission>> submission(SubmissionId id) {
        return reading(() -> Optional.ofNullable(submissions.get(id)).map(stored(ChainId.of(id))));
    }

    @Override
    public Optional<Stored<Person>> person(PersonId id) {
        return reading(() -> Optional.ofNullable(persons.get(id)).map(stored(ChainId.of(id))));
    }

    @Override
    public Optional<Stored<Organisation>> organisation(OrganisationId id) {
        return reading(() -> Optional.ofNullable(organisations.get(id)).map(stored(ChainId.of(id))));
    }

    @Override
    public Optional<ContentItem> content(ContentDigest digest) {
        return reading(() -> Optional.ofNullable(contents.get(digest)));
    }

    @Override
    public Optional<Note> note(Sha256 digest) {
        return reading(() -> Optional.ofNullable(notes.get(digest)));
    }

    @Override
    public List<SubmissionSummary> submissions(SubmissionQuery query) {
        return reading(() ->
                page(
                                submissions,
                                query.after(),
                                query.limit(),
                                submission -> query.matches(submission, shown(submission)))
                        .stream()
                        .map(submission -> SubmissionSummary.of(submission, shown(submission)))
                        .toList());
    }

    @Override
    public boolean keepWorkingCopy(WorkingCopy copy, @Nullable ContentDigest replaced) {
        return locked(
                lock.writeLock(),
                () -> isOnPresentBase(copy) && !isErased(copy.author()) && workingCopies.keep(copy, replaced));
    }

    private boolean isOnPresentBase(WorkingCopy copy) {
        Submission submission = submissions.get(copy.submission());
        return submission != null && copy.isBasedOn(submission);
    }

    @Override
    public Optional<WorkingCopy> workingCopy(SubmissionId id) {
        return reading(() -> workingCopies.find(id));
    }

    @Override
    public boolean dropWorkingCopy(SubmissionId id, ContentDigest seen) {
        return locked(lock.writeLock(), () -> workingCopies.drop(id, seen));
    }

    @Override
    public List<WorkingCopy> workingCopies(PersonId author, @Nullable SubmissionId after, int limit) {
        return reading(() -> workingCopies.of(author, after, limit));
    }

    @Override
    public int forgetDrafts() {
        return locked(lock.writeLock(), () -> {
            Set<ContentDigest> staying = new HashSet<>();
            submissions.values().forEach(one -> staying.addAll(staying(one)));
            int before = contents.size();
            contents.keySet().retainAll(staying);
            attachments.referToNone();
            contents.values().forEach(content -> content.attachments().forEach(attachments::refer));
            return before - contents.size();
        });
    }

    /** The contents that stay for the sake of this submission. */
    private Set<ContentDigest> staying(Submission submission) {
        Words words = Words.of(chains.getOrDefault(ChainId.of(submission.id()), List.of()));
        if (!isErased(submission.submitter())) {
            return words.contents().keySet();
        }
        workingCopies.end(submission.id());
        return words.handedIn();
    }

    @Override
    public List<FeaturedPlace> featured(@Nullable FeaturedPlace after, int limit) {
        return reading(() -> submissions.values().stream()
                .flatMap(one -> one.feature().map(feature -> new FeaturedPlace(feature.at(), one.id())).stream())
                .filter(place -> after == null || place.compareTo(after) > 0)
                .sorted()
                .limit(limit)
                .toList());
    }

    @Override
    public List<Person> people(PersonQuery query) {
        return reading(() -> page(persons, query.after(), query.limit(), query::matches));
    }

    @Override
    public List<Organisation> organisations(OrganisationQuery query) {
        return reading(() -> page(places, query.after(), query.limit(), query::matches));
    }

    @Override
    public Map<PersonId, Integer> openSeats(Set<PersonId> some) {
        return reading(() -> {
            Map<PersonId, Integer> counts = new HashMap<>();
            some.forEach(person -> counts.put(person, openSeats.getOrDefault(person, 0)));
            return counts;
        });
    }

    @Override
    public StoredAttachment storeAttachment(InputStream bytes, long most, Instant at) throws IOException {
        MeasuredInputStream measured = new MeasuredInputStream(bytes, most);
        byte[] all = measured.readAllBytes(); // before the lock: whoever sends them may be slow
        return locked(lock.writeLock(), () -> attachments.store(measured.measured(), all, at));
    }

    @Override
    public Optional<InputStream> attachment(Sha256 digest) {
        return reading(() -> attachments.open(digest));
    }

    @Override
    public Map<Sha256, Long> holdAttachments(Set<Sha256> digests, Instant at) {
        return locked(lock.writeLock(), () -> attachments.hold(digests, at));
    }

    @Override
    public int sweepAttachments(Instant before) {
        return locked(lock.writeLock(), () -> attachments.sweep(before));
    }

    @Override
    public List<FeedEntry> feed(long after, int limit) {
        return reading(() -> first(journal.tailMap(after, false).values(), limit));
    }

    @Override
    public long end() {
        return reading(this::lastPosition);
    }

    @Override
    public List<FeedEntry> chain(ChainId chain, long after, int limit) {
        return reading(() -> slice(chains.getOrDefault(chain, List.of()), after, limit));
    }

    @Override
    public ChainHead head(ChainId chain) {
        return reading(() -> headOf(chain));
    }

    @Override
    public List<ChainId> chains(@Nullable ChainId after, int limit) {
        return reading(() -> first((after == null ? chains : chains.tailMap(after, false)).navigableKeySet(), limit));
    }

    @Override
    public boolean awaitEntry(long after, Duration atMost) throws InterruptedException {
        lock.writeLock().lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (lastPosition() <= after && left > 0) {
                left = grown.awaitNanos(left);
            }
            return lastPosition() > after;
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        // nothing to let go of
    }

    private void store(Commit commit) {
        if (commit instanceof Commit.OfSubmission of) {
            store(of);
        } else if (commit instanceof Commit.OfPerson of) {
            store(of.after());
        } else if (commit instanceof Commit.OfOrganisation of) {
            store(of.after());
        }
    }

    private void store(Organisation organisation) {
        Organisation before = organisations.put(organisation.id(), organisation);
        if (before != null) {
            places.remove(OrganisationPlace.of(before));
        }
        places.put(OrganisationPlace.of(organisation), organisation);
    }

    private void store(Person person) {
        persons.put(person.id(), person);
        if (person.erased()) {
            notes.values().removeIf(note -> note.author().equals(person.id()));
            workingCopies.forget(person.id());
        }
    }

    private void store(Commit.OfSubmission commit) {
        for (ContentItem content : commit.contents()) {
            contents.putIfAbsent(ContentDigest.of(content), content);
            content.attachments().forEach(attachments::refer);
        }
        commit.notes().stream()
                .filter(note -> !isErased(note.author()))
                .forEach(note -> notes.putIfAbsent(note.digest(), note));
        Submission before = submissions.put(commit.after().id(), commit.after());
        count(before, -1);
        count(commit.after(), 1);
        if (commit.endsWorkingCopy()) {
            workingCopies.end(commit.after().id());
        }
    }

    private boolean isErased(PersonId author) {
        Person person = persons.get(author);
        return person != null && person.erased();
    }

    private void count(@Nullable Submission submission, int step) {
        if (submission != null) {
            submission.awaited().stream()
                    .map(Seat::person)
                    .forEach(person -> openSeats.merge(person, step, Integer::sum));
        }
    }

    private void put(Restored restored) {
        requireHead(restored.commit().expected());
        store(restored.commit());
        restored.entries().forEach(this::append);
        WorkingCopy typed = restored.workingCopy();
        if (typed != null) {
            workingCopies.keep(typed, null);
        }
    }

    private void clear() {
        List.of(submissions, persons, organisations, places, contents, notes, openSeats, chains, journal)
                .forEach(Map::clear);
        attachments.referToNone();
        workingCopies.clear();
    }

    private void append(FeedEntry fed) {
        if (journal.putIfAbsent(fed.position(), fed) != null) {
            throw new IllegalArgumentException("Two entries have the position " + fed.position());
        }
        chains.computeIfAbsent(fed.entry().chain(), chain -> new ArrayList<>()).add(fed);
    }

    private long lastPosition() {
        return journal.isEmpty() ? 0 : journal.lastKey();
    }

    private void requireHead(ChainHead expected) {
        ChainHead head = headOf(expected.chain());
        if (!head.equals(expected)) {
            String[] chain = expected.chain().value().split("/", 2);
            throw new StaleVersionException(chain[0], chain[chain.length - 1], expected.sequence(), head.sequence());
        }
    }

    private ChainHead headOf(ChainId chain) {
        List<FeedEntry> entries = chains.getOrDefault(chain, List.of());
        return entries.isEmpty()
                ? ChainHead.empty(chain)
                : entries.get(entries.size() - 1).entry().head();
    }

    private <A> Function<A, Stored<A>> stored(ChainId chain) {
        return value -> new Stored<>(value, headOf(chain));
    }

    private ContentItem shown(Submission submission) {
        ContentDigest digest = submission
                .revision()
                .map(revision -> revision.digest())
                .or(submission::draft)
                .orElseThrow(() -> new IllegalStateException("Nothing was ever saved of " + submission.id()));
        ContentItem content = contents.get(digest);
        if (content == null && isErased(submission.submitter())) {
            return Words.forgotten(submission.kind());
        }
        if (content == null) {
            throw new IllegalStateException("The content " + digest + " of " + submission.id() + " was never stored");
        }
        return content;
    }

    private static <K, V> List<V> page(NavigableMap<K, V> all, @Nullable K after, int limit, Predicate<V> matches) {
        NavigableMap<K, V> rest = after == null ? all : all.tailMap(after, false);
        return rest.values().stream().filter(matches).limit(limit).toList();
    }

    private static <E> List<E> first(Collection<E> all, int limit) {
        return all.stream().limit(limit).toList();
    }

    private static <E> List<E> slice(List<E> all, long after, int limit) {
        int from = (int) Math.max(0, Math.min(after, all.size()));
        int to = (int) Math.min((long) from + limit, all.size());
        return List.copyOf(all.subList(from, to));
    }

    private <R> R reading(Supplier<R> work) {
        return locked(lock.readLock(), work);
    }

    private static <R> R locked(Lock held, Supplier<R> work) {
        held.lock();
        try {
            return work.get();
        } finally {
            held.unlock();
        }
    }
}
