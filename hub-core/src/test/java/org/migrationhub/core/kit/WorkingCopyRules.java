package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.core.storage.WorkingCopy;

/** What is typed is kept beside the journal, overwritten only by who has seen it, and goes with the draft it was begun on. */
abstract class WorkingCopyRules extends StorageRules {

    private static final int THREADS = 8;
    private static final int ROUNDS = 20;
    private static final int ALL = 1_000;

    @Test
    void whatIsTypedComesBackAsItWasKept() {
        Journey journey = begun("typed");
        List<ContentItem> items =
                List.of(Samples.practice("Half a sent"), OddTexts.practice(), Samples.practice("Half a sentence"));
        WorkingCopy before = null;
        for (ContentItem item : items) {
            WorkingCopy copy = typed(journey, item, items.indexOf(item));
            assertThat(storage().workingCopy(copy.submission())).isEqualTo(Optional.ofNullable(before));
            assertThat(keep(copy, before)).isTrue();
            assertThat(storage().workingCopy(copy.submission())).contains(copy);
            before = copy;
        }
    }

    @Test
    void nothingIsTypedOfWhatNobodyBegan() {
        SubmissionId unknown = new SubmissionId("unknown");
        WorkingCopy copy = new WorkingCopy(
                unknown,
                Samples.ANA.id(),
                ContentDigest.of(Samples.practice()),
                Samples.practice("Typed"),
                Samples.NOW);

        assertThat(keep(copy, null)).isFalse();
        assertThat(storage().workingCopy(unknown)).isEmpty();
        assertThat(storage().dropWorkingCopy(unknown, copy.digest())).isFalse();
    }

    @Test
    void typingChangesNoVersionAndMakesNoEntry() {
        Journey journey = begun("typed");
        ChainHead head = storage().head(ChainId.of(journey.now().id()));
        long end = storage().end();

        WorkingCopy first = typed(journey, Samples.practice("Typed"), 1);
        keep(first, null);
        keep(typed(journey, Samples.practice("Typed on"), 2), first);

        assertThat(storage().submission(journey.now().id())).contains(new Stored<>(journey.now(), head));
        assertThat(storage().end()).isEqualTo(end);
        assertThat(storage().content(ContentDigest.of(Samples.practice("Typed"))))
                .isEmpty();
    }

    @Test
    void whoeverHasNotSeenWhatIsThereOverwritesNothing() {
        Journey journey = begun("typed");
        WorkingCopy there = typed(journey, Samples.practice("There"), 1);
        keep(there, null);
        WorkingCopy other = typed(journey, Samples.practice("Other"), 2);

        assertThat(keep(other, null)).isFalse();
        assertThat(storage().keepWorkingCopy(other, other.digest())).isFalse();
        assertThat(storage().keepWorkingCopy(other, journey.now().draft().orElseThrow()))
                .isFalse();
        assertThat(storage().dropWorkingCopy(other.submission(), other.digest()))
                .isFalse();
        assertThat(storage().workingCopy(other.submission())).contains(there);
    }

    @Test
    void whatIsDroppedIsGoneAndMayBeBegunAnew() {
        Journey journey = begun("typed");
        WorkingCopy copy = typed(journey, Samples.practice("Typed"), 1);
        keep(copy, null);

        assertThat(storage().dropWorkingCopy(copy.submission(), copy.digest())).isTrue();
        assertThat(storage().workingCopy(copy.submission())).isEmpty();
        assertThat(storage().dropWorkingCopy(copy.submission(), copy.digest())).isFalse();
        assertThat(keep(typed(journey, Samples.practice("On it"), 2), copy)).isFalse();
        assertThat(keep(copy, null)).isTrue();
    }

    @Test
    void whatIsTypedEndsWithTheDraftThatItWasBegunOn() {
        Journey journey = begun("typed");
        assertEnds(journey, () -> journey.saveDraft(Samples.practice("Saved")));
        assertEnds(journey, journey::submit);
        assertEnds(journey, () -> journey.revise(Samples.practice("Revised")));
        assertEnds(journey, () -> journey.withdraw("Sample"));
    }

    private void assertEnds(Journey journey, Runnable act) {
        WorkingCopy copy = typed(journey, Samples.practice("Typed"), 1);
        assertThat(keep(copy, null)).isTrue();

        act.run();

        assertThat(storage().workingCopy(copy.submission())).isEmpty();
        assertThat(storage().workingCopies(copy.author(), null, ALL)).isEmpty();
        assertThat(keep(with(Samples.practice("Typed on"), copy), copy)).isFalse();
        if (!copy.isBasedOn(journey.now())) {
            assertThat(keep(copy, null)).as("kept on the former base").isFalse();
        }
    }

