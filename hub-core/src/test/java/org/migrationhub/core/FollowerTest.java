package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.migrationhub.core.kit.Samples.ANA;
import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.UMA;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.notice.Notice;
import org.migrationhub.core.notice.NoticeKind;
import org.migrationhub.core.notice.RecordingNotifier;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.InMemorySearchIndex;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Sort;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.storage.StorageUnavailableException;
import org.migrationhub.core.storage.StorageWrapper;
import org.migrationhub.core.vocabulary.Language;

/** Index and notices follow the journal, whatever fails meanwhile and whoever wrote it. */
class FollowerTest {

    private final FlakyIndex index = new FlakyIndex();
    private final FlakyNotifier notifier = new FlakyNotifier();
    private final World world = World.of(parts -> parts.searchIndex(index).notifier(notifier));

    @Test
    void anIndexThatFailsDoesNotFailTheActAndCatchesUp() {
        index.fail(true);

        SubmissionId id = world.publish(Samples.practice("Unindexed"));
        assertThat(world.readPublic(id).content().title()).isEqualTo("Unindexed");
        assertThat(world.find("unindexed")).isEmpty();
        assertThat(world.hub().isCaughtUp()).isFalse();
        index.fail(false);
        world.hub().follow();

        assertThat(world.hub().isCaughtUp()).isTrue();
        assertThat(world.find("unindexed")).containsExactly(id);
    }

    /** What somebody has kept of what anybody may see is true as long as the state is the same. */
    @Test
    void whatAnybodyMaySeeIsInAnotherStateAfterEachActAndWhenTheIndexHasFollowed() {
        PublicState before = world.hub().publicState();
        assertThat(world.hub().publicState()).isEqualTo(before);
        index.fail(true);
        SubmissionId id = world.publish(Samples.practice("Seen"));
        PublicState unindexed = world.hub().publicState();
        assertThat(unindexed).isNotEqualTo(before);
        index.fail(false);
        world.hub().follow();
        PublicState indexed = world.hub().publicState();
        assertThat(indexed).isNotEqualTo(unindexed);
        world.hub().reindex();
        PublicState rebuilt = world.hub().publicState();
        assertThat(rebuilt).isNotEqualTo(indexed);
        world.sam().retract(id, "A mistake.");
        assertThat(world.hub().publicState()).isNotEqualTo(rebuilt);
    }

    @Test
    void whoeverPublishesFindsItNextAlsoWhereTheFeedIsAMomentBehind() {
        LaggingStorage lagging = new LaggingStorage();
        World behind = World.of(parts -> parts.storage(lagging));
        SubmissionId id = behind.submit(Samples.practice("Published late"));
        behind.seat(id, UMA, NOEL, NINA);
        behind.accept(id, UMA, NOEL, NINA);
        lagging.lag = true;

        behind.approve(id, UMA, NOEL, NINA);

        assertThat(behind.find("late")).containsExactly(id);
    }

    /** What was committed is in the feed when somebody waits for it, and not before. */
    private static final class LaggingStorage extends StorageWrapper {

        private boolean lag;
        private long shown;

        @Override
        public List<FeedEntry> feed(long after, int limit) {
            shown = lag ? shown : inner.end();
            return inner.feed(after, limit).stream()
                    .filter(fed -> fed.position() <= shown)
                    .toList();
        }

        @Override
        public boolean awaitEntry(long after, Duration atMost) {
            shown = inner.end();
            return shown > after;
        }
    }

    @Test
    void anActAsksAStorageThatIsGoneAfterItsCommitOnce() {
        GoneStorage gone = new GoneStorage();
        World world = World.of(parts -> parts.storage(gone));
        SubmissionId id = world.submit(Samples.practice("Published as it went"));
        world.seat(id, UMA, NOEL, NINA);
        world.accept(id, UMA, NOEL, NINA);
        world.approve(id, UMA, NOEL);
        gone.gone = true;

        world.approve(id, NINA);

        assertThat(gone.asked.get()).isEqualTo(1);
        gone.gone = false;
        world.hub().follow();
        assertThat(world.find("went")).containsExactly(id);
    }

