package org.migrationhub.core.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.core.kit.Samples.ANA;
import static org.migrationhub.core.kit.Samples.BEN;
import static org.migrationhub.core.kit.Samples.CLEO;
import static org.migrationhub.core.kit.Samples.MINISTRY;
import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.NURI;
import static org.migrationhub.core.kit.Samples.SAM;
import static org.migrationhub.core.kit.Samples.ULF;
import static org.migrationhub.core.kit.Samples.UMA;
import static org.migrationhub.core.notice.NoticeKind.CHANGES_REQUESTED;
import static org.migrationhub.core.notice.NoticeKind.DECLINED;
import static org.migrationhub.core.notice.NoticeKind.FEATURED;
import static org.migrationhub.core.notice.NoticeKind.INVITED;
import static org.migrationhub.core.notice.NoticeKind.IN_REVIEW;
import static org.migrationhub.core.notice.NoticeKind.PUBLISHED;
import static org.migrationhub.core.notice.NoticeKind.REPRESENTED;
import static org.migrationhub.core.notice.NoticeKind.RETRACTED;
import static org.migrationhub.core.notice.NoticeKind.RETURNED;
import static org.migrationhub.core.notice.NoticeKind.REVISED;
import static org.migrationhub.core.notice.NoticeKind.SEAT_ENDED;
import static org.migrationhub.core.notice.NoticeKind.TAKEN_BACK;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.Desk;
import org.migrationhub.core.World;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;

/** Who is told what, and who isn't. */
class NoticesTest {

    private static final ContentItem ITEM = Samples.practice();
    private static final ContentItem MENDED =
            Samples.practice().toBuilder().title("Sample: told better").build();

    private final World world = World.standard();

    @Test
    void aDraftAndWhatTheSubmitterDoesAreToldToNobody() {
        SubmissionId id = world.ana().saveDraft(ITEM).id();
        world.ana().submitDraft(id);
        world.ana().revise(id, MENDED);
        world.ana().withdraw(id, "");

        assertThat(world.told().notices()).isEmpty();
    }

    @Test
    void thePanelIsInvitedAndTheSubmitterToldThatThereIsOne() {
        SubmissionId id = seated();

        assertThat(told(UMA)).containsExactly(INVITED);
        assertThat(told(NOEL)).containsExactly(INVITED);
        assertThat(told(NINA)).containsExactly(INVITED);
        assertThat(told(ANA)).containsExactly(IN_REVIEW);
        assertThat(world.told().notices())
                .hasSize(4)
                .allSatisfy(notice -> assertThat(notice.submission()).isEqualTo(id));
    }

    @Test
    void whatThePanelDecidesIsToldToTheSubmitter() {
        world.publish(ITEM);
        assertThat(told(ANA)).containsExactly(IN_REVIEW, PUBLISHED);

        SubmissionId sentBack = world.inReview(ITEM);
        world.approve(sentBack, UMA, NOEL);
        world.refuse(sentBack, NINA);
        assertThat(told(ANA)).endsWith(IN_REVIEW, CHANGES_REQUESTED);

        SubmissionId declined = world.inReview(ITEM);
        world.approve(declined, UMA);
        world.review(declined, NOEL, ReviewOutcome.DECLINE, World.MEND);
        world.review(declined, NINA, ReviewOutcome.DECLINE, World.MEND);
        assertThat(told(ANA)).endsWith(IN_REVIEW, DECLINED);
    }

    @Test
    void whatTheSecretariatDecidesIsToldToTheSubmitter() {
        world.sam().returnToSubmitter(world.submit(ITEM), "More, please.");
        world.sam().decline(world.submit(ITEM), "No.");
        world.sam().retract(world.publish(ITEM), "Wrong.");

        assertThat(told(ANA)).containsExactly(RETURNED, DECLINED, IN_REVIEW, PUBLISHED, RETRACTED);
    }

    @Test
    void thePanelThatGoesOnIsToldOfTheNextRevision() {
        SubmissionId id = world.inReview(ITEM);
        world.approve(id, UMA);

        world.ana().revise(id, MENDED);

        for (Person person : List.of(UMA, NOEL, NINA)) {
            assertThat(told(person)).containsExactly(INVITED, REVISED);
        }
        assertThat(told(ANA)).containsExactly(IN_REVIEW, IN_REVIEW);
    }

