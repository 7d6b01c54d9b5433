package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.NURI;
import static org.migrationhub.core.kit.Samples.ULF;
import static org.migrationhub.core.kit.Samples.UMA;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.error.HubException;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.PolicyRef;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.SearchQuery;

/** What is public stays so, and exactly so, until a panel lets the next revision through or it is taken down. */
class UpdateTest {

    private static final ContentItem FIRST = Samples.practice("Oldword desk");
    private static final ContentItem SECOND = Samples.practice("Newword desk");

    private final World world = World.standard();
    private final SubmissionId id = world.publish(FIRST);

    @Test
    void thePublicSeesTheOldRevisionUntilTheNextIsApproved() {
        assertThat(world.ana().revise(id, SECOND).stage()).isEqualTo(StageName.UPDATE_SUBMITTED);
        onlyTheFirstIsPublic();
        world.seat(id, ULF, NOEL, NURI);
        assertThat(world.ana().view(id).stage()).isEqualTo(StageName.UPDATE_IN_REVIEW);
        onlyTheFirstIsPublic();
        world.accept(id, ULF, NOEL, NURI);
        world.approve(id, ULF, NOEL);
        onlyTheFirstIsPublic();
        world.clock().advance(Duration.ofDays(9));
        world.approve(id, NURI);

        assertThat(world.readPublic(id).content()).isEqualTo(SECOND);
        assertThat(world.readPublic(id).revision()).isEqualTo(2);
        assertThat(world.find("newword")).containsExactly(id);
        assertThat(world.find("oldword")).isEmpty();
    }

    @Test
    void eachVersionTellsHowItWasReviewed() {
        world.clock().advance(Duration.ofDays(9));
        world.ana().revise(id, SECOND);
        world.seat(id, UMA, ULF, NURI);
        world.accept(id, UMA, ULF, NURI);
        world.approve(id, UMA, ULF, NURI);

        PolicyRef policy = ReviewPolicy.GCM_2022.ref();
        assertThat(world.readPublic(id).versions())
                .containsExactly(
                        new PublicRecord.Version(
                                1,
                                ContentDigest.of(FIRST),
                                new PublicRecord.HowReviewed(policy, 3, 1, 2, LocalDate.of(2026, 3, 2))),
                        new PublicRecord.Version(
                                2,
                                ContentDigest.of(SECOND),
                                new PublicRecord.HowReviewed(policy, 3, 2, 1, LocalDate.of(2026, 3, 11))));
    }

    @Test
    void aRevisionThatWasNotPublishedIsInNoListOfVersions() {
        world.ana().revise(id, SECOND);
        world.ana().revise(id, Samples.practice("Third"));
        world.seat(id, UMA, NOEL, NINA);
        world.accept(id, UMA, NOEL, NINA);
        world.approve(id, UMA, NOEL, NINA);

        assertThat(world.readPublic(id).versions())
                .extracting(PublicRecord.Version::revision)
                .containsExactly(1, 3);
    }

    @Test
    void aWorkingCopyOfWhatIsPublicIsSeenByNobodyElse() {
        world.ana().saveDraft(id, SECOND);

        onlyTheFirstIsPublic();
        assertThat(world.ana().view(id).stage()).isEqualTo(StageName.PUBLISHED);
        assertThat(world.sam().content(id)).isEqualTo(FIRST);
        assertThat(world.sam().view(id).title()).isEqualTo("Oldword desk");
        assertThat(Refusals.told(() -> world.sam().draft(id))).startsWith("forbidden");
        assertThat(Refusals.told(() -> world.ada().draft(id))).startsWith("forbidden");
    }

