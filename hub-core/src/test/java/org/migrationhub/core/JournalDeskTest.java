package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.UMA;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Checkpoint;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.Fault;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.journal.JournalVerifier;
import org.migrationhub.core.journal.Verification;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;

/** The journal as the facade writes it: entries for every act, checkpoints when it is time, an export that proves itself. */
class JournalDeskTest {

    private final World world = World.standard();
    private final JournalDesk journal = world.ada().journal();

    @Test
    void everyActIsInTheJournalWithWhoDidItAndWhen() {
        SubmissionId id = world.publish(Samples.practice());

        List<Entry> entries = world.sam().journal(id, 0, 100);

        assertThat(entries)
                .extracting(entry -> entry.event().getClass().getSimpleName() + " by "
                        + entry.actor().person())
                .containsExactly(
                        "Started by ana",
                        "DraftSaved by ana",
                        "RevisionSubmitted by ana",
                        "RoundOpened by sam",
                        "SeatAccepted by uma",
                        "SeatAccepted by noel",
                        "SeatAccepted by nina",
                        "Reviewed by uma",
                        "Reviewed by noel",
                        "Reviewed by nina",
                        "Judged by nina");
        assertThat(entries).extracting(Entry::at).containsOnly(Samples.NOW);
        assertThat(entries).allMatch(Entry::isIntact);
    }

    @Test
    void whatIsRefusedLeavesNoTrace() {
        SubmissionId id = world.submit(Samples.practice());
        long before = world.storage().head(ChainId.of(id)).sequence();

        Refusals.told(() -> world.seat(id, UMA));
        Refusals.told(() -> world.sam().closeRound(id));
        Refusals.told(() -> world.reviewer(NINA).acceptSeat(id));

        assertThat(world.storage().head(ChainId.of(id)).sequence()).isEqualTo(before);
    }

    @Test
    void instantsAreInWholeMicroseconds() {
        world.clock().set(Instant.parse("2026-03-02T09:00:00.123456789Z"));
        SubmissionId id = world.submit(Samples.practice());

        assertThat(world.sam().journal(id, 0, 100))
                .extracting(Entry::at)
                .containsOnly(Instant.parse("2026-03-02T09:00:00.123456Z"));
        assertThat(world.ana().view(id).startedAt().truncatedTo(ChronoUnit.MICROS))
                .isEqualTo(world.ana().view(id).startedAt());
    }

    @Test
    void aClockThatIsSetBackRevivesNothingAndReordersNothing() {
        SubmissionId id = world.inReview(Samples.practice());
        world.approve(id, UMA, NOEL);
        world.clock().set(Samples.NOW.minus(400, ChronoUnit.DAYS));

        world.ana().withdraw(id, "");

        assertThat(Refusals.told(() -> world.approve(id, NINA))).startsWith("no submission");
        assertThat(world.sam().journal(id, 0, 100)).extracting(Entry::sequence).isSorted();
        assertThat(world.sam().journal(id, 0, 100).get(9).event()).isInstanceOf(SubmissionEvent.Withdrawn.class);
    }

    @Test
    void theWordsOfActsAreReadWithTheJournalHoweverLongAgoTheyWere() {
        SubmissionId id = world.publish(Samples.practice());
        world.ana().revise(id, Samples.practice("Sooner"));
        world.ana().withdraw(id, "Too early.");
        world.ana().revise(id, Samples.practice("Later"));
        world.sam().decline(id, "Too late.");
        List<Entry> entries = world.sam().journal(id, 0, 100);

        assertThat(world.sam().words(id, entries).values()).containsExactly("Too early.", "Too late.");
        assertThat(world.sam().words(world.publish(Samples.practice("Another")), entries))
                .isEmpty();
    }

    @Test
    void theFeedIsReadInPagesWithoutMissingAnything() {
        world.publish(Samples.practice());
        List<FeedEntry> all = journal.feed(0, 1000);

        List<FeedEntry> first = journal.feed(0, 7);
        List<FeedEntry> rest = journal.feed(first.get(6).position(), 1000);

        assertThat(first).isEqualTo(all.subList(0, 7));
        assertThat(rest).isEqualTo(all.subList(7, all.size()));
        assertThat(journal.feed(all.get(all.size() - 1).position(), 10)).isEmpty();
        assertThat(journal.feed(0, 0)).hasSize(1);
        assertThat(journal.feed(0, Integer.MAX_VALUE)).isEqualTo(all);
    }

