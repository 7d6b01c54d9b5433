package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.NotEmptyException;
import org.migrationhub.core.storage.OrganisationQuery;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.storage.Restored;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.WorkingCopy;

/** An empty storage takes all that another one held, as it was there, or nothing; and goes on from there. */
abstract class RestoreRules extends StorageRules {

    private static final Instant LATER = Samples.NOW.plus(Duration.ofDays(9));

    private final Removal removal = new Removal();

    @Test
    void whatAnotherStorageHeldIsReadAsItWasThere() {
        everything();
        storage().restore(removal.load());

        assertSame(HubStorage::people, PersonQuery.all().limit(200), PersonQuery.roster());
        assertSame(HubStorage::organisations, OrganisationQuery.all().limit(200));
        assertSame(
                HubStorage::submissions,
                SubmissionQuery.all().limit(200),
                SubmissionQuery.all().by(Samples.ANA.id()).limit(200),
                SubmissionQuery.all().awaiting(Samples.UMA.id()).limit(200),
                SubmissionQuery.all().overdue(Samples.NOW.plus(Duration.ofDays(60))),
                SubmissionQuery.all().in(EnumSet.of(StageName.PUBLISHED, StageName.DRAFT)));
        Set<PersonId> persons = new HashSet<>();
        Samples.persons().forEach(person -> persons.add(person.id()));
        assertThat(storage().openSeats(persons)).isEqualTo(removal.old().openSeats(persons));
        removal.chains().forEach(this::assertSameAggregate);
        removal.load().forEach(restored -> assertSameWords(restored.commit()));
    }

    @Test
    void entriesStandAtThePositionsThatWereGivenWhateverTheOrderInWhichTheyCame() {
        everything();
        storage().restore(removal.load());

        List<FeedEntry> given = removal.load().stream()
                .flatMap(restored -> restored.entries().stream())
                .toList();
        assertThat(feed()).containsExactlyInAnyOrderElementsOf(given);
        assertThat(feed().stream().map(FeedEntry::position)).isSorted();
        assertThat(entriesOfFeed())
                .isEqualTo(removal.old().feed(0, 100_000).stream()
                        .map(FeedEntry::entry)
                        .toList());
        removal.chains()
                .forEach(chain -> assertThat(
                                storage().chain(chain, 0, 1_000).stream().map(FeedEntry::position))
                        .isEqualTo(removal.positions(chain)));
        assertThat(storage().end()).isEqualTo(removal.end());
        assertThat(storage().chains(null, 1_000))
                .containsExactlyInAnyOrderElementsOf(removal.chains())
                .isSorted();
    }

    @Test
    void aRestoredStorageGoesOnAfterTheLastPosition() {
        everything();
        storage().restore(removal.load());
        long end = storage().end();
        List<Commit> next = new ArrayList<>();
        next.add(Commits.first(Samples.person("newcomer", null)));
        ChainHead head = storage().head(ChainId.of(Samples.NOEL.id()));
        next.add(Commits.of(Samples.NOEL, head, Samples.NOW, new PersonEvent.ProfileChanged()));
        next.forEach(this::commit);

        assertThat(storage().feed(end, 10).stream().map(FeedEntry::entry))
                .isEqualTo(next.stream()
                        .flatMap(commit -> commit.entries().stream())
                        .toList());
        assertThat(storage().feed(end, 10).stream().map(FeedEntry::position)).allMatch(position -> position > end);
        assertStale(refusal(Commits.first(Samples.NOEL)), head.chain(), 0, head.sequence() + 1);
    }

    @Test
    void nothingIsRestoredIntoAStorageThatHoldsSomething() {
        everything();
        commit(Commits.first(Samples.person("already", null)));
        List<FeedEntry> before = feed();
        AtomicBoolean isIterated = new AtomicBoolean();

        assertThatExceptionOfType(NotEmptyException.class)
                .isThrownBy(() -> storage().restore(() -> {
                    isIterated.set(true);
                    return removal.load().iterator();
                }));
        assertThat(isIterated).isFalse();
        assertThat(feed()).isEqualTo(before);
        assertThat(storage().person(Samples.UMA.id())).isEmpty();
    }