    @Test
    void anUpdateIsTakenBackAndTheOldRevisionStays() {
        world.ana().revise(id, SECOND);
        assertThat(world.ana().withdraw(id, "Too early.").stage()).isEqualTo(StageName.PUBLISHED);
        onlyTheFirstIsPublic();

        world.ana().revise(id, Samples.practice("Third"));
        world.seat(id, UMA, NOEL, NINA);
        world.accept(id, UMA, NOEL, NINA);
        world.approve(id, UMA, NOEL);
        assertThat(world.ana().withdraw(id, "").stage()).isEqualTo(StageName.PUBLISHED);
        assertThat(Refusals.told(() -> world.approve(id, NINA))).startsWith("not now review, published");
        onlyTheFirstIsPublic();
    }

    @Test
    void anUpdateThatWasTakenBackCanBeHandedInAgain() {
        world.ana().revise(id, SECOND);
        world.ana().withdraw(id, "Too early.");

        assertThat(Refusals.told(() -> world.ana().revise(id, SECOND))).isEqualTo("done");
    }

    @Test
    void anUpdateThatIsDeclinedLeavesTheOldRevisionPublic() {
        world.ana().revise(id, SECOND);
        assertThat(world.sam().decline(id, "This is another practice.").stage()).isEqualTo(StageName.PUBLISHED);
        onlyTheFirstIsPublic();

        world.ana().revise(id, Samples.practice("Third"));
        world.seat(id, UMA, NOEL, NINA);
        world.accept(id, UMA, NOEL, NINA);
        world.review(id, UMA, ReviewOutcome.DECLINE, World.MEND);
        world.review(id, NOEL, ReviewOutcome.DECLINE, World.MEND);
        assertThat(world.review(id, NINA, ReviewOutcome.DECLINE, World.MEND).stage())
                .isEqualTo(StageName.PUBLISHED);
        onlyTheFirstIsPublic();
        assertThat(world.ana().view(id).possible()).contains(Act.REVISE);
    }

    @Test
    void theSubmitterReadsWhyAnUpdateWasDeclinedAtScreening() {
        world.ana().revise(id, SECOND);
        world.sam().decline(id, "This is another practice.");

        assertThat(world.ana().view(id).note()).isEqualTo("This is another practice.");
    }

    @Test
    void theSecretariatReadsWhyAnUpdateWasTakenBack() {
        world.ana().revise(id, SECOND);
        world.ana().withdraw(id, "Too early.");

        assertThat(world.sam().view(id).note()).isEqualTo("Too early.");
    }

    @Test
    void anUpdateThatIsSentBackLeavesTheOldRevisionPublicAndGoesOnWithItsPanel() {
        world.ana().revise(id, SECOND);
        world.seat(id, ULF, NOEL, NURI);
        world.accept(id, ULF, NOEL, NURI);
        world.approve(id, ULF, NOEL);
        world.refuse(id, NURI);
        assertThat(world.ana().view(id).stage()).isEqualTo(StageName.UPDATE_CHANGES_REQUESTED);
        onlyTheFirstIsPublic();

        assertThat(world.ana().revise(id, Samples.practice("Third")).stage()).isEqualTo(StageName.UPDATE_IN_REVIEW);
        onlyTheFirstIsPublic();
        world.approve(id, ULF, NOEL, NURI);

        assertThat(world.readPublic(id).revision()).isEqualTo(3);
    }

    @Test
    void anUpdateThatIsReturnedAtScreeningIsScreenedAgain() {
        world.ana().revise(id, SECOND);
        world.sam().returnToSubmitter(id, "Who paid for it?");
        assertThat(world.ana().view(id).note()).isEqualTo("Who paid for it?");
        onlyTheFirstIsPublic();

        assertThat(world.ana().revise(id, Samples.practice("Third")).stage()).isEqualTo(StageName.UPDATE_SUBMITTED);
    }

    @Test
    void anUpdateBackToWhatIsPublicIsReviewedLikeAnyOther() {
        world.ana().revise(id, SECOND);
        world.ana().revise(id, FIRST);
        world.seat(id, UMA, NOEL, NINA);
        world.accept(id, UMA, NOEL, NINA);
        assertThat(world.readPublic(id).revision()).isEqualTo(1);

        world.approve(id, UMA, NOEL, NINA);

        assertThat(world.readPublic(id).revision()).isEqualTo(3);
        assertThat(world.readPublic(id).versions()).hasSize(2);
    }