    @Test
    void aCheckpointPinsAllThatHasGrownSinceTheLast() {
        SubmissionId id = world.submit(Samples.practice());
        journal.checkpoint();
        world.ana().withdraw(id, "");

        ChainHead head = journal.checkpoint();

        assertThat(head.chain()).isEqualTo(ChainId.CHECKPOINTS);
        assertThat(head.sequence()).isEqualTo(2);
        Checkpoint last = (Checkpoint)
                world.storage().chain(ChainId.CHECKPOINTS, 1, 1).get(0).entry().event();
        assertThat(last.heads()).containsOnlyKeys(ChainId.of(id));
        assertThat(last.heads().get(ChainId.of(id))).isEqualTo(world.storage().head(ChainId.of(id)));
    }

    @Test
    void aCheckpointOfNothingNewIsTheLastOne() {
        world.submit(Samples.practice());
        ChainHead first = journal.checkpoint();

        assertThat(journal.checkpoint()).isEqualTo(first);
        assertThat(world.storage().head(ChainId.CHECKPOINTS)).isEqualTo(first);
    }

    @Test
    void aCheckpointOfAnEmptyJournalIsNone() {
        World empty = World.empty(parts -> parts);

        assertThat(empty.ada().journal().checkpoint()).isEqualTo(ChainHead.empty(ChainId.CHECKPOINTS));
    }

    @Test
    void theHubTakesACheckpointAfterSoManyEntries() {
        World often = World.of(parts -> parts.checkpointEvery(5));
        long before = checkpoints(often);

        SubmissionId id = often.submit(Samples.practice());
        often.seat(id, UMA, NOEL, NINA);
        often.accept(id, UMA, NOEL, NINA);
        often.approve(id, UMA, NOEL, NINA); // eleven entries by now

        assertThat(checkpoints(often) - before).isEqualTo(2);
        assertThat(often.storage().chain(ChainId.CHECKPOINTS, 0, 99))
                .extracting(fed -> fed.entry().actor())
                .containsOnly(Actor.visitor());
    }

    @Test
    void aHubGoesOnCountingWhereTheOneBeforeItEnded() {
        World first = World.of(parts -> parts);
        long without = first.storage().end();
        Hub next = Hub.builder()
                .storage(first.storage())
                .clock(first.clock())
                .checkpointEvery((int) without + 3)
                .build();
        Desk ana = next.as(Actor.contributor(Samples.ANA.id()));

        ana.saveDraft(Samples.practice()); // two entries
        assertThat(checkpoints(first)).isZero();
        ana.saveDraft(Samples.practice("Another"));
        assertThat(checkpoints(first)).isEqualTo(1);
    }

    @Test
    void whoeverLooksAfterAHubMayPinWhatHasGrown() {
        world.hub().checkpoint();
        ChainHead first = world.storage().head(ChainId.CHECKPOINTS);
        world.hub().checkpoint();

        assertThat(first.sequence()).isEqualTo(1);
        assertThat(world.storage().head(ChainId.CHECKPOINTS)).isEqualTo(first);
    }

    @Test
    void thatAnotherHubWasFasterToPinWhatHasGrownIsNoFailure() {
        FlakyStorage storage = new FlakyStorage();
        World raced = World.of(parts -> parts.storage(storage));
        storage.beforeNext(() -> raced.ada().journal().checkpoint());

        raced.hub().checkpoint();

        assertThat(storage.head(ChainId.CHECKPOINTS).sequence()).isEqualTo(1);
    }

    @Test
    void unlessSaidACheckpointComesAfterAThousandEntries() {
        assertThat(checkpoints(world)).isZero();
    }

    @Test
    void aCheckpointAfterNoEntriesIsNoSetting() {
        assertThatIllegalArgumentException().isThrownBy(() -> Hub.builder().checkpointEvery(0));
    }

