package org.migrationhub.core.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.CanonicalJson;
import org.migrationhub.core.content.ContentCodec;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.Affiliations;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionId;

/** Storages with one fault each, as an implementation may have it. */
final class FaultyStorages {

    /** As long as a database takes for little, in nanoseconds. */
    private static final long WHILE = 100_000;

    private FaultyStorages() {}

    /**
     * A fault.
     *
     * @param name what is wrong
     * @param foundBy a test of the contract that finds it
     * @param storage opens one that has it
     */
    record Fault(String name, String foundBy, Supplier<HubStorage> storage) {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "a stale commit is taken as done",
                        "aSubmissionsCommitOnAStaleHeadIsRefusedAndLeavesNothing",
                        SilentOnStale::new),
                new Fault(
                        "only the length of the chain is compared",
                        "aCommitOnAnotherHeadOfTheSameLengthIsRefused",
                        OnlyLength::new),
                new Fault(
                        "the head is compared outside the atomic step",
                        "ofRacingCommitsOnOneSubmissionExactlyOneWins",
                        CheckThenAct::new),
                new Fault(
                        "contents of refused commits are stored",
                        "aSubmissionsCommitOnAStaleHeadIsRefusedAndLeavesNothing",
                        ContentsFirst::new),
                new Fault(
                        "commits together are stored one after the other",
                        "ofCommitsTogetherNoneIsStoredIfOneIsStale",
                        OneByOne::new),
                new Fault(
                        "of commits together a part can be read before the rest",
                        "whoeverReadsMeanwhileSeesWholeGroupsAndMissesNothing",
                        CheckedFirst::new),
                new Fault(
                        "commits together stand in the order of their chains",
                        "commitsTogetherAreReadAtOnceInTheirOrder",
                        ByChain::new),
                new Fault("the exception tells the wrong version", "anAggregateIsMadeOnlyOnce", WrongVersion::new),
                new Fault(
                        "only the last entry of a commit is in the feed",
                        "entriesComeBackAsTheyWereCommitted",
                        LosesEntries::new),
                new Fault(
                        "positions are given before they can be read",
                        "aReaderWhoFollowsMissesNothingAndReadsNothingTwice",
                        GivesPositionsEarly::new),
                new Fault("the feed begins with the position itself", "theFeedIsReadInPagesOfAnySize", ReadsTwice::new),
                new Fault("contents come back normalised", "contentsComeBackAsTheyWereCommitted", Normalises::new),
                new Fault(
                        "contents come back by their canonical form",
                        "storingAContentAgainKeepsTheFirst",
                        Canonical::new),
                new Fault(
                        "head and aggregate are read one after the other",
                        "whoeverReadsWhileOthersWriteSeesWholeCommits",
                        ReadsTorn::new),
                new Fault(
                        "instants lose their microseconds",
                        "affiliationsAreKeptInTheirOrderAndToTheMicrosecond",
                        Truncates::new),
                new Fault(
                        "an erasure blanks no notes", "theNotesOfAnErasedPersonAreBlankedAndNoOthers", KeepsNotes::new),
                new Fault(
                        "an erasure blanks the notes of everybody",
                        "theNotesOfAnErasedPersonAreBlankedAndNoOthers",
                        BlanksAllNotes::new),
                new Fault("ids are compared without case", "idsThatDifferInCaseOnlyAreDifferent", CaselessIds::new),
                new Fault(
                        "lists are sorted as a dictionary is",
                        "listsOfPersonsAreWhatTheirQueriesSay",
                        DictionaryOrder::new),
                new Fault(
                        "a page begins with the last of the page before",
                        "aListOfSubmissionsIsReadInPagesOfAnySize",
                        PagesOverlap::new),
                new Fault("the limit of a list is ignored", "listsOfOrganisationsAreWhatTheirQueriesSay", NoLimit::new),
                new Fault(
                        "overdue begins at the due instant",
                        "awaitedAndOverdueReviewsAreFoundToTheMicrosecond",
                        OverdueEarly::new),
                new Fault("erased persons are listed", "everyChangeOfAPersonIsReadBack", ListsErased::new),
                new Fault(
                        "open seats are left out when there are none",
                        "openSeatsAreThoseThatStandWithoutAReview",
                        NoZeros::new),
                new Fault(
                        "names are searched by their letters",
                        "listsOfOrganisationsAreWhatTheirQueriesSay",
                        SearchesLetters::new),
                new Fault(
                        "the last to type wins, whatever they have seen",
                        "whoeverHasNotSeenWhatIsThereOverwritesNothing",
                        OverwritesUnseen::new),
                new Fault(
                        "of two who have seen the same both are told that they were kept",
                        "ofSeveralWhoHaveSeenTheSameExactlyOneIsKept",
                        LooksThenKeeps::new),
                new Fault(
                        "what is typed outlives the draft that it was begun on",
                        "whatIsTypedEndsWithTheDraftThatItWasBegunOn",
                        KeepsOnOldBase::new),
                new Fault("every commit drops what is typed", "anyOtherActLeavesWhatIsTyped", DropsOnEveryCommit::new),
                new Fault(
                        "a commit that is refused drops what is typed",
                        "aCommitThatIsRefusedDropsNothing",
                        DropsBeforeCommit::new),
                new Fault(
                        "an erasure leaves what was typed",
                        "whatAnErasedPersonTypedIsGoneAndNothingElse",
                        KeepsWhatTheErasedTyped::new),
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
                        SweepsTorn::new),
                new Fault(
                        "a page of chains begins with the last of the page before",
                        "chainsAreListedByNameInPagesOfAnySize",
                        ChainsOverlap::new),
                new Fault("chains come as they began", "chainsAreListedByNameInPagesOfAnySize", OldestChains::new),
                new Fault(
                        "positions in a chain are its sequence numbers",
                        "aChainIsReadInPagesOfAnySize",
                        CountsInChains::new),
                new Fault(
                        "the end is told before the feed gets there",
                        "whatTheFeedGivesUpToItsEndIsAllThatItWillEverGiveThere",
                        EndsEarly::new),
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

    private static final class OverwritesUnseen extends StorageWrapper {
        @Override
        public boolean keepWorkingCopy(WorkingCopy copy, @Nullable ContentDigest replaced) {
            return inner.keepWorkingCopy(
                    copy,
                    inner.workingCopy(copy.submission())
                            .map(WorkingCopy::digest)
                            .orElse(null));
        }
    }

    private static final class LooksThenKeeps extends StorageWrapper {
        @Override
        public boolean keepWorkingCopy(WorkingCopy copy, @Nullable ContentDigest replaced) {
            WorkingCopy there = inner.workingCopy(copy.submission()).orElse(null);
            if (there == null || !there.digest().equals(replaced)) {
                return inner.keepWorkingCopy(copy, replaced);
            }
            LockSupport.parkNanos(WHILE);
            return inner.keepWorkingCopy(copy, replaced)
                    || inner.workingCopy(copy.submission()).isPresent();
        }
    }

    private static final class KeepsOnOldBase extends StorageWrapper {
        private final Map<SubmissionId, WorkingCopy> kept = new HashMap<>();

        @Override
        public synchronized boolean keepWorkingCopy(WorkingCopy copy, @Nullable ContentDigest replaced) {
            boolean isKept = inner.keepWorkingCopy(copy, replaced);
            if (isKept) {
                kept.put(copy.submission(), copy);
            }
            return isKept;
        }

        @Override
        public synchronized Optional<WorkingCopy> workingCopy(SubmissionId id) {
            return Optional.ofNullable(kept.get(id));
        }
    }

    private static final class DropsOnEveryCommit extends StorageWrapper {
        @Override
        public void commit(Commit commit) {
            inner.commit(commit);
            drop(inner, commit);
        }
    }

    private static final class DropsBeforeCommit extends StorageWrapper {
        @Override
        public void commit(Commit commit) {
            drop(inner, commit);
            inner.commit(commit);
        }
    }

    private static void drop(HubStorage storage, Commit commit) {
        if (commit instanceof Commit.OfSubmission of) {
            storage.workingCopy(of.after().id())
                    .ifPresent(copy -> storage.dropWorkingCopy(copy.submission(), copy.digest()));
        }
    }

    private static final class KeepsWhatTheErasedTyped extends StorageWrapper {
        @Override
        public void commit(Commit commit) {
            List<WorkingCopy> typed = commit instanceof Commit.OfPerson of
                    ? inner.workingCopies(of.after().id(), null, 100)
                    : List.of();
            inner.commit(commit);
            typed.forEach(copy -> inner.keepWorkingCopy(
                    new WorkingCopy(
                            copy.submission(), new PersonId("nobody"), copy.base(), copy.content(), copy.keptAt()),
                    null));
        }
    }

    private static final class SilentOnStale extends StorageWrapper {
        @Override
        public void commit(Commit commit) {
            try {
                inner.commit(commit);
            } catch (StaleVersionException stale) {
                // as an update that hits no row, whose count nobody looks at
            }
        }
    }

    private static final class OnlyLength extends StorageWrapper {
        @Override
        public void commit(Commit commit) {
            ChainHead head = inner.head(commit.expected().chain());
            if (head.sequence() == commit.expected().sequence() && !head.equals(commit.expected())) {
                return;
            }
            inner.commit(commit);
        }
    }

    /** Who comes second on one head is told the same as who came first. */
    private static final class CheckThenAct extends StorageWrapper {
        @Override
        public void commit(Commit commit) {
            boolean isFresh = inner.head(commit.expected().chain()).equals(commit.expected());
            LockSupport.parkNanos(WHILE);
            try {
                inner.commit(commit);
            } catch (StaleVersionException overtaken) {
                if (!isFresh) {
                    throw overtaken;
                }
            }
        }
    }

    private static final class ContentsFirst extends StorageWrapper {
        private final Map<ContentDigest, ContentItem> contents = Collections.synchronizedMap(new HashMap<>());

        @Override
        public void commit(Commit commit) {
            if (commit instanceof Commit.OfSubmission of) {
                of.contents().forEach(content -> contents.putIfAbsent(ContentDigest.of(content), content));
            }
            inner.commit(commit);
        }

        @Override
        public Optional<ContentItem> content(ContentDigest digest) {
            return Optional.ofNullable(contents.get(digest));
        }
    }

    private static final class OneByOne extends StorageWrapper {
        @Override
        public void commitTogether(List<Commit> commits) {
            commits.forEach(inner::commit);
        }
    }

    private static final class CheckedFirst extends StorageWrapper {
        @Override
        public synchronized void commitTogether(List<Commit> commits) {
            commits.forEach(commit -> inner.commitTogether(List.of(commit)));
        }
    }

    private static final class ByChain extends StorageWrapper {
        @Override
        public void commitTogether(List<Commit> commits) {
            inner.commitTogether(commits.stream()
                    .sorted(Comparator.comparing(commit -> commit.expected().chain()))
                    .toList());
        }
    }

    private static final class WrongVersion extends StorageWrapper {
        @Override
        public void commit(Commit commit) {
            try {
                inner.commit(commit);
            } catch (StaleVersionException stale) {
                throw new StaleVersionException(stale.kind(), stale.id(), stale.expected(), stale.expected());
            }
        }
    }

    private static final class LosesEntries extends StorageWrapper {
        private final Set<Sha256> lost = Collections.synchronizedSet(new HashSet<>());

        @Override
        public void commit(Commit commit) {
            inner.commit(commit);
            commit.entries().subList(1, commit.entries().size()).forEach(entry -> lost.add(entry.hash()));
        }

        @Override
        public List<FeedEntry> feed(long after, int limit) {
            return inner.feed(after, limit).stream()
                    .filter(fed -> !lost.contains(fed.entry().hash()))
                    .toList();
        }
    }

    /** As a sequence of a database does: numbers in the order of the beginnings, rows in that of the ends. */
    private static final class GivesPositionsEarly extends StorageWrapper {
        private final AtomicLong sequence = new AtomicLong();
        private final NavigableMap<Long, FeedEntry> journal = new ConcurrentSkipListMap<>();

        @Override
        public void commit(Commit commit) {
            List<FeedEntry> fed = commit.entries().stream()
                    .map(entry -> new FeedEntry(sequence.incrementAndGet(), entry))
                    .toList();
            LockSupport.parkNanos(WHILE);
            inner.commit(commit);
            fed.forEach(entry -> journal.put(entry.position(), entry));
        }

        @Override
        public List<FeedEntry> feed(long after, int limit) {
            return journal.tailMap(after, false).values().stream().limit(limit).toList();
        }
    }

    private static final class ReadsTwice extends StorageWrapper {
        @Override
        public List<FeedEntry> feed(long after, int limit) {
            return inner.feed(Math.max(0, after - 1), limit);
        }
    }

    private static final class Normalises extends StorageWrapper {
        @Override
        public Optional<ContentItem> content(ContentDigest digest) {
            return inner.content(digest).map(Normalises::normalised);
        }

        private static ContentItem normalised(ContentItem item) {
            String json = new String(CanonicalJson.verbatim(ContentCodec.write(item)), StandardCharsets.UTF_8);
            String normalised = Normalizer.normalize(json, Normalizer.Form.NFC);
            return ContentCodec.read(CanonicalJson.parseObject(normalised.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static final class Canonical extends StorageWrapper {
        @Override
        public Optional<ContentItem> content(ContentDigest digest) {
            return inner.content(digest)
                    .map(item -> ContentCodec.read(
                            CanonicalJson.parseObject(CanonicalJson.bytes(ContentCodec.write(item)))));
        }
    }

    private static final class ReadsTorn extends StorageWrapper {
        @Override
        public Optional<Stored<Submission>> submission(SubmissionId id) {
            Optional<Stored<Submission>> stored = inner.submission(id);
            LockSupport.parkNanos(WHILE);
            return stored.map(found -> new Stored<>(found.value(), inner.head(ChainId.of(id))));
        }
    }

    private static final class Truncates extends StorageWrapper {
        @Override
        public Optional<Stored<Person>> person(PersonId id) {
            return inner.person(id).map(stored -> new Stored<>(truncated(stored.value()), stored.head()));
        }

        private static Person truncated(Person person) {
            return person.with(new Affiliations(person.affiliations().history().stream()
                    .map(one -> new Affiliation(one.organisation(), one.sector(), millis(one.from()), one.until()))
                    .toList()));
        }

        private static Instant millis(Instant instant) {
            return instant.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    private static final class KeepsNotes extends StorageWrapper {
        private final Map<Sha256, Note> notes = Collections.synchronizedMap(new HashMap<>());

        @Override
        public void commit(Commit commit) {
            inner.commit(commit);
            if (commit instanceof Commit.OfSubmission of) {
                of.notes().forEach(note -> notes.put(note.digest(), note));
            }
        }

        @Override
        public Optional<Note> note(Sha256 digest) {
            return Optional.ofNullable(notes.get(digest));
        }
    }

    private static final class BlanksAllNotes extends StorageWrapper {
        private volatile boolean blank;

        @Override
        public void commit(Commit commit) {
            inner.commit(commit);
            blank |= commit instanceof Commit.OfPerson of && of.after().erased();
        }

        @Override
        public Optional<Note> note(Sha256 digest) {
            return inner.note(digest).filter(note -> !blank);
        }
    }

    private static final class CaselessIds extends StorageWrapper {
        @Override
        public Optional<Stored<Person>> person(PersonId id) {
            return inner.person(new PersonId(id.value().toLowerCase(Locale.ROOT)));
        }
    }

    private static final class DictionaryOrder extends StorageWrapper {
        @Override
        public List<Person> people(PersonQuery query) {
            List<Person> found = new ArrayList<>(inner.people(query));
            found.sort(Comparator.comparing(person -> person.id().value(), String.CASE_INSENSITIVE_ORDER));
            return found;
        }
    }

    private static final class PagesOverlap extends StorageWrapper {
        @Override
        public List<SubmissionSummary> submissions(SubmissionQuery query) {
            List<SubmissionSummary> page = inner.submissions(query);
            if (query.after() == null || page.isEmpty()) {
                return page;
            }
            List<SubmissionSummary> longer = new ArrayList<>(page);
            longer.add(0, inner.submissions(SubmissionQuery.all().limit(1)).get(0));
            return longer.subList(0, Math.min(query.limit(), longer.size()));
        }
    }

    private static final class NoLimit extends StorageWrapper {
        @Override
        public List<Organisation> organisations(OrganisationQuery query) {
            return inner.organisations(query.limit(SubmissionQuery.MOST));
        }
    }

    private static final class OverdueEarly extends StorageWrapper {
        @Override
        public List<SubmissionSummary> submissions(SubmissionQuery query) {
            Instant at = query.overdueAt();
            return inner.submissions(at == null ? query : query.overdue(at.plusNanos(1_000)));
        }
    }

    private static final class ListsErased extends StorageWrapper {
        private final Map<PersonId, Person> erased = Collections.synchronizedMap(new HashMap<>());

        @Override
        public void commit(Commit commit) {
            inner.commit(commit);
            if (commit instanceof Commit.OfPerson of && of.after().erased()) {
                erased.put(of.after().id(), of.after());
            }
        }

        @Override
        public List<Person> people(PersonQuery query) {
            List<Person> found = new ArrayList<>(inner.people(query));
            found.addAll(erased.values());
            return query.after() == null
                    ? found.subList(0, Math.min(query.limit(), found.size()))
                    : inner.people(query);
        }
    }

    private static final class NoZeros extends StorageWrapper {
        @Override
        public Map<PersonId, Integer> openSeats(Set<PersonId> persons) {
            Map<PersonId, Integer> seats = new HashMap<>(inner.openSeats(persons));
            seats.values().removeIf(count -> count == 0);
            return seats;
        }
    }

    private static final class ChainsOverlap extends StorageWrapper {
        @Override
        public List<ChainId> chains(@Nullable ChainId after, int limit) {
            if (after == null) {
                return inner.chains(null, limit);
            }
            List<ChainId> page = new ArrayList<>(List.of(after));
            page.addAll(inner.chains(after, limit));
            return page.subList(0, Math.min(limit, page.size()));
        }
    }

    private static final class OldestChains extends StorageWrapper {
        @Override
        public List<ChainId> chains(@Nullable ChainId after, int limit) {
            return inner.feed(0, Integer.MAX_VALUE).stream()
                    .map(fed -> fed.entry().chain())
                    .distinct()
                    .dropWhile(chain -> after != null && !chain.equals(after))
                    .skip(after == null ? 0 : 1)
                    .limit(limit)
                    .toList();
        }
    }

    private static final class CountsInChains extends StorageWrapper {
        @Override
        public List<FeedEntry> chain(ChainId chain, long after, int limit) {
            return inner.chain(chain, after, limit).stream()
                    .map(fed -> new FeedEntry(fed.entry().sequence(), fed.entry()))
                    .toList();
        }
    }

    /** As the last number that a sequence of a database gave. */
    private static final class EndsEarly extends StorageWrapper {
        private final AtomicLong sequence = new AtomicLong();

        @Override
        public void commit(Commit commit) {
            sequence.addAndGet(commit.entries().size());
            LockSupport.parkNanos(WHILE);
            inner.commit(commit);
        }

        @Override
        public long end() {
            return sequence.get();
        }
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

    private static final class SearchesLetters extends StorageWrapper {
        @Override
        public List<Organisation> organisations(OrganisationQuery query) {
            return inner.organisations(query.named("").limit(SubmissionQuery.MOST)).stream()
                    .filter(organisation -> organisation.name().contains(query.words()))
                    .limit(query.limit())
                    .toList();
        }
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
