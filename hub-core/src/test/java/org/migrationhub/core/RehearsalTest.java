package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.core.kit.Samples.ANA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.SAM;
import static org.migrationhub.core.kit.Samples.UMA;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;

/** Acts that are tried. */
class RehearsalTest {

    private static final List<Actor> ACTORS = List.of(
            Actor.visitor(),
            Actor.contributor(ANA.id()),
            Actor.secretariat(SAM.id()),
            Actor.administrator(Samples.ADA.id()),
            Actor.reviewer(UMA.id()),
            Actor.reviewer(NOEL.id()));

    private final World world = World.standard();

    @TestFactory
    Stream<DynamicTest> whateverIsTriedEndsAsItDoesWhenItIsDone() {
        return Stream.of(WhoMayTest.At.values())
                .flatMap(at -> EveryAct.onItem().entrySet().stream()
                        .map(act -> DynamicTest.dynamicTest(
                                at + " " + act.getKey(), () -> assertTriedAsDone(at, act.getValue()))));
    }

    private static void assertTriedAsDone(WhoMayTest.At at, EveryAct.OnItem act) {
        World world = World.standard();
        SubmissionId id = at.in(world);
        long end = world.storage().end();
        List<String> tried = new ArrayList<>();
        for (Actor actor : ACTORS) {
            tried.add(Refusals.told(() -> act.by(world.hub().rehearsal().as(actor), id)));
        }
        assertThat(world.storage().end()).isEqualTo(end);
        for (int index = 0; index < tried.size(); index++) { // first whoever changes nothing
            Actor actor = ACTORS.get(index);
            if (!tried.get(index).equals("done")) {
                assertThat(Refusals.told(() -> act.by(world.hub().as(actor), id)))
                        .isEqualTo(tried.get(index));
            }
        }
        int who = tried.indexOf("done");
        if (who >= 0) {
            assertThat(Refusals.told(() -> act.by(world.hub().as(ACTORS.get(who)), id)))
                    .isEqualTo("done");
        }
    }

    @Test
    void whatWouldBecomeOfItIsShownAndNotKept() {
        SubmissionId id = world.inReview(Samples.practice());
        world.approve(id, NOEL, Samples.NINA);
        ContentDigest digest = ContentDigest.of(Samples.practice());
        Desk tries = world.hub().rehearsal().as(Actor.reviewer(UMA.id()));

        SubmissionView shown = tries.review(id, digest, ReviewOutcome.APPROVE, Comments.NONE);

        assertThat(shown.stage()).isEqualTo(StageName.PUBLISHED);
        assertThat(world.sam().view(id).stage()).isEqualTo(StageName.IN_REVIEW);
        assertThat(world.find("sample")).doesNotContain(id);
        assertThat(world.reviewer(UMA)
                        .review(id, digest, ReviewOutcome.APPROVE, Comments.NONE)
                        .stage())
                .isEqualTo(StageName.PUBLISHED);
    }

    @Test
    void withinARehearsalOneActFollowsFromTheOther() {
        Desk ana = world.hub().rehearsal().as(Actor.contributor(ANA.id()));

        SubmissionView draft = ana.saveDraft(Samples.practice("Only tried"));

        assertThat(ana.submitDraft(draft.id()).stage()).isEqualTo(StageName.SUBMITTED);
        assertThat(Refusals.told(() -> world.ana().view(draft.id()))).startsWith("no submission");
    }

    @Test
    void everyActOnTheHubIsTriedWithoutATrace() {
        long end = world.storage().end();
        for (Actor actor : ACTORS) {
            EveryAct.onHub().forEach((name, act) -> {
                String tried =
                        Refusals.told(() -> act.by(world.hub().rehearsal().as(actor)));
                assertThat(tried).as(name).isNotEmpty();
                assertThat(world.storage().end()).as(name).isEqualTo(end);
            });
        }
    }

    @Test
    void aFileThatIsTriedIsInspectedAndNotKept() throws IOException {
        byte[] bytes = {'T', 'r', 'i', 'e', 'd'};
        Desk ana = world.hub().rehearsal().as(Actor.contributor(ANA.id()));

        Attachment file = ana.upload("tried.txt", "", new ByteArrayInputStream(bytes));

        assertThat(file.size()).isEqualTo(bytes.length);
        assertThat(world.storage().attachment(file.sha256())).isEmpty();
        assertThat(Refusals.codes(() -> ana.upload("tried.pdf", "", new ByteArrayInputStream(bytes))))
                .containsExactly("attachment.content-mismatch");
    }

    @Test
    void aFileThatIsOnlyLookedAtInATrialStaysNoLongerThanItWouldHave() {
        byte[] bytes = {'T', 'r', 'i', 'e', 'd'};
        Attachment file = world.upload("tried.txt", bytes);
        world.clock().advance(Duration.ofHours(23));
        Desk ana = world.hub().rehearsal().as(Actor.contributor(ANA.id()));
        ana.check(Samples.practice("Only tried").toBuilder().attachment(file).build());

        world.clock().advance(Duration.ofHours(2));
        world.hub().sweepAttachments(Duration.ofHours(24));

        assertThat(world.storage().attachment(file.sha256())).isEmpty();
    }

    // Ids and versions that whoever asks has said.

    @Test
    void whatIsCreatedHasTheIdThatWasGiven() {
        String id = world.hub().newId();

        assertThat(world.ana().creating(id).submit(Samples.practice()).id().value())
                .isEqualTo(id);
        assertThat(Refusals.told(() -> world.ana().creating(id).submit(Samples.practice())))
                .startsWith("stale 0");
        String body = world.hub().newId();
        assertThat(world.sam()
                        .creating(body)
                        .people()
                        .addOrganisation("A new body", Sector.UN)
                        .value())
                .isEqualTo(body);
    }

    @Test
    void aRecordIsChangedOnlyAtTheVersionThatWasSaid() {
        long seen = world.sam().people().person(UMA.id()).head().sequence();
        Profile profile = new Profile("Uma Sample", "");

        assertThat(Refusals.told(() -> world.sam().ifVersion(seen + 1).people().updateProfile(UMA.id(), profile)))
                .isEqualTo("stale %d, %d".formatted(seen + 1, seen));
        world.sam().people().ifVersion(seen).updateProfile(UMA.id(), profile);
        assertThat(world.sam().people().person(UMA.id()).value().profile()).isEqualTo(profile);
        assertThat(Refusals.told(() -> world.sam().ifVersion(-1).people().updateOrganisation(Samples.CITY)))
                .startsWith("stale -1");
    }
}