    @Test
    void ofTwoCheckpointsTakenAtOnceOneIsTaken() {
        FlakyStorage storage = new FlakyStorage();
        World raced = World.of(parts -> parts.storage(storage));
        storage.beforeNext(() -> raced.ada().journal().checkpoint());

        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> raced.ada().journal().checkpoint())
                .satisfies(thrown -> assertThat(thrown.kind()).isEqualTo("checkpoints"));
        assertThat(storage.head(ChainId.CHECKPOINTS).sequence()).isEqualTo(1);
    }

    @Test
    void aCheckpointThatAnotherHubTookAtOnceFailsNoAct() {
        FlakyStorage storage = new FlakyStorage();
        World raced = World.of(parts -> parts.storage(storage).checkpointEvery(3));
        Hub other = Hub.builder().storage(storage).clock(raced.clock()).build();
        storage.before(commit -> {
            if (commit.expected().chain().equals(ChainId.CHECKPOINTS)) {
                storage.before(later -> {});
                other.as(Actor.administrator(Samples.ADA.id())).journal().checkpoint();
            }
        });

        SubmissionId id = raced.publish(Samples.practice());

        assertThat(raced.readPublic(id).id()).isEqualTo(id);
    }

    @Test
    void theExportIsSoundAndReplays() throws IOException {
        World often = World.of(parts -> parts.checkpointEvery(7));
        aLotHappens(often);
        ChainHead kept = often.ada().journal().checkpoint();
        StringBuilder lines = new StringBuilder();

        long count = often.ada().journal().export(lines);
        Verification found = new JournalVerifier()
                .replaying(Policies.presets())
                .expecting(kept.hash())
                .verify(lines.toString().lines());

        assertThat(found.fault()).isEmpty();
        assertThat(found.entries())
                .isEqualTo(count)
                .isEqualTo(lines.toString().lines().count());
        assertThat(found.checkpoint()).isEqualTo(kept);
        assertThat(found.unpinned()).isZero();
        assertThat(found.submissions()).isEqualTo(3);
    }

    @Test
    void anAlteredExportIsNotSound() throws IOException {
        aLotHappens(world);
        journal.checkpoint();
        StringBuilder lines = new StringBuilder();
        journal.export(lines);

        String forged = lines.toString().replaceFirst("\"request-changes\"", "\"approve\"");
        Verification found = new JournalVerifier().verify(forged.lines());

        assertThat(forged).isNotEqualTo(lines.toString());
        assertThat(found.fault()).map(Fault::code).contains(Fault.Code.ALTERED);
    }

    @Test
    void anExportThatCannotBeWrittenSaysSo() {
        Appendable full = new Appendable() {
            @Override
            public Appendable append(CharSequence text) throws IOException {
                throw new IOException("The disk is full");
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) throws IOException {
                throw new IOException("The disk is full");
            }

            @Override
            public Appendable append(char character) throws IOException {
                throw new IOException("The disk is full");
            }
        };

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> journal.export(full));
    }

    @Test
    void theJournalNamesNobodyAndQuotesNobody() throws IOException {
        SubmissionId id = world.inReview(Samples.practice());
        world.review(id, UMA, ReviewOutcome.DECLINE, Comments.toSubmitter("canary-comment"));
        world.reviewer(NOEL).recuse(id, "canary-reason");
        world.ana().withdraw(id, "canary-withdrawal");
        StringBuilder lines = new StringBuilder();

        journal.export(lines);

        assertThat(lines).doesNotContain("canary", "@example.org", "Uma Sample", "Ana Sample", "information desk");
    }

    private static void aLotHappens(World world) {
        SubmissionId id = world.inReview(Samples.practice());
        world.refuse(id, UMA);
        world.reviewer(NOEL).recuse(id, "My cousin.");
        world.sam().fillSeat(id, Samples.NURI.id());
        world.sam().closeRound(id);
        world.ana()
                .revise(
                        id,
                        Samples.practice().toBuilder()
                                .title("Sample: told better")
                                .build());
        SubmissionId published = world.publish(Samples.practice("Another"));
        world.ana().revise(published, Samples.practice("Another, updated"));
        world.sam().retract(published, "Wrong.");
        world.ana().saveDraft(Samples.resource());
        world.keeper().erase(Samples.BEN.id());
    }

    private static long checkpoints(World world) {
        return world.storage().head(ChainId.CHECKPOINTS).sequence();
    }
}
