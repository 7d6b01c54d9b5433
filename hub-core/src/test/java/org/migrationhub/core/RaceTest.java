package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.core.kit.Samples.ANA;
import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.NURI;
import static org.migrationhub.core.kit.Samples.ULF;
import static org.migrationhub.core.kit.Samples.UMA;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SeatStateName;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.vocabulary.Language;

/** Acts that happen at the same moment on real threads: one order of them is what happened, and nothing is lost. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RaceTest {

    private static final int TIMES = 150;
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(RaceTest::daemon);

    private final World world = World.standard();

    @AfterAll
    static void end() {
        THREADS.shutdownNow();
    }

    @Test
    void threeWhoApproveAtOnceAlwaysPublishAndEveryReviewIsKept() {
        for (int time = 0; time < TIMES; time++) {
            SubmissionId id = world.inReview(Samples.practice("Three at once " + time));

            List<String> ends = atOnce(approval(id, UMA), approval(id, NOEL), approval(id, NINA));

            assertThat(ends).containsOnly("done");
            assertThat(world.readPublic(id).reviewed().approvals()).isEqualTo(3);
            assertThat(world.sam().view(id).rounds().get(0).seats())
                    .allSatisfy(seat -> assertThat(seat.review()).isNotNull());
            assertThat(events(id, SubmissionEvent.Reviewed.class)).hasSize(3);
            assertThat(events(id, SubmissionEvent.Judged.class)).hasSize(1);
            assertChained(id);
        }
        assertThat(world.find("three at once")).hasSize(20);
    }

    @Test
    void oneReviewerOnTwoDevicesFilesOneReview() {
        for (int time = 0; time < TIMES; time++) {
            SubmissionId id = world.inReview(Samples.practice("Two devices " + time));
            ContentDigest digest = world.digest(id);

            List<String> ends = atOnce(
                    () -> world.reviewer(UMA).review(id, digest, ReviewOutcome.APPROVE, Comments.NONE),
                    () -> world.reviewer(UMA).review(id, digest, ReviewOutcome.DECLINE, World.MEND));

            assertThat(ends).containsOnlyOnce("done").anyMatch(end -> end.startsWith("not now review"));
            assertThat(events(id, SubmissionEvent.Reviewed.class)).hasSize(1);
            world.ana().withdraw(id, "");
        }
    }

    @Test
    void theLastApprovalAndARevisionHaveOneOutcome() {
        int published = 0;
        for (int time = 0; time < TIMES; time++) {
            ContentItem first = Samples.practice("First " + time);
            ContentItem second = Samples.practice("Second " + time);
            SubmissionId id = world.inReview(first);
            world.approve(id, UMA, NOEL);
            ContentDigest digest = ContentDigest.of(first);

            List<String> ends = atOnce(
                    () -> world.reviewer(NINA).review(id, digest, ReviewOutcome.APPROVE, Comments.NONE),
                    () -> world.ana().revise(id, second));

            assertThat(ends.get(1)).isEqualTo("done");
            SubmissionView seen = world.sam().view(id);
            assertThat(world.sam().content(id)).isEqualTo(second);
            if (ends.get(0).equals("done")) {
                published++;
                assertThat(seen.stage()).isEqualTo(StageName.UPDATE_SUBMITTED);
                assertThat(world.readPublic(id).content()).isEqualTo(first);
                assertThat(world.readPublic(id).reviewed().approvals()).isEqualTo(3);
            } else {
                assertThat(ends.get(0)).startsWith("not now review");
                assertThat(seen.stage()).isEqualTo(StageName.IN_REVIEW);
                assertThat(Refusals.told(() -> world.visitor().published(id))).startsWith("no item");
                assertThat(seen.rounds().get(1).seats())
                        .extracting(SeatView::review)
                        .containsOnlyNulls();
            }
            assertChained(id);
            world.ana().withdraw(id, "");
        }
        assertThat(published).isBetween(0, TIMES);
    }

    @Test
    void theLastApprovalAndAWithdrawalHaveOneOutcome() {
        for (int time = 0; time < TIMES; time++) {
            SubmissionId id = world.inReview(Samples.practice("Taken back " + time));
            world.approve(id, UMA, NOEL);
            ContentDigest digest = world.digest(id);

            List<String> ends = atOnce(
                    () -> world.reviewer(NINA).review(id, digest, ReviewOutcome.APPROVE, Comments.NONE),
                    () -> world.ana().withdraw(id, "No."));

            assertThat(ends).containsOnlyOnce("done");
            boolean withdrawn = ends.get(1).equals("done");
            assertThat(ends.get(withdrawn ? 0 : 1))
                    .startsWith(withdrawn ? "no submission" : "not now withdraw, published");
            assertThat(world.sam().view(id).stage()).isEqualTo(withdrawn ? StageName.WITHDRAWN : StageName.PUBLISHED);
            assertThat(Refusals.told(() -> world.visitor().published(id)).equals("done"))
                    .isEqualTo(!withdrawn);
            assertThat(world.find("\"Taken back " + time + "\"").contains(id)).isEqualTo(!withdrawn);
            assertChained(id);
        }
    }

    @Test
    void ofTwoPanelsOneIsSeated() {
        for (int time = 0; time < TIMES; time++) {
            SubmissionId id = world.submit(Samples.practice("Two panels " + time));
            List<Person> one = List.of(UMA, NOEL, NINA);
            List<Person> other = List.of(ULF, NURI, NINA);

            List<String> ends = atOnce(
                    () -> world.sam().seatPanel(id, World.ids(UMA, NOEL, NINA)),
                    () -> world.as(Samples.BEN, Role.SECRETARIAT).seatPanel(id, World.ids(ULF, NURI, NINA)));

            assertThat(ends).containsOnlyOnce("done").anyMatch(end -> end.startsWith("not now seat-panel, in-review"));
            List<Person> winner = ends.get(0).equals("done") ? one : other;
            assertThat(world.sam().view(id).rounds()).hasSize(1);
            assertThat(world.sam().view(id).rounds().get(0).seats())
                    .extracting(SeatView::person)
                    .containsExactlyElementsOf(winner.stream().map(Person::id).toList());
            world.ana().withdraw(id, "");
        }
    }

    @Test
    void ofTwoReplacementsOfOneSeatOneIsMade() {
        for (int time = 0; time < TIMES; time++) {
            SubmissionId id = world.submit(Samples.practice("Two replacements " + time));
            world.seat(id, UMA, ULF, NINA);

            List<String> ends = atOnce(
                    () -> world.sam().replaceSeat(id, 2, NOEL.id()),
                    () -> world.sam().replaceSeat(id, 2, NURI.id()));

            assertThat(ends).containsOnlyOnce("done").anyMatch(end -> end.startsWith("not now replace-seat"));
            List<SeatView> seats = world.sam().view(id).rounds().get(0).seats();
            assertThat(seats).hasSize(4);
            assertThat(seats.get(3).person()).isEqualTo(ends.get(0).equals("done") ? NOEL.id() : NURI.id());
            world.ana().withdraw(id, "");
        }
    }

    @Test
    void aReviewAndTheReplacementOfItsSeatHaveOneOutcome() {
        for (int time = 0; time < TIMES; time++) {
            SubmissionId id = world.inReview(Samples.practice("Review or replacement " + time));
            ContentDigest digest = world.digest(id);

            List<String> ends = atOnce(
                    () -> world.reviewer(NOEL).review(id, digest, ReviewOutcome.APPROVE, Comments.NONE),
                    () -> world.sam().replaceSeat(id, 2, NURI.id()));

            assertThat(ends).containsOnlyOnce("done");
            List<SeatView> seats = world.sam().view(id).rounds().get(0).seats();
            boolean reviewed = ends.get(0).equals("done");
            assertThat(seats.get(1).state()).isEqualTo(reviewed ? SeatStateName.REVIEWED : SeatStateName.REPLACED);
            assertThat(ends.get(reviewed ? 1 : 0)).startsWith(reviewed ? "not now replace-seat" : "no submission");
            world.ana().withdraw(id, "");
        }
    }

    @Test
    void ofTwoVacanciesFilledWithOnePersonOneIs() {
        for (int time = 0; time < TIMES; time++) {
            SubmissionId id = world.submit(Samples.practice("Twice the same " + time));
            world.seat(id, UMA, NOEL, NINA);
            world.reviewer(NOEL).declineSeat(id, "");
            world.reviewer(NINA).declineSeat(id, "");

            List<String> ends = atOnce(
                    () -> world.sam().fillSeat(id, NURI.id()), () -> world.sam().fillSeat(id, NURI.id()));

            assertThat(ends).containsOnlyOnce("done").anyMatch(end -> end.startsWith("refused"));
            assertThat(world.sam().view(id).rounds().get(0).vacancies()).isEqualTo(1);
            world.ana().withdraw(id, "");
        }
    }

    @Test
    void ofTwoTabsThatSaveADraftTheSecondIsToldThatItIsStale() {
        SubmissionId id = world.ana().saveDraft(Samples.practice("Begun")).id();
        for (int time = 0; time < TIMES; time++) {
            long seen = world.ana().view(id).version();
            ContentItem left = Samples.practice("Left " + time);
            ContentItem right = Samples.practice("Right " + time);

            List<String> ends = atOnce(
                    () -> world.ana().ifVersion(seen).saveDraft(id, left),
                    () -> world.ana().ifVersion(seen).saveDraft(id, right));

            assertThat(ends).containsOnlyOnce("done").anyMatch(end -> end.equals("stale " + seen + ", " + (seen + 1)));
            assertThat(world.ana().draft(id)).isEqualTo(ends.get(0).equals("done") ? left : right);
        }
    }

    @Test
    void ofTwoTabsThatHandInADraftOneDoes() {
        for (int time = 0; time < TIMES; time++) {
            SubmissionId id =
                    world.ana().saveDraft(Samples.practice("Handed in " + time)).id();

            List<String> ends =
                    atOnce(() -> world.ana().submitDraft(id), () -> world.ana().submitDraft(id));

            assertThat(ends).containsOnlyOnce("done").anyMatch(end -> !end.equals("done"));
            assertThat(world.ana().view(id).revision()).isEqualTo(1);
        }
    }

    @Test
    void whoSavesWithoutAVersionIsDecidedAnewAndNoSaveIsLost() {
        SubmissionId id = world.ana().saveDraft(Samples.practice("Begun")).id();
        int many = 8;

        List<String> ends = atOnce(IntStream.range(0, many)
                .mapToObj(each -> (Racing) () -> world.ana().saveDraft(id, Samples.practice("Saved " + each)))
                .toList());

        assertThat(ends).containsOnly("done");
        assertThat(events(id, SubmissionEvent.DraftSaved.class)).hasSize(many + 1);
        assertChained(id);
    }

    @Test
    void aRetractionAndAnUpdatesLastApprovalHaveOneOutcome() {
        for (int time = 0; time < TIMES / 3; time++) {
            SubmissionId id = world.publish(Samples.practice("Public " + time));
            world.ana().revise(id, Samples.practice("Updated " + time));
            world.seat(id, UMA, NOEL, NINA);
            world.accept(id, UMA, NOEL, NINA);
            world.approve(id, UMA, NOEL);
            ContentDigest digest = world.digest(id);

            List<String> ends = atOnce(
                    () -> world.reviewer(NINA).review(id, digest, ReviewOutcome.APPROVE, Comments.NONE),
                    () -> world.sam().retract(id, "Wrong."));

            assertThat(ends.get(1)).isEqualTo("done");
            assertThat(world.visitor().published(id)).isInstanceOf(PublicRecord.Tombstone.class);
            assertThat(world.find("Updated " + time)).doesNotContain(id);
        }
    }

    @Test
    void anErasureAndACorrectionOfOneRecordLeaveItErased() {
        for (int time = 0; time < TIMES; time++) {
            PersonId id = world.keeper().register("Somebody Number " + time, "");

            atOnce(
                    () -> world.keeper().erase(id),
                    () -> world.keeper().updateProfile(id, new Profile("Back again", "back@example.org")),
                    () -> world.keeper().enrol(id, RosterEntry.in(Language.EN)));

            assertThat(world.keeper().person(id).value().profile()).isEqualTo(Profile.ERASED);
            assertThat(world.keeper().person(id).value().roster()).isNull();
        }
    }

    @Test
    void everyAffiliationRecordedAtOnceIsKept() {
        List<String> ends = atOnce(Samples.organisations().stream()
                .map(body -> (Racing) () -> world.keeper().addAffiliation(ANA.id(), body.id(), Sector.NON_UN))
                .toList());

        assertThat(ends).containsOnly("done");
        assertThat(world.keeper().person(ANA.id()).value().affiliations().history())
                .hasSize(1 + Samples.organisations().size());
    }

    @Test
    void whatManySubmitAtOnceIsAllThereUnderDifferentIds() {
        Hub hub = Hub.inMemory();
        ContentItem item = Practice.in(Language.EN).title("At once").build();

        List<String> ends = atOnce(IntStream.range(0, 8)
                .mapToObj(each -> (Racing) () -> {
                    for (int time = 0; time < 25; time++) {
                        hub.as(Actor.contributor(ANA.id())).saveDraft(item);
                    }
                })
                .toList());

        assertThat(ends).containsOnly("done");
        assertThat(hub.as(Actor.contributor(ANA.id()))
                        .mySubmissions(SubmissionQuery.all().limit(SubmissionQuery.MOST)))
                .hasSize(200);
    }

    private interface Racing {
        void run() throws Exception;
    }

    private Racing approval(SubmissionId id, Person person) {
        ContentDigest digest = world.digest(id);
        return () -> world.reviewer(person).review(id, digest, ReviewOutcome.APPROVE, Comments.NONE);
    }

    private <E> List<E> events(SubmissionId id, Class<E> kind) {
        return world.storage().chain(ChainId.of(id), 0, Integer.MAX_VALUE).stream()
                .map(fed -> fed.entry().event())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private void assertChained(SubmissionId id) {
        ChainHead head = ChainHead.empty(ChainId.of(id));
        for (FeedEntry fed : world.storage().chain(ChainId.of(id), 0, Integer.MAX_VALUE)) {
            Entry entry = fed.entry();
            assertThat(entry.follows(head)).isTrue();
            assertThat(entry.isIntact()).isTrue();
            head = entry.head();
        }
        assertThat(world.storage().head(ChainId.of(id))).isEqualTo(head);
    }

    private static List<String> atOnce(Racing... acts) {
        return atOnce(List.of(acts));
    }

    /** Begins all acts at the same moment and says how each ended. */
    private static List<String> atOnce(List<Racing> acts) {
        CyclicBarrier barrier = new CyclicBarrier(acts.size());
        List<Future<String>> running = new ArrayList<>();
        for (Racing act : acts) {
            running.add(THREADS.submit(() -> {
                barrier.await();
                return Refusals.told(act::run);
            }));
        }
        return running.stream().map(RaceTest::end).toList();
    }

    private static String end(Future<String> running) {
        try {
            return running.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("An act came to no end", e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "racer");
        thread.setDaemon(true);
        return thread;
    }
}