    @Test
    void theSubmitterIsToldWhoActsForThemAndThePanelThatARevisionIsTheirs() {
        SubmissionId begun =
                world.sam().startOnBehalf(ANA.id(), ITEM, "Asked by letter.").id();
        assertThat(told(ANA)).containsExactly(REPRESENTED);
        world.sam().submitDraft(begun);
        assertThat(told(ANA)).containsExactly(REPRESENTED);

        SubmissionId id = world.submit(ITEM);
        Desk other = world.as(NURI, Role.SECRETARIAT);
        other.represent(id, "Asked by telephone.");
        world.seat(id, UMA, NOEL, NINA);
        world.accept(id, UMA, NOEL, NINA);
        assertThat(told(ANA)).containsExactly(REPRESENTED, REPRESENTED, IN_REVIEW);
        world.keeper().leaveRoster(UMA.id());
        other.revise(id, MENDED);

        assertThat(told(NOEL)).containsExactly(INVITED, REVISED);
        assertThat(told(UMA)).containsExactly(INVITED, SEAT_ENDED);
        assertThat(told(SAM)).isEmpty();
    }

    @Test
    void whoActsForTheSubmitterIsToldWhatTheyAreToldFromThenOn() {
        SubmissionId id = world.submit(ITEM);
        world.sam().returnToSubmitter(id, "More, please.");
        world.as(NURI, Role.SECRETARIAT).represent(id, "Asked by telephone.");
        world.as(NURI, Role.SECRETARIAT).revise(id, MENDED);
        world.seat(id, UMA, NOEL, NINA);
        world.accept(id, UMA, NOEL, NINA);
        world.approve(id, UMA, NOEL, NINA);

        assertThat(told(ANA)).containsExactly(RETURNED, REPRESENTED, IN_REVIEW, PUBLISHED);
        assertThat(told(NURI)).containsExactly(IN_REVIEW, PUBLISHED);
    }

    @Test
    void theSubmitterIsToldThatItIsFeaturedButNotThatItIsOnlyWordedAnew() {
        SubmissionId id = world.publish(ITEM);
        feature(id, "A thousand people found work.");
        assertThat(told(ANA)).containsExactly(IN_REVIEW, PUBLISHED, FEATURED);

        feature(id, "Work was found by a thousand people.");
        assertThat(told(ANA)).containsExactly(IN_REVIEW, PUBLISHED, FEATURED);
        assertThat(told(SAM)).isEmpty();
    }

    @Test
    void whatIsFeaturedAnewIsToldAnew() {
        SubmissionId id = world.publish(ITEM);
        feature(id, "A thousand people found work.");
        world.sam().unfeature(id);
        feature(id, "A thousand people found work.");
        assertThat(told(ANA)).endsWith(PUBLISHED, FEATURED, FEATURED);

        world.ana().revise(id, MENDED);
        world.seat(id, UMA, NOEL, NINA);
        world.accept(id, UMA, NOEL, NINA);
        world.approve(id, UMA, NOEL, NINA);
        feature(id, "A thousand people found work.");
        assertThat(told(ANA)).endsWith(FEATURED, FEATURED, IN_REVIEW, PUBLISHED, FEATURED);
    }

    @Test
    void whoActsForTheSubmitterIsToldThatItIsFeatured() {
        SubmissionId id = world.as(NURI, Role.SECRETARIAT)
                .startOnBehalf(ANA.id(), ITEM, "By letter.")
                .id();
        world.as(NURI, Role.SECRETARIAT).submitDraft(id);
        world.seat(id, UMA, NOEL, NINA);
        world.accept(id, UMA, NOEL, NINA);
        world.approve(id, UMA, NOEL, NINA);
        feature(id, "A thousand people found work.");

        assertThat(told(NURI)).containsExactly(IN_REVIEW, PUBLISHED, FEATURED);
        assertThat(told(ANA)).containsExactly(REPRESENTED, IN_REVIEW, PUBLISHED, FEATURED);
    }

    @Test
    void whoeverIsNewOnAPanelIsInvitedEvenBesideSomebodyWhoSatBefore() {
        SubmissionId id = world.publish(ITEM);
        world.ana().revise(id, MENDED);

        world.seat(id, UMA, NURI, NINA);

        assertThat(told(NURI)).containsExactly(INVITED);
        assertThat(told(UMA)).containsExactly(INVITED, REVISED);
    }

