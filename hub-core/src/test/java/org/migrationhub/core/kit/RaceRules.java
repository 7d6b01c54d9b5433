package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.review.Change;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.Stored;

/** Commits at the same moment: on one aggregate exactly one wins, on different ones all do. */
abstract class RaceRules extends StorageRules {

    private static final int THREADS = 8;
    private static final int ROUNDS = 40;

    @Test
    void ofRacingCommitsOnOneSubmissionExactlyOneWins() throws Exception {
        Journey journey = journey("raced");
        journey.start(Samples.practice("Round 0"));
        Submission current = journey.now();
        try (Race race = new Race(THREADS)) {
            for (int round = 1; round <= ROUNDS; round++) {
                ChainHead head = storage().head(ChainId.of(current.id()));
                List<Commit.OfSubmission> rivals = rivalDrafts(current, head, round);
                current = rivals.get(winner(race, rivals)).after();
                assertOnlyStored(current, rivals);
            }
        }
        assertThat(chain(ChainId.of(current.id()))).hasSize(2 + ROUNDS).allMatch(Entry::isIntact);
    }

    @Test
    void ofRacingWithdrawalsOnlyTheWinnersNoteIsStored() throws Exception {
        try (Race race = new Race(THREADS)) {
            for (int round = 0; round < ROUNDS; round++) {
                Journey journey = journey("raced-" + round);
                journey.start(Samples.practice("The same for all"));
                List<Commit.OfSubmission> rivals = rivalWithdrawals(journey.now());
                int winner = winner(race, rivals);
                for (Commit.OfSubmission rival : rivals) {
                    Note note = rival.notes().get(0);
                    assertThat(storage().note(note.digest()).isPresent())
                            .as("whether the note \"%s\" is stored", note.text())
                            .isEqualTo(rival.equals(rivals.get(winner)));
                }
            }
        }
    }

    @Test
    void noNoteOutlivesTheErasureOfItsAuthorThatItRacesWith() throws Exception {
        try (Race race = new Race(THREADS)) {
            for (int round = 0; round < ROUNDS; round++) {
                Person author = Samples.person("writer-" + round, null);
                ChainHead head = commit(Commits.first(author));
                List<Commit.OfSubmission> noted = notedWithdrawals(author, round);
                List<Callable<Integer>> racers = new ArrayList<>();
                noted.subList(1, THREADS)
                        .forEach(commit -> racers.add(() -> stored(commit).size()));
                racers.add(() -> stored(Commits.of(author.erase(), head, Samples.NOW, new PersonEvent.Erased()))
                        .size());
                race.run(racers);
                for (Commit.OfSubmission commit : noted) {
                    assertThat(storage().note(commit.notes().get(0).digest())).isEmpty();
                    assertThat(storage().head(commit.expected().chain())).isEqualTo(Commits.head(commit));
                }
                assertThat(storage().person(author.id()).map(Stored::value)).contains(author.erase());
            }
        }
    }

    /** Withdrawals of different submissions with a note of one person, the first of which is stored already. */
    private List<Commit.OfSubmission> notedWithdrawals(Person author, int round) {
        List<Commit.OfSubmission> noted = racers(racer -> {
            List<Journey.Step> steps = new ArrayList<>();
            Journey journey = untold(new SubmissionId("noted-" + round + "-" + racer), steps);
            journey.start(Samples.practice("The same for all"));
            journey.withdrawWith(new Note(author.id(), journey.now().id(), "By racer " + racer));
            List<Commit.OfSubmission> commits = commits(steps);
            commit(commits.get(0));
            return commits.get(1);
        });
        commit(noted.get(0));
        return noted;
    }

    @Test
    void ofRacingCommitsOnOnePersonExactlyOneWins() throws Exception {
        try (Race race = new Race(THREADS)) {
            for (int round = 0; round < ROUNDS; round++) {
                PersonId id = new PersonId("raced-" + round);
                List<Commit.OfPerson> rivals = racers(
                        racer -> Commits.first(new Person(id, new Profile("Racer " + racer, racer + "@example.org"))));
                Commit.OfPerson winner = rivals.get(winner(race, rivals));
                assertThat(storage().person(id)).contains(new Stored<>(winner.after(), Commits.head(winner)));
            }
        }
        assertThat(feed()).hasSize(ROUNDS);
    }

