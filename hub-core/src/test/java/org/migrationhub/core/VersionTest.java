package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.UMA;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;

/** Acts that are done only to what the actor has seen. */
class VersionTest {

    private final World world = World.standard();

    @Test
    void anActOnWhatTheActorHasSeenIsDone() {
        SubmissionView seen = world.ana().saveDraft(Samples.practice("One"));

        SubmissionView saved = world.ana().ifVersion(seen.version()).saveDraft(seen.id(), Samples.practice("Two"));

        assertThat(saved.version()).isGreaterThan(seen.version());
        assertThat(world.ana().draft(seen.id()).title()).isEqualTo("Two");
    }

    @Test
    void anActOnWhatHasChangedSinceIsNotDone() {
        SubmissionView seen = world.ana().saveDraft(Samples.practice("One"));
        world.ana().saveDraft(seen.id(), Samples.practice("Two"));
        long now = world.ana().view(seen.id()).version();

        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> world.ana().ifVersion(seen.version()).saveDraft(seen.id(), Samples.practice("Three")))
                .satisfies(thrown -> {
                    assertThat(thrown.kind()).isEqualTo("submission");
                    assertThat(thrown.id()).isEqualTo(seen.id().value());
                    assertThat(thrown.expected()).isEqualTo(seen.version());
                    assertThat(thrown.actual()).isEqualTo(now);
                });
        assertThat(world.ana().draft(seen.id()).title()).isEqualTo("Two");
        assertThat(world.ana().view(seen.id()).version()).isEqualTo(now);
    }

    @Test
    void nobodyIsKeptFromActingByWhoeverWritesOnTheirDraft() {
        SubmissionId id = world.submit(Samples.practice("One"));
        world.seat(id, UMA, NOEL, NINA);
        long ofSecretariat = world.sam().view(id).version();
        long ofReviewer = world.reviewer(UMA).view(id).version();

        for (int save = 0; save < 10; save++) {
            world.ana().saveDraft(id, Samples.practice("Draft " + save));
        }

        assertThat(world.sam().view(id).version()).isEqualTo(ofSecretariat);
        world.reviewer(UMA).ifVersion(ofReviewer).acceptSeat(id);
        world.reviewer(NOEL).acceptSeat(id);
        world.sam().ifVersion(world.sam().view(id).version()).replaceSeat(id, 3, Samples.NURI.id());
    }

    @Test
    void aVersionThatNeverWasIsStaleToo() {
        SubmissionId id = world.submit(Samples.practice());

        for (long version : new long[] {Long.MIN_VALUE, -1, 0, 99, Long.MAX_VALUE}) {
            assertThat(Refusals.told(() -> world.ana().ifVersion(version).withdraw(id, "")))
                    .startsWith("stale " + version);
        }
    }

    @ParameterizedTest
    @MethodSource("acts")
    void everyActAsksForTheVersion(String name) {
        SubmissionId id = WhoMayTest.At.IN_REVIEW.in(world);

        List<String> told = Stream.of(world.ana(), world.sam(), world.reviewer(NOEL))
                .map(desk -> Refusals.told(() -> EveryAct.onItem().get(name).by(desk.ifVersion(-1), id)))
                .toList();

        assertThat(told).filteredOn(each -> each.startsWith("stale -1")).hasSize(1);
        assertThat(told).filteredOn(each -> each.startsWith("forbidden")).hasSize(2);
    }

    static Stream<String> acts() {
        return EveryAct.onItem().keySet().stream()
                .dropWhile(name -> !name.equals("save-draft"))
                .filter(name -> !name.equals("discard-typed")); // nothing was typed
    }

    @Test
    void aDeskWithAVersionLeavesTheOtherAsItWas() {
        SubmissionId id = world.submit(Samples.practice());
        Desk ana = world.ana();
        assertThat(ana.ifVersion(1)).isNotSameAs(ana);

        assertThat(ana.revise(id, Samples.practice("Revised")).revision()).isEqualTo(2);
    }

    @Test
    void readingAsksForNoVersion() {
        SubmissionId id = world.submit(Samples.practice());

        assertThat(world.ana().ifVersion(-1).view(id).id()).isEqualTo(id);
        assertThat(world.ana().ifVersion(-1).content(id)).isEqualTo(Samples.practice());
    }

    @Test
    void whoeverMayNotKnowIsToldNothingOfTheVersion() {
        SubmissionId id = world.submit(Samples.practice());

        assertThat(Refusals.told(() -> world.reviewer(NINA).ifVersion(-1).acceptSeat(id)))
                .startsWith("no submission");
    }

    @Test
    void withoutAVersionAnActIsDecidedOnWhatIsThere() {
        SubmissionId id = world.inReview(Samples.practice());
        Desk uma = world.reviewer(UMA);
        ContentDigest digest = ContentDigest.of(Samples.practice());

        world.approve(id, NOEL, NINA);

        assertThat(uma.review(id, digest, ReviewOutcome.APPROVE, Comments.NONE).stage())
                .isEqualTo(StageName.PUBLISHED);
    }
}