    @Test
    void whatCantBeSavedAnyMoreEndsAndIsNotBegunAgain() {
        Samples.persons().forEach(person -> commit(Commits.first(person)));
        Journey declined = begun("declined");
        declined.submit();
        assertEnds(declined, () -> declined.decline("Sample"));
        Journey refused = inReview("refused");
        refused.review(Samples.UMA, ReviewOutcome.DECLINE, "No.");
        refused.review(Samples.NOEL, ReviewOutcome.DECLINE, "No.");
        assertEnds(refused, () -> refused.review(Samples.NINA, ReviewOutcome.DECLINE, "No."));
        Journey retracted = published("retracted");
        assertEnds(retracted, () -> retracted.retract("Sample"));
    }

    private Journey inReview(String id) {
        Journey journey = begun(id);
        journey.submit();
        journey.seat(Samples.UMA, Samples.NOEL, Samples.NINA);
        List.of(Samples.UMA, Samples.NOEL, Samples.NINA).forEach(journey::accept);
        return journey;
    }

    private Journey published(String id) {
        Journey journey = inReview(id);
        List.of(Samples.UMA, Samples.NOEL, Samples.NINA)
                .forEach(reviewer -> journey.review(reviewer, ReviewOutcome.APPROVE, "Yes."));
        return journey;
    }

    @Test
    void anyOtherActLeavesWhatIsTyped() {
        Samples.persons().forEach(person -> commit(Commits.first(person)));
        Journey journey = begun("reviewed");
        journey.submit();
        WorkingCopy copy = typed(journey, Samples.practice("Typed"), 1);
        keep(copy, null);

        journey.seat(Samples.UMA, Samples.NOEL, Samples.NINA);
        journey.accept(Samples.UMA);
        begun("other").withdraw("Sample");

        assertThat(storage().workingCopy(copy.submission())).contains(copy);
    }

    @Test
    void aCommitThatIsRefusedDropsNothing() {
        List<Journey.Step> steps = new ArrayList<>();
        Journey journey = untold(new SubmissionId("refused"), steps);
        journey.start(Samples.practice());
        journey.saveDraft(Samples.practice("One"));
        List<Commit.OfSubmission> commits = commits(steps);
        commits.forEach(this::commit);
        WorkingCopy copy = typed(journey, Samples.practice("Typed"), 1);
        keep(copy, null);

        assertThat(refusal(commits.get(1))).isNotNull();

        assertThat(storage().workingCopy(copy.submission())).contains(copy);
    }