    @Test
    void ofRacingCommitsOnOneOrganisationExactlyOneWins() throws Exception {
        ChainHead head = commit(Commits.first(Samples.CITY));
        try (Race race = new Race(THREADS)) {
            for (int round = 0; round < ROUNDS; round++) {
                String name = "City in round " + round + ", named by racer ";
                ChainHead now = head;
                List<Commit.OfOrganisation> rivals =
                        racers(racer -> Commits.of(renamed(Samples.CITY, name + racer), now, Samples.NOW));
                Commit.OfOrganisation winner = rivals.get(winner(race, rivals));
                head = Commits.head(winner);
                assertThat(storage().organisation(Samples.CITY.id())).contains(new Stored<>(winner.after(), head));
            }
        }
        assertThat(chain(head.chain())).hasSize(1 + ROUNDS);
    }

    @Test
    void independentAggregatesAreCommittedAtTheSameTimeAndNothingIsLost() throws Exception {
        List<Callable<List<Entry>>> writers = racers(number -> () -> write(number));
        List<Entry> written = new ArrayList<>();
        try (Race race = new Race(THREADS)) {
            race.run(writers).forEach(written::addAll);
        }

        assertThat(entriesOfFeed()).containsExactlyInAnyOrderElementsOf(written);
        for (int number = 0; number < THREADS; number++) {
            assertThat(storage()
                            .person(new PersonId("writer-" + number))
                            .map(stored -> stored.head().sequence()))
                    .contains((long) ROUNDS);
            assertThat(storage()
                            .organisation(new OrganisationId("writer-" + number))
                            .map(stored -> stored.value().name()))
                    .contains("Name " + (ROUNDS - 1));
        }
    }

    @Test
    void whoeverReadsWhileOthersWriteSeesWholeCommits() throws Exception {
        AtomicInteger writing = new AtomicInteger(THREADS / 2);
        List<Callable<Integer>> racers = racers(number -> number < THREADS / 2
                ? () -> drafting(number, writing)
                : () -> readingWholeCommits(number - THREADS / 2, writing));
        try (Race race = new Race(THREADS)) {
            assertThat(race.run(racers)).allMatch(rounds -> rounds > 0);
        }
    }

    private int winner(Race race, List<? extends Commit> rivals) throws Exception {
        List<Callable<Integer>> racers = racers(racer -> () -> {
            StaleVersionException refusal = refusal(rivals.get(racer));
            ChainHead expected = rivals.get(racer).expected();
            if (refusal != null) {
                assertStale(
                        refusal,
                        expected.chain(),
                        expected.sequence(),
                        Commits.head(rivals.get(racer)).sequence());
            }
            return refusal == null ? racer : -1;
        });
        List<Integer> winners =
                race.run(racers).stream().filter(racer -> racer >= 0).toList();
        assertThat(winners).as("the commits that won on one head").hasSize(1);
        return winners.get(0);
    }

    private void assertOnlyStored(Submission winner, List<Commit.OfSubmission> rivals) {
        assertThat(storage().submission(winner.id()).map(Stored::value)).contains(winner);
        for (Commit.OfSubmission rival : rivals) {
            assertThat(storage()
                            .content(ContentDigest.of(rival.contents().get(0)))
                            .isPresent())
                    .as("whether the content of a rival is stored")
                    .isEqualTo(rival.after().equals(winner));
        }
    }