    @Test
    void aPanelSeatedAnewIsInvited() {
        SubmissionId id = world.publish(ITEM);
        world.ana().revise(id, MENDED);
        Person nadia = Samples.reviewer("nadia", Samples.ASSOCIATION);
        world.add(nadia);

        world.seat(id, ULF, NURI, nadia);

        assertThat(List.of(told(ULF), told(NURI), told(nadia))).containsOnly(List.of(INVITED));
    }

    @Test
    void whoeverIsReplacedAndWhoeverTakesOverAreTold() {
        SubmissionId id = seated();

        world.sam().replaceSeat(id, 2, NURI.id());

        assertThat(told(NOEL)).containsExactly(INVITED, SEAT_ENDED);
        assertThat(told(NURI)).containsExactly(INVITED);
    }

    @Test
    void whoeverFillsAVacancyIsInvitedAndWhoeverLeftIsToldNothingMore() {
        SubmissionId id = seated();
        world.reviewer(NOEL).declineSeat(id, "No time.");
        world.reviewer(NINA).recuse(id, "");

        world.sam().fillSeat(id, NURI.id());

        assertThat(told(NOEL)).containsExactly(INVITED);
        assertThat(told(NINA)).containsExactly(INVITED);
        assertThat(told(NURI)).containsExactly(INVITED);
    }

    @Test
    void whoeverIsToDecideATieIsInvited() {
        World in2020 = World.under(ReviewPolicy.GCM_2020);
        SubmissionId id = in2020.inReview(ITEM);
        in2020.approve(id, UMA, NINA);
        in2020.refuse(id, NOEL);

        in2020.sam().seatFurther(id, NURI.id());

        assertThat(in2020.told().toldTo(NURI.id())).containsExactly(INVITED);
    }

    @Test
    void whoeverLosesASeatOverAConflictThatWasFoundIsTold() {
        SubmissionId id = world.inReview(ITEM);
        world.approve(id, NOEL, UMA);
        world.keeper().changeAffiliation(NOEL.id(), MINISTRY.id(), Sector.NON_UN);

        world.approve(id, NINA);

        assertThat(told(NOEL)).containsExactly(INVITED, SEAT_ENDED);
        assertThat(told(ANA)).containsExactly(IN_REVIEW);
    }

    @Test
    void thePanelIsToldThatAnItemWasTakenBack() {
        SubmissionId id = world.inReview(ITEM);
        world.reviewer(NINA).declineSeat(id, "");

        world.ana().withdraw(id, "");

        assertThat(told(UMA)).containsExactly(INVITED, TAKEN_BACK);
        assertThat(told(NOEL)).containsExactly(INVITED, TAKEN_BACK);
        assertThat(told(NINA)).containsExactly(INVITED);
    }

    @Test
    void thePanelOfAnUpdateIsToldThatTheItemWasTakenDown() {
        SubmissionId id = world.publish(ITEM);
        world.ana().revise(id, MENDED);
        world.seat(id, ULF, NURI, NINA);

        world.sam().retract(id, "Wrong.");

        assertThat(told(ULF)).containsExactly(INVITED, TAKEN_BACK);
        assertThat(told(UMA)).containsExactly(INVITED);
        assertThat(told(ANA)).endsWith(RETRACTED);
    }

    @Test
    void whoeverWasToldOnceThatAnItemWasTakenBackIsNotToldAgain() {
        SubmissionId id = world.publish(ITEM);
        world.ana().revise(id, MENDED);
        world.seat(id, ULF, NURI, NINA);
        world.ana().withdraw(id, "");
        assertThat(told(ULF)).containsExactly(INVITED, TAKEN_BACK);

        world.ana().revise(id, Samples.practice("A third"));
        world.ana().withdraw(id, "");
        world.sam().retract(id, "Wrong.");

        assertThat(told(ULF)).containsExactly(INVITED, TAKEN_BACK);
    }

    @Test
    void whoseReviewIsNotAwaitedAnyMoreSinceTheRoundWasClosedIsTold() {
        SubmissionId id = world.inReview(ITEM);
        world.refuse(id, NOEL);

        world.sam().closeRound(id);

        assertThat(told(UMA)).hasSize(2);
        assertThat(told(NOEL)).containsExactly(INVITED);
    }

    @Test
    void whoeverMayNotJudgeTheNextRevisionIsToldThatTheSeatEnded() {
        SubmissionId id = world.inReview(ITEM);
        world.keeper().leaveRoster(NINA.id());

        world.ana().revise(id, MENDED);

        assertThat(told(NINA)).containsExactly(INVITED, SEAT_ENDED);
    }

