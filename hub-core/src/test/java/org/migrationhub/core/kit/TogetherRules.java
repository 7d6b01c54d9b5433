package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.Stored;

/** Commits of several aggregates together: all of them, or none. */
abstract class TogetherRules extends StorageRules {

    private static final int MANY = 1_000;
    private static final int ROUNDS = 15;
    private static final int WRITERS = 3;
    private static final int GROUP = 40;

    @Test
    void commitsTogetherAreReadAtOnceInTheirOrder() {
        Commit.OfSubmission submission = started("s-1", "Together");
        List<Commit> together =
                List.of(Commits.first(Samples.UMA), submission, Commits.first(Samples.AGENCY), started("s-0", "Other"));

        storage().commitTogether(together);

        assertThat(entriesOfFeed()).isEqualTo(entries(together));
        assertThat(storage().submission(submission.after().id()))
                .contains(new Stored<>(submission.after(), Commits.head(submission)));
        assertThat(storage().content(ContentDigest.of(Samples.practice("Together"))))
                .contains(Samples.practice("Together"));
        assertThat(storage().person(Samples.UMA.id()).map(Stored::value)).contains(Samples.UMA);
        assertThat(storage().organisation(Samples.AGENCY.id()).map(Stored::value))
                .contains(Samples.AGENCY);
    }

    @Test
    void aggregatesThatAreThereMayBeAmongThem() {
        ChainHead uma = commit(Commits.first(Samples.UMA));
        Person renamed = Samples.UMA.with(new Profile("Uma Renamed", "uma@example.org"));
        List<Journey.Step> steps = new ArrayList<>();
        Journey journey = untold(new SubmissionId("s-1"), steps);
        journey.start(Samples.practice("First"));
        journey.saveDraft(Samples.practice("Second"));
        List<Commit.OfSubmission> drafts = commits(steps);
        commit(drafts.get(0));

        storage()
                .commitTogether(List.of(
                        Commits.of(renamed, uma, Samples.NOW, new PersonEvent.ProfileChanged()),
                        drafts.get(1),
                        Commits.first(Samples.NOEL)));

        assertThat(storage().person(Samples.UMA.id()).map(Stored::value)).contains(renamed);
        assertThat(storage().submission(new SubmissionId("s-1")).map(Stored::value))
                .contains(journey.now());
        assertThat(storage().person(Samples.NOEL.id())).isPresent();
    }

    @Test
    void ofCommitsTogetherNoneIsStoredIfOneIsStale() {
        ChainHead uma = commit(Commits.first(Samples.UMA));
        ChainHead noel = commit(Commits.first(Samples.NOEL));
        commit(Commits.of(Samples.NOEL, noel, Samples.NOW, new PersonEvent.ProfileChanged()));
        List<Entry> before = entriesOfFeed();
        Commit.OfSubmission submission = started("s-1", "Never stored");
        Person renamed = Samples.UMA.with(new Profile("Uma Renamed", "uma@example.org"));
        List<Commit> together = List.of(
                Commits.of(renamed, uma, Samples.NOW, new PersonEvent.ProfileChanged()),
                submission,
                Commits.of(Samples.NOEL, noel, Samples.NOW, new PersonEvent.ProfileChanged()),
                Commits.first(Samples.AGENCY));

        assertStale(refusalTogether(together), ChainId.of(Samples.NOEL.id()), 1, 2);

        assertThat(entriesOfFeed()).isEqualTo(before);
        assertThat(storage().person(Samples.UMA.id())).contains(new Stored<>(Samples.UMA, uma));
        assertThat(storage().submission(submission.after().id())).isEmpty();
        assertThat(storage().content(ContentDigest.of(Samples.practice("Never stored"))))
                .isEmpty();
        assertThat(storage().organisation(Samples.AGENCY.id())).isEmpty();
    }