    /** Two persons' worth of work for one thread: each commit on its own aggregate, no other thread near it. */
    private List<Entry> write(int number) {
        List<Entry> written = new ArrayList<>();
        Person person = Samples.person("writer-" + number, Samples.AGENCY);
        Commit last = Commits.first(person);
        written.addAll(stored(last));
        Organisation organisation = Samples.organisation("writer-" + number, "Name 0", Samples.AGENCY.sector());
        Commit lastOfOrganisation = Commits.first(organisation);
        written.addAll(stored(lastOfOrganisation));
        Journey journey = new Journey(
                new SubmissionId("written-" + number),
                ReviewPolicy.GCM_2022,
                Samples.ANA.id(),
                new SettableClock(),
                step -> written.addAll(stored(Commits.of(
                        step, storage().head(ChainId.of(step.change().after().id()))))));
        journey.start(Samples.practice("Draft 0 of " + number));
        for (int round = 1; round < ROUNDS; round++) {
            last = Commits.of(person, Commits.head(last), Samples.NOW, new PersonEvent.ProfileChanged());
            written.addAll(stored(last));
            lastOfOrganisation =
                    Commits.of(renamed(organisation, "Name " + round), Commits.head(lastOfOrganisation), Samples.NOW);
            written.addAll(stored(lastOfOrganisation));
            journey.saveDraft(Samples.practice("Draft " + round + " of " + number));
        }
        return written;
    }

    private List<Entry> stored(Commit commit) {
        commit(commit);
        return commit.entries();
    }

    private int drafting(int number, AtomicInteger writing) {
        try {
            Journey journey = journey("read-" + number);
            journey.start(Samples.practice("Draft 0"));
            for (int round = 1; round <= ROUNDS; round++) {
                journey.saveDraft(Samples.practice("Draft " + round));
            }
            return ROUNDS;
        } finally {
            writing.decrementAndGet();
        }
    }

    private int readingWholeCommits(int number, AtomicInteger writing) {
        SubmissionId id = new SubmissionId("read-" + number);
        long seen = 0;
        boolean last;
        do {
            last = writing.get() == 0;
            Stored<Submission> stored = storage().submission(id).orElse(null);
            if (stored != null) {
                assertWhole(stored);
                assertThat(stored.head().sequence())
                        .as("never less than before")
                        .isGreaterThanOrEqualTo(seen);
                seen = stored.head().sequence();
            }
        } while (!last);
        assertThat(seen).as("the version that was read last").isEqualTo(ROUNDS + 2);
        return (int) seen;
    }

    private void assertWhole(Stored<Submission> stored) {
        ChainHead head = stored.head();
        assertThat(stored.value().version()).isEqualTo(head.sequence());
        assertThat(storage().content(stored.value().draft().orElseThrow())).isPresent();
        assertThat(storage().chain(head.chain(), head.sequence() - 1, 1))
                .singleElement()
                .satisfies(fed -> assertThat(fed.entry().head()).isEqualTo(head));
    }

    private static List<Commit.OfSubmission> rivalDrafts(Submission current, ChainHead head, int round) {
        return racers(racer -> {
            ContentItem draft = Samples.practice("Round " + round + ", racer " + racer);
            Change change = current.saveDraft(
                    ContentDigest.of(draft), current.changedAt().plusSeconds(1));
            return commit(change, head, List.of(draft), List.of());
        });
    }

    private static List<Commit.OfSubmission> rivalWithdrawals(Submission current) {
        return racers(racer -> {
            List<Journey.Step> steps = new ArrayList<>();
            Journey rival = untold(current.id(), steps);
            rival.start(Samples.practice("The same for all"));
            rival.withdraw("Racer " + racer);
            return commits(steps).get(1);
        });
    }

    private static Commit.OfSubmission commit(
            Change change, ChainHead head, List<ContentItem> contents, List<Note> notes) {
        Journey.Step step = new Journey.Step(change, contents, notes, Actor.contributor(Samples.ANA.id()));
        return Commits.of(step, head);
    }

    private static Organisation renamed(Organisation organisation, String name) {
        return new Organisation(
                organisation.id(), name, organisation.aliases(), organisation.sector(), organisation.partOf());
    }

    private static <T> List<T> racers(IntFunction<T> racer) {
        return IntStream.range(0, THREADS).mapToObj(racer).toList();
    }
}