    @Test
    void whatSomebodyTypedIsListedInPagesOfAnySize() {
        List<WorkingCopy> typed = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            WorkingCopy copy = typed(begun("listed-" + number), Samples.practice("Typed " + number), number);
            WorkingCopy whose = number == 3 ? by(Samples.BEN.id(), copy) : copy;
            keep(whose, null);
            typed.add(whose);
        }
        Collections.reverse(typed);
        List<WorkingCopy> hers = typed.stream()
                .filter(copy -> copy.author().equals(Samples.ANA.id()))
                .toList();
        for (int limit = 1; limit <= 8; limit++) {
            List<WorkingCopy> listed = new ArrayList<>();
            @Nullable SubmissionId last = null;
            List<WorkingCopy> page = storage().workingCopies(Samples.ANA.id(), last, limit);
            while (!page.isEmpty()) {
                assertThat(page).hasSizeLessThanOrEqualTo(limit);
                listed.addAll(page);
                page = storage()
                        .workingCopies(
                                Samples.ANA.id(), page.get(page.size() - 1).submission(), limit);
            }
            assertThat(listed).isEqualTo(hers);
        }
        assertThat(storage().workingCopies(Samples.BEN.id(), null, ALL)).hasSize(1);
        assertThat(storage().workingCopies(Samples.CLEO.id(), null, ALL)).isEmpty();
    }

    @Test
    void whatAnErasedPersonTypedIsGoneAndNothingElse() {
        ChainHead ana = commit(Commits.first(Samples.ANA));
        commit(Commits.first(Samples.BEN));
        WorkingCopy hers = typed(begun("hers"), Samples.practice("Hers"), 1);
        Journey other = begun("his");
        WorkingCopy his = by(Samples.BEN.id(), typed(other, Samples.practice("His"), 1));
        keep(hers, null);
        keep(his, null);
        Person renamed = Samples.ANA.with(new Profile("Ana Renamed", ""));
        ChainHead before = commit(Commits.of(renamed, ana, Samples.NOW, new PersonEvent.ProfileChanged()));
        assertThat(storage().workingCopy(hers.submission())).contains(hers);

        commit(Commits.of(renamed.erase(), before, Samples.NOW, new PersonEvent.Erased()));

        assertThat(storage().workingCopy(hers.submission())).isEmpty();
        assertThat(storage().workingCopies(Samples.ANA.id(), null, ALL)).isEmpty();
        assertThat(storage().workingCopy(his.submission())).contains(his);
        assertThat(keep(hers, null)).as("kept after the erasure").isFalse();
        assertThat(keep(typed(other, Samples.practice("Hers on his"), 2), his))
                .as("typed by the erased on what somebody else typed")
                .isFalse();
    }

    @Test
    void ofSeveralWhoHaveSeenTheSameExactlyOneIsKept() throws Exception {
        Journey journey = begun("raced");
        WorkingCopy there = null;
        try (Race race = new Race(THREADS)) {
            for (int round = 0; round < ROUNDS; round++) {
                WorkingCopy seen = there;
                List<WorkingCopy> rivals = rivals(journey, round);
                List<Callable<Boolean>> racers = rivals.stream()
                        .<Callable<Boolean>>map(rival -> () -> keep(rival, seen))
                        .toList();
                List<Boolean> kept = race.run(racers);
                assertThat(kept).as("who was kept in round %d", round).containsOnlyOnce(true);
                there = rivals.get(kept.indexOf(true));
                assertThat(storage().workingCopy(there.submission())).contains(there);
            }
        }
    }

    /** Each round, seven type on while one saves: whatever comes first, what is there afterwards is begun on what is saved. */
    @Test
    void whatIsTypedWhileTheDraftIsSavedIsNeverFoundOnTheFormerBase() throws Exception {
        List<Journey.Step> steps = new ArrayList<>();
        Journey journey = untold(new SubmissionId("saved"), steps);
        journey.start(Samples.practice());
        IntStream.range(0, ROUNDS).forEach(round -> journey.saveDraft(Samples.practice("Saved " + round)));
        List<Commit.OfSubmission> commits = commits(steps);
        commit(commits.get(0));
        try (Race race = new Race(THREADS)) {
            for (int round = 1; round <= ROUNDS; round++) {
                Commit.OfSubmission save = commits.get(round);
                ContentDigest base =
                        WorkingCopy.baseOf(commits.get(round - 1).after()).orElseThrow();
                List<Callable<Boolean>> racers = new ArrayList<>();
                racers.add(() -> refusal(save) == null);
                for (int racer = 1; racer < THREADS; racer++) {
                    WorkingCopy copy = new WorkingCopy(
                            save.after().id(),
                            Samples.ANA.id(),
                            base,
                            Samples.practice("Typed " + round + " by " + racer),
                            Samples.NOW);
                    racers.add(() -> keep(copy, null));
                }
                assertThat(race.run(racers).get(0)).isTrue();
                assertThat(storage().workingCopy(save.after().id())).isEmpty();
                assertThat(storage().workingCopies(Samples.ANA.id(), null, ALL)).isEmpty();
            }
        }
        WorkingCopy last = typed(journey, Samples.practice("Typed at last"), 1);
        assertThat(keep(last, null)).isTrue();
        assertThat(storage().workingCopy(last.submission())).contains(last);
    }

    /** Seven have read that something may be typed, and begin to, while that ends: whatever comes first, nothing is left. */
    @Test
    void nothingTypedOutlivesTheEndThatItRacesWith() throws Exception {
        Samples.persons().forEach(person -> commit(Commits.first(person)));
        try (Race race = new Race(THREADS)) {
            for (int round = 0; round < ROUNDS / 2; round++) {
                Journey draft = begun("draft-" + round);
                assertNothingIsLeft(race, draft, () -> draft.withdraw("Sample"));
                Journey screened = begun("screened-" + round);
                screened.submit();
                assertNothingIsLeft(race, screened, () -> screened.decline("Sample"));
                Journey shown = published("shown-" + round);
                assertNothingIsLeft(race, shown, () -> shown.retract("Sample"));
            }
        }
    }

    private void assertNothingIsLeft(Race race, Journey journey, Runnable end) throws Exception {
        List<Callable<Boolean>> racers = new ArrayList<>();
        racers.add(() -> {
            end.run();
            return true;
        });
        for (int racer = 1; racer < THREADS; racer++) {
            WorkingCopy copy = typed(journey, Samples.practice("Typed by " + racer), racer);
            racers.add(() -> keep(copy, null));
        }
        race.run(racers);
        assertThat(storage().workingCopy(journey.now().id())).isEmpty();
        assertThat(storage().workingCopies(Samples.ANA.id(), null, ALL)).isEmpty();
    }

    /** Each of the three locks what the others lock, too. */
    @Test
    void aReasonWhatIsTypedAndTheErasureOfWhoSaysBothWaitForOneAnother() throws Exception {
        commit(Commits.first(Samples.BEN));
        try (Race race = new Race(THREADS)) {
            for (int round = 0; round < ROUNDS; round++) {
                Person author = Samples.person("author-" + round, null);
                ChainHead head = commit(Commits.first(author));
                Journey journey = begun("ended-" + round);
                WorkingCopy there = by(author.id(), typed(journey, Samples.practice("Typed"), 1));
                keep(there, null);
                Note reason = new Note(author.id(), there.submission(), "Never mind.");
                List<Callable<Boolean>> racers = new ArrayList<>();
                racers.add(
                        () -> refusal(Commits.of(author.erase(), head, Samples.NOW, new PersonEvent.Erased())) == null);
                racers.add(() -> {
                    journey.withdrawWith(reason);
                    return true;
                });
                for (int racer = 2; racer < THREADS; racer++) {
                    WorkingCopy next = with(Samples.practice("Typed by " + racer), there);
                    WorkingCopy copy = racer % 2 == 0 ? next : by(Samples.BEN.id(), next);
                    racers.add(() -> keep(copy, there));
                }
                assertThat(race.run(racers).subList(0, 2)).containsExactly(true, true);
                assertThat(storage().workingCopy(there.submission())).isEmpty();
                assertThat(storage().note(reason.digest())).isEmpty();
            }
        }
    }

    @Test
    void nothingTypedOutlivesTheErasureThatItRacesWith() throws Exception {
        try (Race race = new Race(THREADS)) {
            for (int round = 0; round < ROUNDS; round++) {
                Person author = Samples.person("typist-" + round, null);
                ChainHead head = commit(Commits.first(author));
                List<Callable<Boolean>> racers = new ArrayList<>();
                racers.add(
                        () -> refusal(Commits.of(author.erase(), head, Samples.NOW, new PersonEvent.Erased())) == null);
                for (int racer = 1; racer < THREADS; racer++) {
                    Journey journey = begun("erased-" + round + "-" + racer);
                    WorkingCopy copy = by(author.id(), typed(journey, Samples.practice("Typed"), racer));
                    racers.add(() -> keep(copy, null));
                }
                assertThat(race.run(racers).get(0)).isTrue();
                assertThat(storage().workingCopies(author.id(), null, ALL)).isEmpty();
            }
        }
    }

    private Journey begun(String id) {
        Journey journey = journey(id);
        journey.start(Samples.practice());
        return journey;
    }

    private boolean keep(WorkingCopy copy, @Nullable WorkingCopy seen) {
        return storage().keepWorkingCopy(copy, seen == null ? null : seen.digest());
    }

    private static WorkingCopy typed(Journey journey, ContentItem item, int minutes) {
        Instant at = Samples.NOW.plus(Duration.ofMinutes(minutes)).plusNanos(1_000);
        ContentDigest base = WorkingCopy.baseOf(journey.now()).orElseThrow();
        return new WorkingCopy(journey.now().id(), Samples.ANA.id(), base, item, at);
    }

    private static WorkingCopy with(ContentItem item, WorkingCopy copy) {
        return new WorkingCopy(copy.submission(), copy.author(), copy.base(), item, copy.keptAt());
    }

    private static WorkingCopy by(PersonId author, WorkingCopy copy) {
        return new WorkingCopy(copy.submission(), author, copy.base(), copy.content(), copy.keptAt());
    }

    private static List<WorkingCopy> rivals(Journey journey, int round) {
        return IntStream.range(0, THREADS)
                .mapToObj(racer -> typed(journey, Samples.practice("Round " + round + ", racer " + racer), racer))
                .toList();
    }
}