    @Test
    void ofSeveralThatAreStaleTheFirstIsTold() {
        commit(Commits.first(Samples.UMA));
        commit(Commits.first(Samples.AGENCY));
        List<Commit> together =
                List.of(Commits.first(Samples.NOEL), Commits.first(Samples.UMA), Commits.first(Samples.AGENCY));
        List<Commit> reversed = new ArrayList<>(together);
        Collections.reverse(reversed);

        assertStale(refusalTogether(together), ChainId.of(Samples.UMA.id()), 0, 1);
        assertStale(refusalTogether(reversed), ChainId.of(Samples.AGENCY.id()), 0, 1);
        assertThat(feed()).hasSize(2);
    }

    @Test
    void twoCommitsOfTheSameChainAreRefused() {
        Commit.OfPerson first = Commits.first(Samples.UMA);
        Commit.OfPerson second =
                Commits.of(Samples.UMA, Commits.head(first), Samples.NOW, new PersonEvent.ProfileChanged());

        assertThatThrownBy(() -> storage().commitTogether(List.of(first, second)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(feed()).isEmpty();
    }

    @Test
    void noCommitTogetherChangesNothing() {
        storage().commitTogether(List.of());

        assertThat(feed()).isEmpty();
    }

    @Test
    void aThousandCommitsAreStoredTogether() {
        List<Commit> together = new ArrayList<>();
        for (int number = MANY; number > 0; number--) {
            together.add(started("s-" + number, "Title " + number % 900)); // some contents are the same
        }

        storage().commitTogether(together);

        assertThat(entriesOfFeed()).isEqualTo(entries(together));
        assertThat(storage().submission(new SubmissionId("s-7"))).isPresent();
        List<Commit> again = new ArrayList<>(together.subList(0, MANY / 2));
        again.add(MANY / 4, started("s-new", "New"));
        assertStale(refusalTogether(again), together.get(0).expected().chain(), 0, 2);
        assertThat(storage().submission(new SubmissionId("s-new"))).isEmpty();
    }

    @Test
    void whatSomebodyWroteGoesWithTheirErasureInTheSameStep() {
        Person author = Samples.person("writer", null);
        ChainHead head = commit(Commits.first(author));
        List<Commit.OfSubmission> before = withdrawal("s-1", author);
        List<Commit.OfSubmission> after = withdrawal("s-2", author);
        Commit.OfSubmission kept = withdrawal("s-3", Samples.BEN).get(1);
        Commit erasure = Commits.of(author.erase(), head, Samples.NOW, new PersonEvent.Erased());
        ChainHead uma = commit(Commits.first(Samples.UMA));
        Commit another = Commits.of(Samples.UMA.erase(), uma, Samples.NOW, new PersonEvent.Erased());

        storage().commitTogether(List.of(before.get(1), erasure, after.get(1), another, kept));

        assertThat(storage().note(before.get(1).notes().get(0).digest())).isEmpty();
        assertThat(storage().note(after.get(1).notes().get(0).digest())).isEmpty();
        assertThat(storage().note(kept.notes().get(0).digest())).isPresent();
    }

    @Test
    void ofGroupsThatRaceInDifferentOrdersExactlyOneWins() throws Exception {
        try (Race race = new Race(WRITERS + 1)) {
            for (int round = 0; round < ROUNDS; round++) {
                List<List<Commit>> rivals = rivals(round);
                List<Callable<Boolean>> racers = rivals.stream()
                        .<Callable<Boolean>>map(rival -> () -> refusalTogether(rival) == null)
                        .toList();
                assertThat(race.run(racers)).containsOnlyOnce(true);
                int size = feed().size();
                assertThat(size).as("entries after round %d", round).isEqualTo((round + 1) * 3 * GROUP);
            }
        }
    }

    /** The same aggregates for all, each in another order, with contents that are the same for all. */
    private static List<List<Commit>> rivals(int round) {
        List<List<Commit>> rivals = new ArrayList<>();
        for (int rival = 0; rival <= WRITERS; rival++) {
            List<Commit> group = new ArrayList<>();
            for (int number = 0; number < GROUP; number++) {
                group.add(started("s-" + round + "-" + number, "Round " + round + " number " + number));
                group.add(Commits.first(Samples.person("p-" + round + "-" + number, null)));
            }
            Collections.rotate(group, rival * 7);
            if (rival % 2 == 1) {
                Collections.reverse(group);
            }
            rivals.add(group);
        }
        return rivals;
    }

    @Test
    void whoeverReadsMeanwhileSeesWholeGroupsAndMissesNothing() throws Exception {
        AtomicInteger writing = new AtomicInteger(WRITERS);
        List<Callable<List<FeedEntry>>> racers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            racers.add(() -> writeGroups(number, writing));
        }
        racers.add(() -> follow(writing));
        racers.add(() -> watch(writing));
        List<List<FeedEntry>> results;
        try (Race race = new Race(racers.size())) {
            results = race.run(racers);
        }

        List<FeedEntry> all = feed();
        assertThat(all).hasSize(WRITERS * ROUNDS * (GROUP + 1));
        assertThat(results.get(WRITERS)).as("what a follower read").isEqualTo(all);
    }

    /** Groups, and single commits in between. */
    private List<FeedEntry> writeGroups(int writer, AtomicInteger writing) {
        try {
            for (int round = 0; round < ROUNDS; round++) {
                List<Commit> group = new ArrayList<>();
                for (int number = 0; number < GROUP; number++) {
                    group.add(Commits.first(Samples.person(name(writer, round, number), null)));
                }
                storage().commitTogether(group);
                commit(Commits.first(Samples.person("alone-" + writer + "-" + round, null)));
            }
            return List.of();
        } finally {
            writing.decrementAndGet();
        }
    }

    private List<FeedEntry> follow(AtomicInteger writing) {
        List<FeedEntry> read = new ArrayList<>();
        boolean done = false;
        while (!done) {
            boolean over = writing.get() == 0;
            long position = read.isEmpty() ? 0 : read.get(read.size() - 1).position();
            List<FeedEntry> page = storage().feed(position, 17);
            read.addAll(page);
            done = over && page.isEmpty();
        }
        return read;
    }

    /** Where the last of a group is found, the first is, too, and the other way round. */
    private List<FeedEntry> watch(AtomicInteger writing) {
        while (writing.get() > 0) {
            for (int writer = 0; writer < WRITERS; writer++) {
                for (int round = 0; round < ROUNDS; round++) {
                    assertWhole(writer, round, GROUP - 1, 0);
                    assertWhole(writer, round, 0, GROUP - 1);
                }
            }
        }
        return List.of();
    }

    private void assertWhole(int writer, int round, int one, int other) {
        if (storage().person(new PersonId(name(writer, round, one))).isPresent()) {
            assertThat(storage().person(new PersonId(name(writer, round, other))))
                    .as("another of the same group")
                    .isPresent();
        }
    }

    private static String name(int writer, int round, int number) {
        return "p-" + writer + "-" + round + "-" + number;
    }

    private static Commit.OfSubmission started(String id, String title) {
        List<Journey.Step> steps = new ArrayList<>();
        untold(new SubmissionId(id), steps).start(Samples.practice(title));
        return commits(steps).get(0);
    }

    /** A submission, stored, and its withdrawal with somebody's note, which isn't. */
    private List<Commit.OfSubmission> withdrawal(String id, Person author) {
        List<Journey.Step> steps = new ArrayList<>();
        Journey journey = untold(new SubmissionId(id), steps);
        journey.start(Samples.practice("To be withdrawn"));
        journey.withdrawWith(new Note(author.id(), journey.now().id(), "Of " + id));
        List<Commit.OfSubmission> commits = commits(steps);
        commit(commits.get(0));
        return commits;
    }

    private @Nullable StaleVersionException refusalTogether(List<Commit> together) {
        try {
            storage().commitTogether(together);
            return null;
        } catch (StaleVersionException e) {
            return e;
        }
    }

    private static List<Entry> entries(List<Commit> commits) {
        return commits.stream().flatMap(commit -> commit.entries().stream()).toList();
    }
}