    @Test
    void whoeverJudgedAnUpdateThatWasTakenBackLosesNoSeatWhenAnotherPanelIsSeatedForTheNext() {
        SubmissionId id = world.publish(ITEM);
        world.ana().revise(id, MENDED);
        world.seat(id, ULF, NURI, NINA);
        world.accept(id, ULF, NURI, NINA);
        world.approve(id, ULF, NINA);
        world.refuse(id, NURI);
        world.ana().withdraw(id, "");
        world.ana().revise(id, Samples.practice("A third"));

        world.seat(id, UMA, NOEL, NINA);

        assertThat(told(ULF)).containsExactly(INVITED);
        assertThat(told(NURI)).containsExactly(INVITED);
    }

    @Test
    void nobodyElseIsToldAnything() {
        everythingHappens(world);

        Set<PersonId> recipients =
                world.told().notices().stream().map(Notice::recipient).collect(Collectors.toSet());
        assertThat(recipients).doesNotContain(BEN.id(), CLEO.id(), SAM.id(), Samples.ADA.id(), Samples.IDA.id());
    }

    @Test
    void theSubmitterIsToldNothingThatAReviewerIsToldNorTheOtherWayRound() {
        everythingHappens(world);
        Set<NoticeKind> toReviewers = EnumSet.of(INVITED, REVISED, SEAT_ENDED, TAKEN_BACK);

        assertThat(told(ANA)).doesNotContainAnyElementsOf(toReviewers);
        for (Person person : Samples.reviewers()) {
            assertThat(toReviewers).containsAll(told(person));
        }
    }

    @Test
    void noNoticeNamesAnybodyButItsRecipient() {
        everythingHappens(world);

        assertThat(world.told().notices())
                .allSatisfy(notice -> assertThat(notice.toString())
                        .isEqualTo("Notice[position=%d, recipient=%s, kind=%s, submission=%s]"
                                .formatted(notice.position(), notice.recipient(), notice.kind(), notice.submission())));
    }

    @Test
    void everyKindOfNoticeOccurs() {
        everythingHappens(world);

        assertThat(world.told().notices()).extracting(Notice::kind).contains(NoticeKind.values());
    }

    @Test
    void noNoticeOccursTwiceAndTheyComeInTheOrderOfTheJournal() {
        everythingHappens(world);

        assertThat(world.told().notices()).doesNotHaveDuplicates();
        assertThat(world.told().notices()).extracting(Notice::position).isSorted();
    }

    @Test
    void peoplesRecordsGiveRiseToNoNotice() {
        world.keeper().enrol(BEN.id(), RosterEntry.in(Language.EN));
        world.keeper().erase(BEN.id());
        world.ada().journal().checkpoint();

        assertThat(world.told().notices()).isEmpty();
        assertThat(world.told().position()).isPositive();
    }

    /** One item on every side way. */
    private static void everythingHappens(World world) {
        SubmissionId id = world.submit(ITEM);
        world.sam().returnToSubmitter(id, "More, please.");
        world.ana().revise(id, MENDED);
        world.seat(id, UMA, NOEL, NINA);
        world.sam().replaceSeat(id, 2, NURI.id());
        world.accept(id, UMA, NURI, NINA);
        world.approve(id, UMA, NINA);
        world.refuse(id, NURI);
        world.ana().revise(id, ITEM);
        world.approve(id, UMA, NURI, NINA);
        world.ana().revise(id, MENDED);
        world.seat(id, ULF, NOEL, NINA);
        world.ana().withdraw(id, "");
        world.sam().retract(id, "Wrong.");
        world.sam().decline(world.submit(ITEM), "No.");
        world.as(NURI, Role.SECRETARIAT).represent(world.submit(ITEM), "Asked by telephone.");
        feature(world, world.publish(ITEM), "A thousand people found work.");
    }

    private void feature(SubmissionId id, String sentence) {
        feature(world, id, sentence);
    }

    private static void feature(World world, SubmissionId id, String sentence) {
        world.sam().feature(id, new TreeMap<>(Map.of(Language.EN, sentence)));
    }

    private SubmissionId seated() {
        SubmissionId id = world.submit(ITEM);
        world.seat(id, UMA, NOEL, NINA);
        return id;
    }

    private List<NoticeKind> told(Person person) {
        return world.told().toldTo(person.id());
    }
}