    @Test
    void nothingIsRestoredTwice() {
        everything();
        storage().restore(removal.load());
        List<FeedEntry> before = feed();

        assertThatExceptionOfType(NotEmptyException.class)
                .isThrownBy(() -> storage().restore(removal.load()));
        assertThat(feed()).isEqualTo(before);
    }

    @Test
    void aRestoreThatBreaksOffLeavesNothing() {
        everything();
        List<Restored> load = removal.load();
        for (int whole : List.of(0, 1, load.size() / 2, load.size())) {
            IllegalStateException damage = new IllegalStateException("after " + whole);
            assertThatThrownBy(() -> storage().restore(() -> breakingOff(load, whole, damage)))
                    .isSameAs(damage);
            assertHoldsNothing();
        }

        storage().restore(load);
        assertThat(storage().end()).isEqualTo(removal.end());
        removal.chains().forEach(this::assertSameAggregate);
    }

    @Test
    void whatDoesNotFollowFromWhatCameBeforeIsRefusedAndLeavesNothing() {
        everything();
        List<Restored> load = new ArrayList<>(removal.load());
        Commit again = load.get(load.size() - 1).commit();
        List<Long> later = new ArrayList<>();
        again.entries().forEach(entry -> later.add(removal.end() + entry.sequence()));
        load.add(new Restored(again, later));

        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> storage().restore(load));
        assertHoldsNothing();
    }

    @Test
    void whatARestoreRefersToIsKeptFromSweepsUnlessItBrokeOff() throws Exception {
        everything();
        List<String> files = Samples.files();
        for (String file : files) {
            store(file);
        }
        List<Restored> load = removal.load();
        IllegalStateException damage = new IllegalStateException("at the end");
        assertThatThrownBy(() -> storage().restore(() -> breakingOff(load, load.size(), damage)))
                .isSameAs(damage);
        assertThat(storage().sweepAttachments(LATER)).isEqualTo(files.size());

        for (String file : files) {
            store(file);
        }
        storage().restore(load);
        removal.load().forEach(restored -> assertKept(restored.commit()));
    }

    @Test
    void nothingAtAllCanBeRestored() {
        storage().restore(List.of());

        assertHoldsNothing();
        commit(Commits.first(Samples.UMA));
        assertThat(feed()).hasSize(1);
    }

    @Test
    void nobodySeesAPartOfARestore() throws Exception {
        everything();
        List<Restored> load = removal.load();
        AtomicBoolean isOver = new AtomicBoolean();
        List<Callable<Set<Long>>> racers = new ArrayList<>();
        racers.add(() -> {
            try {
                storage().restore(load);
                return Set.of();
            } finally {
                isOver.set(true);
            }
        });
        racers.add(() -> seen(isOver, storage -> storage.end()));
        racers.add(() -> seen(isOver, storage -> (long) storage.feed(0, 100_000).size()));
        racers.add(() ->
                seen(isOver, storage -> (long) storage.chains(null, 1_000).size()));
        List<Set<Long>> seen;
        try (Race race = new Race(racers.size())) {
            seen = race.run(racers);
        }

        assertThat(seen.get(1)).as("ends").isSubsetOf(0L, removal.end());
        assertThat(seen.get(2)).as("numbers of entries").isSubsetOf(0L, (long) feed().size());
        assertThat(seen.get(3)).as("numbers of chains").isSubsetOf(0L, (long)
                removal.chains().size());
    }

    @Test
    void whatIsTypedAndNotSavedComesAlongAndIsTypedOn() {
        everything();
        Submission draft = removal.old().submissions(SubmissionQuery.all().limit(200)).stream()
                .flatMap(line -> removal.old().submission(line.id()).stream())
                .map(Stored::value)
                .filter(submission -> submission.permits(Act.SAVE_DRAFT))
                .findFirst()
                .orElseThrow();
        WorkingCopy typed = new WorkingCopy(
                draft.id(),
                Samples.ANA.id(),
                WorkingCopy.baseOf(draft).orElseThrow(),
                Samples.practice("Typed before"),
                Samples.NOW.plusNanos(1_000));
        assertThat(removal.old().keepWorkingCopy(typed, null)).isTrue();

        storage().restore(removal.load());

        assertThat(storage().workingCopy(draft.id())).contains(typed);
        assertThat(storage().workingCopies(typed.author(), null, 10)).containsExactly(typed);
        WorkingCopy on =
                new WorkingCopy(draft.id(), typed.author(), typed.base(), Samples.practice("Typed on"), Samples.NOW);
        assertThat(storage().keepWorkingCopy(on, typed.digest())).isTrue();
        assertThat(storage().workingCopy(draft.id())).contains(on);
    }

    private void everything() {
        new SampleHub(removal::commit, removal::end).fill();
    }

    private void store(String file) throws IOException {
        byte[] bytes = Samples.file(file);
        storage().storeAttachment(new ByteArrayInputStream(bytes), bytes.length, Samples.NOW);
    }

    private void assertKept(Commit commit) {
        Set<Sha256> sampled = new HashSet<>();
        Samples.files().forEach(file -> sampled.add(Sha256.of(Samples.file(file))));
        if (commit instanceof Commit.OfSubmission of) {
            storage().sweepAttachments(LATER);
            of.contents().stream()
                    .flatMap(content -> content.attachments().stream())
                    .map(Attachment::sha256)
                    .filter(sampled::contains)
                    .forEach(file -> assertThat(storage().attachment(file)).isPresent());
        }
    }

    private Set<Long> seen(AtomicBoolean isOver, Function<HubStorage, Long> question) {
        Set<Long> answers = new HashSet<>();
        do {
            answers.add(question.apply(storage()));
        } while (!isOver.get());
        return answers;
    }

    private static Iterator<Restored> breakingOff(List<Restored> load, int after, RuntimeException damage) {
        Iterator<Restored> whole = load.subList(0, after).iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Restored next() {
                if (!whole.hasNext()) {
                    throw damage;
                }
                return whole.next();
            }
        };
    }

    private interface Listing<Q, R> {
        List<R> of(HubStorage storage, Q query);
    }

    @SafeVarargs
    private <Q, R> void assertSame(Listing<Q, R> listing, Q... queries) {
        for (Q query : queries) {
            assertThat(listing.of(storage(), query)).as("%s", query).isEqualTo(listing.of(removal.old(), query));
        }
    }

    private void assertSameAggregate(ChainId chain) {
        HubStorage old = removal.old();
        assertThat(storage().head(chain)).isEqualTo(old.head(chain));
        if (chain.isOfSubmission()) {
            assertThat(storage().submission(chain.submission())).isEqualTo(old.submission(chain.submission()));
        } else if (chain.isOfPerson()) {
            assertThat(storage().person(chain.person())).isEqualTo(old.person(chain.person()));
        } else if (chain.isOfOrganisation()) {
            assertThat(storage().organisation(chain.organisation())).isEqualTo(old.organisation(chain.organisation()));
        }
    }

    private void assertSameWords(Commit commit) {
        if (commit instanceof Commit.OfSubmission of) {
            of.contents()
                    .forEach(content -> assertThat(storage().content(ContentDigest.of(content)))
                            .isEqualTo(removal.old().content(ContentDigest.of(content))));
            of.notes().forEach(note -> assertThat(storage().note(note.digest())).contains(note));
        }
    }

    private void assertHoldsNothing() {
        assertThat(storage().end()).isZero();
        assertThat(feed()).isEmpty();
        assertThat(storage().chains(null, 10)).isEmpty();
        assertThat(storage().people(PersonQuery.all())).isEmpty();
        assertThat(storage().organisations(OrganisationQuery.all())).isEmpty();
        assertThat(storage().submissions(SubmissionQuery.all())).isEmpty();
        assertThat(storage().openSeats(Set.of(Samples.UMA.id()))).containsValue(0);
        removal.load().forEach(restored -> {
            ChainId chain = restored.commit().expected().chain();
            assertThat(storage().head(chain)).isEqualTo(ChainHead.empty(chain));
            if (restored.commit() instanceof Commit.OfSubmission of) {
                of.contents()
                        .forEach(content -> assertThat(storage().content(ContentDigest.of(content)))
                                .isEmpty());
                of.notes()
                        .forEach(note ->
                                assertThat(storage().note(note.digest())).isEmpty());
            }
        });
    }
}