    @Test
    void whatIsTakenDownLeavesATombstoneAtItsAddress() {
        world.clock().advance(Duration.ofDays(1));

        assertThat(world.sam().retract(id, "The figures were invented.").stage())
                .isEqualTo(StageName.RETRACTED);

        assertThat(world.visitor().published(id))
                .isEqualTo(new PublicRecord.Tombstone(
                        id, Kind.PRACTICE, "The figures were invented.", LocalDate.of(2026, 3, 3)));
        assertThat(world.find("oldword")).isEmpty();
        assertThat(world.visitor().search(SearchQuery.everything()).total()).isZero();
        assertThat(world.visitor().search(SearchQuery.everything()).counts().get(Facet.KIND))
                .isEmpty();
        assertThat(world.ana().view(id).note()).isEqualTo("The figures were invented.");
        assertThat(world.ana().view(id).possible()).isEmpty();
        assertThat(world.sam().view(id).possible()).isEmpty();
    }

    @Test
    void whatIsTakenDownIsSoInEveryStageOfItsUpdate() {
        SubmissionId atScreening = world.publish(Samples.practice("One"));
        world.ana().revise(atScreening, Samples.practice("One, updated"));
        SubmissionId inReview = world.publish(Samples.practice("Two"));
        world.ana().revise(inReview, Samples.practice("Two, updated"));
        world.seat(inReview, UMA, NOEL, NINA);
        world.accept(inReview, UMA, NOEL, NINA);
        world.approve(inReview, UMA, NOEL);
        SubmissionId sentBack = world.publish(Samples.practice("Three"));
        world.ana().revise(sentBack, Samples.practice("Three, updated"));
        world.sam().returnToSubmitter(sentBack, "More.");

        for (SubmissionId each : new SubmissionId[] {atScreening, inReview, sentBack}) {
            assertThat(world.sam().retract(each, "Wrong.").stage()).isEqualTo(StageName.RETRACTED);
            assertThat(world.visitor().published(each)).isInstanceOf(PublicRecord.Tombstone.class);
        }
        assertThat(Refusals.told(() -> world.approve(inReview, NINA))).startsWith("no submission");
        assertThat(world.find("")).containsExactly(id);
    }

    @Test
    void whatIsTakenDownNeverComesBack() {
        world.ana().revise(id, SECOND);
        world.sam().retract(id, "Wrong.");

        for (HubAct act : new HubAct[] {
            () -> world.ana().revise(id, Samples.practice("Again")),
            () -> world.ana().saveDraft(id, Samples.practice("Again")),
            () -> world.ana().withdraw(id, ""),
            () -> world.seat(id, UMA, NOEL, NINA),
            () -> world.sam().retract(id, "Twice."),
            () -> world.sam().decline(id, "No.")
        }) {
            assertThat(Refusals.told(act::run)).startsWith("not now");
        }
    }

    @Test
    void takingDownNeedsWords() {
        assertThat(Refusals.reasons(() -> world.sam().retract(id, " \t\n"))).containsExactly("/text note.required");
        onlyTheFirstIsPublic();
    }

    @Test
    void whatNeverWasPublicIsNotTakenDown() {
        SubmissionId submitted = world.submit(SECOND);

        assertThat(Refusals.told(() -> world.sam().retract(submitted, "Wrong.")))
                .startsWith("not now retract, submitted");
    }

    private interface HubAct {
        void run() throws HubException;
    }

    private void onlyTheFirstIsPublic() {
        assertThat(world.readPublic(id).content()).isEqualTo(FIRST);
        assertThat(world.readPublic(id).digest()).isEqualTo(ContentDigest.of(FIRST));
        assertThat(world.readPublic(id).versions()).hasSize(1);
        assertThat(world.find("oldword")).containsExactly(id);
        assertThat(world.find("newword")).isEmpty();
    }
}