    @Test
    void whoWaitsForAnotherThatAsksAStorageThatIsGoneDoesNotAskItToo() throws InterruptedException {
        GoneStorage gone = new GoneStorage();
        World world = World.of(parts -> parts.storage(gone));
        gone.gone = true;
        gone.answers = new CountDownLatch(1);
        Thread first = new Thread(world.hub()::follow);
        Thread second = new Thread(world.hub()::follow);

        first.start();
        gone.isAsked.await();
        second.start();
        while (second.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        gone.answers.countDown();
        first.join();
        second.join();

        assertThat(gone.asked.get()).isEqualTo(1);
    }

    /** Takes commits, but can't be read from while it is gone. */
    private static final class GoneStorage extends StorageWrapper {

        private final AtomicInteger asked = new AtomicInteger();
        private final CountDownLatch isAsked = new CountDownLatch(1);
        private CountDownLatch answers = new CountDownLatch(0);
        private volatile boolean gone;

        @Override
        public List<FeedEntry> feed(long after, int limit) {
            if (gone) {
                refuse();
            }
            return inner.feed(after, limit);
        }

        @Override
        public List<FeedEntry> chain(ChainId chain, long after, int limit) {
            if (gone) {
                refuse();
            }
            return inner.chain(chain, after, limit);
        }

        private void refuse() {
            asked.incrementAndGet();
            isAsked.countDown();
            try {
                answers.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            throw new StorageUnavailableException("Gone.", null);
        }
    }

    @Test
    void anIndexThatFailedCatchesUpWithTheNextAct() {
        index.fail(true);
        SubmissionId id = world.publish(Samples.practice("Unindexed"));
        index.fail(false);

        world.ana().saveDraft(Samples.practice("Something else"));

        assertThat(world.find("unindexed")).containsExactly(id);
    }

    @Test
    void anIndexThatFailsDoesNotHoldUpTheNotices() {
        index.fail(true);
        SubmissionId id = world.publish(Samples.practice("Unindexed"));

        assertThat(notifier.handedOver())
                .anyMatch(notice -> notice.kind() == NoticeKind.PUBLISHED
                        && notice.submission().equals(id));
    }

    @Test
    void aNotifierThatFailsDoesNotFailTheActAndIsToldLater() {
        notifier.failBefore(Integer.MAX_VALUE);
        SubmissionId id = world.publish(Samples.practice("Untold"));
        assertThat(world.find("untold")).containsExactly(id);
        assertThat(notifier.handedOver()).isEmpty();

        notifier.failBefore(0);
        world.hub().follow();

        assertThat(notifier.handedOver())
                .filteredOn(notice -> notice.recipient().equals(ANA.id()))
                .extracting(Notice::kind)
                .containsExactly(NoticeKind.IN_REVIEW, NoticeKind.PUBLISHED);
    }

    @Test
    void whatWasPerhapsToldIsToldAgainWithTheSameIdentity() {
        notifier.failAfter(1);
        SubmissionId id = world.submit(Samples.practice("Told twice"));
        notifier.failAfter(1);
        world.seat(id, UMA, NOEL, NINA);
        world.hub().follow();

        assertThat(notifier.handedOver()).hasSize(8);
        assertThat(notifier.handedOver().subList(4, 8))
                .isEqualTo(notifier.handedOver().subList(0, 4));
        world.hub().follow();
        assertThat(notifier.handedOver()).hasSize(8);
    }

    @Test
    void whatIsToldLateIsStillToldToThoseWhomItConcerned() {
        SubmissionId id = world.publish(Samples.practice("Told late"));
        world.ana().revise(id, Samples.practice("Told late, updated"));
        world.seat(id, UMA, NOEL, NINA);
        notifier.failBefore(Integer.MAX_VALUE);
        world.ana().withdraw(id, "");
        world.ana().revise(id, Samples.practice("Told late, once more"));
        world.seat(id, Samples.ULF, Samples.NURI, NINA);

        notifier.failBefore(0);
        world.hub().follow();

        assertThat(notifier.handedOver())
                .filteredOn(notice -> notice.kind() == NoticeKind.TAKEN_BACK)
                .extracting(Notice::recipient)
                .containsExactlyElementsOf(World.ids(UMA, NOEL, NINA));
    }

    @Test
    void aHitThatIsPublicNoLongerIsNotShown() {
        SubmissionId id = world.publish(Samples.practice("Taken down"));
        SubmissionId other = world.publish(Samples.practice("Taken up"));
        index.fail(true);

        world.sam().retract(id, "Wrong.");

        assertThat(index.search(SearchQuery.of("taken")).hits()).hasSize(2);
        assertThat(world.find("taken")).containsExactly(other);
        assertThat(world.visitor().published(id)).isInstanceOf(PublicRecord.Tombstone.class);
    }

    @Test
    void aHitOfAnOldRevisionShowsWhatIsPublicNow() {
        SubmissionId id = world.publish(Samples.practice("Oldword"));
        world.ana().revise(id, Samples.practice("Newword"));
        world.seat(id, UMA, NOEL, NINA);
        world.accept(id, UMA, NOEL, NINA);
        index.fail(true);
        world.approve(id, UMA, NOEL, NINA);

        SearchResult result = world.visitor().search(SearchQuery.of("oldword"));

        assertThat(result.items()).extracting(item -> item.content().title()).containsExactly("Newword");
    }

    @Test
    void indexingAnewGivesTheSameResults() {
        SubmissionId id = world.publish(Samples.practice("Oldword kept"));
        world.ana().revise(id, Samples.practice("Newword kept"));
        world.seat(id, UMA, NOEL, NINA);
        world.accept(id, UMA, NOEL, NINA);
        world.approve(id, UMA, NOEL, NINA);
        SubmissionId gone = world.publish(Samples.practice("Gone"));
        world.sam().retract(gone, "Wrong.");
        world.publish(Samples.practice());
        world.publish(Samples.resource());
        world.submit(Samples.practice("Never public"));
        SearchQuery everything = SearchQuery.everything().sort(Sort.NEWEST);
        SearchResult before = world.visitor().search(everything);
        assertThat(before.items()).hasSize(3);

        world.hub().reindex();

        assertThat(world.visitor().search(everything)).isEqualTo(before);
        assertThat(world.hub().isCaughtUp()).isTrue();
    }

    @Test
    void whatAHubDidIsFoundByTheNextSearchAtAnotherOnTheSameStorage() {
        RecordingNotifier otherNotifier = new RecordingNotifier();
        Hub other = Hub.builder()
                .storage(world.storage())
                .notifier(otherNotifier)
                .clock(world.clock())
                .build();
        SubmissionId here = world.publish(Samples.practice("Published here"));
        assertThat(other.isCaughtUp()).isFalse();
        assertThat(found(other, "published")).containsExactly(here);

        SubmissionId there = other.as(Actor.contributor(ANA.id()))
                .submit(Samples.practice("Published there"))
                .id();
        world.seat(there, UMA, NOEL, NINA);
        world.accept(there, UMA, NOEL, NINA);
        world.approve(there, UMA, NOEL, NINA);
        other.as(Actor.secretariat(Samples.SAM.id())).retract(here, "Wrong.");

        assertThat(found(other, "published")).containsExactly(there);
        assertThat(world.visitor().search(SearchQuery.of("published")).total()).isEqualTo(1);
        assertThat(world.find("published")).containsExactly(there);
        other.follow();
        assertThat(otherNotifier.toldTo(ANA.id())).contains(NoticeKind.PUBLISHED, NoticeKind.RETRACTED);
    }

    @Test
    void aHubThatFollowsWhenAskedTellsAndIndexesNothingBeforeButASearchFindsWhatIsPublic() {
        RecordingNotifier told = new RecordingNotifier();
        InMemorySearchIndex asked = new InMemorySearchIndex();
        World much = World.of(parts ->
                parts.searchIndex(asked).notifier(told).checkpointEvery(1).followingWhenAsked());
        SubmissionId kept = much.publish(Samples.practice("Kept"));
        SubmissionId taken = much.publish(Samples.practice("Kept for a while"));
        assertThat(asked.position()).isZero();
        assertThat(told.position()).isZero();

        assertThat(much.find("kept")).containsExactlyInAnyOrder(kept, taken);
        much.sam().retract(taken, "A mistake.");

        assertThat(much.find("kept")).containsExactly(kept);
        assertThat(told.position()).isZero();
        much.hub().follow();
        assertThat(much.hub().isCaughtUp()).isTrue();
        assertThat(told.toldTo(ANA.id())).contains(NoticeKind.PUBLISHED, NoticeKind.RETRACTED);
    }

    @Test
    void whereNothingIsNewASearchReadsNothingOfTheJournal() {
        AtomicInteger reads = new AtomicInteger();
        World quiet = World.of(parts -> parts.storage(new StorageWrapper() {
            @Override
            public List<FeedEntry> feed(long after, int limit) {
                reads.incrementAndGet();
                return inner.feed(after, limit);
            }
        }));
        SubmissionId id = quiet.publish(Samples.practice("Found"));
        int before = reads.get();

        assertThat(quiet.find("found")).containsExactly(id);
        assertThat(reads).hasValue(before);
    }

    @Test
    void ofALongJournalASearchHasAPartFollowedOnly() {
        InMemorySearchIndex behind = new InMemorySearchIndex();
        Hub other = Hub.builder().storage(world.storage()).searchIndex(behind).build();
        long begin = behind.position();
        for (int each = 0; each < 2_100; each++) {
            world.keeper().enrol(UMA.id(), RosterEntry.in(Language.EN));
        }

        assertThat(found(other, "anything")).isEmpty();
        assertThat(behind.position()).isEqualTo(begin + 2_000);
    }

    @Test
    @Timeout(20)
    void aSearchIsAnsweredWhileWhatFollowsIsHeldUp() throws InterruptedException {
        SubmissionId id = world.publish(Samples.practice("From before"));
        CountDownLatch applying = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        index.beforeNext(() -> {
            applying.countDown();
            await(answered);
        });
        Thread acting = new Thread(() -> world.submit(Samples.practice("Held up")));
        acting.start();
        await(applying);

        assertThat(world.find("before")).containsExactly(id);

        answered.countDown();
        acting.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anIndexBeginsAnewWhenItsStorageWasPutBack() throws InterruptedException {
        World past = World.standard();
        past.publish(Samples.practice("Kept"));
        world.publish(Samples.practice("Lost"));
        world.publish(Samples.practice("Lost, too"));
        AtomicReference<HubStorage> storage = new AtomicReference<>(world.storage());
        Hub hub = Hub.builder().storage(thatOf(storage)).build();
        assertThat(titles(hub)).containsExactlyInAnyOrder("Lost", "Lost, too");

        IndexDesk desk = hub.as(Actor.administrator(Samples.ADA.id())).index();
        assertThat(desk.state().rebuild()).isNull();

        storage.set(past.storage());
        assertThat(hub.isCaughtUp()).isFalse();
        assertThat(hub.followNext(Duration.ZERO)).isTrue();
        assertThat(desk.state().rebuild())
                .as("whoever looks sees it")
                .isNotNull()
                .satisfies(rebuild -> {
                    assertThat(rebuild.failed()).isFalse();
                    assertThat(rebuild.endedAt()).isNotNull();
                    assertThat(rebuild.reached())
                            .isEqualTo(rebuild.goal())
                            .isEqualTo(past.storage().end());
                });

        assertThat(hub.isCaughtUp()).isTrue();
        assertThat(titles(hub)).containsExactly("Kept");
        assertThat(hub.followNext(Duration.ZERO)).isFalse();
    }

    @Test
    void anIndexBeginsAnewAlsoWhenTheJournalHasGrownSinceItWasPutBack() throws InterruptedException {
        World past = World.standard();
        past.publish(Samples.practice("Kept"));
        world.publish(Samples.practice("Lost"));
        AtomicReference<HubStorage> storage = new AtomicReference<>(world.storage());
        Hub hub = Hub.builder().storage(thatOf(storage)).build();
        past.publish(Samples.practice("Kept, too"));

        storage.set(past.storage());
        assertThat(hub.followNext(Duration.ZERO)).isTrue();

        assertThat(titles(hub)).containsExactlyInAnyOrder("Kept", "Kept, too");
        assertThat(hub.isCaughtUp()).isTrue();
    }

    /** A storage that does what another one does, which can be exchanged while it is in use. */
    private static HubStorage thatOf(AtomicReference<HubStorage> storage) {
        return (HubStorage) Proxy.newProxyInstance(
                HubStorage.class.getClassLoader(), new Class<?>[] {HubStorage.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(storage.get(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static List<String> titles(Hub hub) {
        return hub.as(Actor.visitor()).search(SearchQuery.everything()).items().stream()
                .map(item -> item.content().title())
                .toList();
    }

    @Test
    @Timeout(20)
    void whoWaitsForTheNextFindsWhatAnotherHubDoesMeanwhile() throws Exception {
        Hub other = Hub.builder().storage(world.storage()).clock(world.clock()).build();
        FutureTask<Boolean> waiting = new FutureTask<>(() -> {
            boolean any = false;
            do {
                any |= other.followNext(Duration.ofSeconds(10));
            } while (found(other, "meanwhile").isEmpty());
            return any;
        });
        new Thread(waiting).start();

        world.publish(Samples.practice("Published meanwhile"));

        assertThat(waiting.get()).isTrue();
        assertThat(other.isCaughtUp()).isTrue();
    }

    @Test
    void whoWaitsForTheNextIsToldWhenTheTimeIsOver() throws InterruptedException {
        world.publish(Samples.practice());

        assertThat(world.hub().followNext(Duration.ZERO)).isFalse();
    }

    @Test
    void whoWaitsForTheNextLearnsOfFailuresAndIsHeldUpByNone() throws InterruptedException {
        index.fail(true);
        notifier.failBefore(Integer.MAX_VALUE);
        SubmissionId id = world.publish(Samples.practice("Late"));
        notifier.failBefore(0);

        assertThatThrownBy(() -> world.hub().followNext(Duration.ZERO)).isInstanceOf(IllegalStateException.class);
        assertThat(notifier.handedOver()).isNotEmpty();

        index.fail(false);
        assertThat(world.hub().followNext(Duration.ZERO)).isTrue();
        assertThat(world.find("late")).containsExactly(id);
        assertThat(world.hub().followNext(Duration.ZERO)).isFalse();
    }

    @Test
    void whoWaitsForTheNextLearnsThatNoticesCouldNotBeHandedOver() throws InterruptedException {
        notifier.failBefore(Integer.MAX_VALUE);
        world.publish(Samples.practice());

        assertThatIllegalStateException().isThrownBy(() -> world.hub().followNext(Duration.ZERO));
        notifier.failBefore(0);
        assertThat(world.hub().followNext(Duration.ZERO)).isTrue();
        assertThat(notifier.handedOver()).isNotEmpty();
    }

    @Test
    void actsOfTwoHubsOnOneSubmissionHappenOneAfterTheOther() {
        Hub other = Hub.builder().storage(world.storage()).clock(world.clock()).build();
        SubmissionId id = world.inReview(Samples.practice());

        other.as(Actor.reviewer(UMA.id())).review(id, world.digest(id), ReviewOutcome.APPROVE, Comments.NONE);
        world.approve(id, NOEL, NINA);

        assertThat(other.as(Actor.visitor()).published(id))
                .isEqualTo(world.visitor().published(id));
    }

    @Test
    void aHubThatIsBuiltOnWhatIsThereBeginsCaughtUp() {
        SubmissionId id = world.publish(Samples.practice("From before"));

        Hub later = Hub.builder().storage(world.storage()).build();

        assertThat(later.isCaughtUp()).isTrue();
        assertThat(found(later, "before")).containsExactly(id);
    }

    @Test
    void aHubWhoseIndexFailsAtTheStartIsBuiltAllTheSame() {
        world.publish(Samples.practice("From before"));
        FlakyIndex broken = new FlakyIndex();
        broken.fail(true);

        Hub later = Hub.builder().storage(world.storage()).searchIndex(broken).build();

        assertThat(later.isCaughtUp()).isFalse();
        assertThat(later.as(Actor.visitor()).search(SearchQuery.everything()).items())
                .isEmpty();
    }

    @Test
    void aCheckpointLeavesTheHubCaughtUp() {
        world.ada().journal().checkpoint();

        assertThat(world.hub().isCaughtUp()).isTrue();
    }

    @Test
    void aCheckpointThatTheHubTakesByItselfLeavesItCaughtUp() {
        World often = World.of(parts -> parts.checkpointEvery(1));

        often.submit(Samples.practice());

        assertThat(often.hub().isCaughtUp()).isTrue();
    }

    @Test
    @Timeout(20)
    void searchesGoOnWhileTheIndexIsBuiltAnew() throws InterruptedException {
        for (int each = 0; each < 10; each++) {
            world.publish(Samples.practice("Many " + each));
        }
        CountDownLatch built = new CountDownLatch(1);
        Thread building = new Thread(() -> {
            for (int time = 0; time < 50; time++) {
                world.hub().reindex();
            }
            built.countDown();
        });
        building.start();

        while (!built.await(0, TimeUnit.SECONDS)) {
            assertThat(world.visitor().search(SearchQuery.of("many")).items()).hasSizeLessThanOrEqualTo(10);
        }

        building.join();
        assertThat(world.find("many")).hasSize(10);
    }

    @Test
    void aJournalLongerThanOneBatchIsFollowedToItsEnd() {
        World busy = World.of(parts -> parts.searchIndex(index));
        index.fail(true);
        SubmissionId first = busy.publish(Samples.practice("First of many"));
        for (int each = 0; each < 520; each++) {
            busy.keeper().enrol(UMA.id(), RosterEntry.in(Language.EN));
        }
        SubmissionId last = busy.publish(Samples.practice("Last of many"));
        index.fail(false);

        busy.hub().reindex();

        assertThat(busy.find("of many")).containsExactlyInAnyOrder(first, last);
        assertThat(busy.hub().isCaughtUp()).isTrue();
    }

    @Test
    void aFailureOfTheStorageIsNoAnswerAndChangesNothing() {
        FlakyStorage storage = new FlakyStorage();
        World failing = World.of(parts -> parts.storage(storage));
        SubmissionId id = failing.inReview(Samples.practice());
        failing.approve(id, UMA, NOEL);
        storage.before(commit -> {
            throw new IllegalStateException("The database is gone");
        });

        assertThatIllegalStateException()
                .isThrownBy(() -> failing.approve(id, NINA))
                .withMessage("The database is gone");

        storage.before(commit -> {});
        assertThat(failing.ana().view(id).stage()).isEqualTo(StageName.IN_REVIEW);
        failing.approve(id, NINA);
        assertThat(failing.ana().view(id).stage()).isEqualTo(StageName.PUBLISHED);
    }

    @Test
    void aCheckpointThatFailsDoesNotFailTheAct() {
        FlakyStorage storage = new FlakyStorage();
        World often = World.of(parts -> parts.storage(storage).checkpointEvery(1));
        storage.before(commit -> {
            if (commit instanceof Commit.OfCheckpoint) {
                throw new IllegalStateException("The database is gone");
            }
        });

        assertThat(catchThrowable(() -> often.submit(Samples.practice()))).isNull();
    }

    @Test
    void anActThatWasDecidedOnWhatHasChangedIsDecidedAnew() {
        FlakyStorage storage = new FlakyStorage();
        World raced = World.of(parts -> parts.storage(storage));
        SubmissionId id = raced.submit(Samples.practice());
        raced.seat(id, UMA, NOEL, NINA);
        storage.beforeNext(() -> raced.ana().saveDraft(id, Samples.practice("Meanwhile")));

        raced.accept(id, UMA);

        assertThat(raced.reviewer(UMA).content(id)).isEqualTo(Samples.practice());
        assertThat(raced.ana().draft(id).title()).isEqualTo("Meanwhile");
    }

    @Test
    void anActWhoseActorLostTheRightMeanwhileIsNotDone() {
        FlakyStorage storage = new FlakyStorage();
        World raced = World.of(parts -> parts.storage(storage));
        SubmissionId id = raced.submit(Samples.practice());
        raced.seat(id, UMA, NOEL, NINA);
        storage.beforeNext(() -> raced.sam().replaceSeat(id, 2, Samples.NURI.id()));

        assertThat(Refusals.told(() -> raced.accept(id, NOEL))).startsWith("no submission");
    }

    @Test
    void anActThatWasAskedForAtAVersionIsNotDecidedAnew() {
        FlakyStorage storage = new FlakyStorage();
        World raced = World.of(parts -> parts.storage(storage));
        SubmissionId id = raced.ana().saveDraft(Samples.practice("One")).id();
        long seen = raced.ana().view(id).version();
        storage.beforeNext(() -> raced.ana().saveDraft(id, Samples.practice("Two")));

        assertThat(Refusals.told(() -> raced.ana().ifVersion(seen).saveDraft(id, Samples.practice("Three"))))
                .startsWith("stale " + seen);
        assertThat(raced.ana().draft(id).title()).isEqualTo("Two");
    }

    @Test
    @Timeout(20)
    void twoBodiesThatBecomePartOfEachOtherAtOnceHoldNobodyUp() {
        FlakyStorage storage = new FlakyStorage();
        World raced = World.of(parts -> parts.storage(storage));
        storage.beforeNext(() -> raced.keeper().updateOrganisation(partOf(Samples.CITY, Samples.UNIVERSITY)));
        Refusals.told(() -> raced.keeper().updateOrganisation(partOf(Samples.UNIVERSITY, Samples.CITY)));

        assertThat(raced.submit(Samples.practice())).isNotNull();
        Refusals.told(() -> raced.keeper().updateOrganisation(partOf(Samples.ASSOCIATION, Samples.CITY)));
        assertThat(raced.sam().candidates(raced.submit(Samples.practice("Two")), PersonQuery.roster()))
                .isNotEmpty();
    }

    private static Organisation partOf(Organisation body, Organisation wider) {
        return new Organisation(body.id(), body.name(), body.aliases(), Sector.NON_UN, wider.id());
    }

    private static List<SubmissionId> found(Hub hub, String words) {
        return hub.as(Actor.visitor()).search(SearchQuery.of(words)).items().stream()
                .map(PublicRecord::id)
                .toList();
    }
}
