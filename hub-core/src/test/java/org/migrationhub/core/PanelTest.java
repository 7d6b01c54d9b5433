package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.migrationhub.core.kit.Samples.AGENCY;
import static org.migrationhub.core.kit.Samples.ASSOCIATION;
import static org.migrationhub.core.kit.Samples.MINISTRY;
import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.NURI;
import static org.migrationhub.core.kit.Samples.ULF;
import static org.migrationhub.core.kit.Samples.UMA;
import static org.migrationhub.core.kit.Samples.UNIVERSITY;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.WrongStageException;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Criterion;
import org.migrationhub.core.review.Disclosure;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SeatStateName;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;

/** What becomes of a panel's seats until its round is judged. */
class PanelTest {

    private final World world = World.standard();
    private final ContentItem item = Samples.practice();
    private final ContentDigest digest = ContentDigest.of(item);

    // Before and after the declaration.

    @Test
    void contentIsDisclosedOnlyAfterTheDeclaration() {
        SubmissionId id = seated();
        Desk uma = world.reviewer(UMA);

        Disclosure disclosed = uma.disclosure(id);
        assertThat(disclosed.submitter()).isEqualTo(Samples.ANA.id());
        assertThat(disclosed.implementers()).extracting(OrganisationRef::name).contains(MINISTRY.name());
        assertThat(uma.view(id).title()).isEqualTo(item.title());
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> uma.content(id));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> uma.content(id, 1));
        assertThat(uma.view(id).digest()).isNull();

        SubmissionView accepted = uma.acceptSeat(id);

        assertThat(uma.content(id)).isEqualTo(item);
        assertThat(uma.content(id, 1)).isEqualTo(item);
        assertThat(accepted.digest()).isEqualTo(digest);
    }

    @Test
    void theDigestIsNotToldBeforeTheDeclarationEither() {
        SubmissionId id = seated();

        assertThat(world.reviewer(UMA).view(id).toString()).doesNotContain(digest.toString());
    }

    @Test
    void aReviewerIsToldTheNamesThatAConflictMayBeWith() {
        SubmissionId id = seated();

        assertThat(world.reviewer(UMA).disclosure(id).namedProfiles())
                .extracting(Profile::name)
                .containsExactly("Ana Sample", "Ben Sample", "Cleo Sample");
        assertThat(world.ana().disclosure(id).namedProfiles()).isEmpty();
    }

    @Test
    void noAddressIsDisclosed() {
        SubmissionId id = seated();

        assertThat(world.reviewer(UMA).disclosure(id).toString()).doesNotContain("@");
        assertThat(world.ana().disclosure(id).toString()).doesNotContain("@");
        assertThat(world.sam().disclosure(id).toString()).doesNotContain("@");
    }

    @Test
    void whoeverHasNotDeclaredDoesNotReview() {
        SubmissionId id = seated();

        assertThatExceptionOfType(WrongStageException.class)
                .isThrownBy(() -> world.reviewer(UMA).review(id, digest, ReviewOutcome.APPROVE, Comments.NONE))
                .satisfies(thrown -> assertThat(thrown.possible())
                        .contains("accept-seat", "decline-seat", "recuse")
                        .doesNotContain("review"));
    }

    @Test
    void aSeatIsAcceptedOnce() {
        SubmissionId id = seated();
        world.accept(id, UMA);

        assertThat(Refusals.told(() -> world.accept(id, UMA)))
                .startsWith("not now accept-seat, in-review, seat accepted");
    }

    @Test
    void aConflictThatCameUpSinceTheSeatWasGivenIsFoundAtTheDeclaration() {
        SubmissionId id = seated();
        world.keeper().changeAffiliation(NOEL.id(), MINISTRY.id(), Sector.NON_UN);

        assertThat(Refusals.codes(() -> world.accept(id, NOEL)))
                .containsExactly("same-organisation-as-submitter", "same-organisation-as-implementer");
    }

    // Leaving a seat.

    @Test
    void aDeclinedSeatFallsVacantAndIsFilled() {
        SubmissionId id = seated();
        world.accept(id, UMA, NINA);
        world.approve(id, UMA, NINA);

        world.reviewer(NOEL).declineSeat(id, "Too much to do.");
        assertThat(world.sam().view(id).rounds().get(0).vacancies()).isEqualTo(1);
        assertThat(world.sam().view(id).possible()).contains(Act.FILL_SEAT);
        world.sam().fillSeat(id, NURI.id());
        world.accept(id, NURI);
        world.approve(id, NURI);

        assertThat(world.readPublic(id).reviewed().approvals()).isEqualTo(3);
    }

    @Test
    void whoeverDeclinedASeatKnowsNothingOfTheItemAnyMore() {
        SubmissionId id = seated();
        world.reviewer(NOEL).declineSeat(id, "");

        assertThat(Refusals.told(() -> world.reviewer(NOEL).view(id))).startsWith("no submission");
        assertThat(Refusals.told(() -> world.reviewer(NOEL).disclosure(id))).startsWith("no submission");
        assertThat(Refusals.told(() -> world.reviewer(NOEL).declineSeat(id, "")))
                .startsWith("no submission");
    }

    @Test
    void whoeverDeclinedASeatForWantOfTimeMayTakeOneLater() {
        SubmissionId id = seated();
        world.reviewer(NOEL).declineSeat(id, "");

        world.sam().fillSeat(id, NOEL.id());

        assertThat(seats(id))
                .extracting(SeatView::state)
                .containsExactly(
                        SeatStateName.INVITED, SeatStateName.DECLINED, SeatStateName.INVITED, SeatStateName.INVITED);
    }

    @Test
    void afterAReviewASeatIsNotDeclinedAnyMore() {
        SubmissionId id = accepted();
        world.approve(id, UMA);

        assertThat(Refusals.told(() -> world.reviewer(UMA).declineSeat(id, ""))).startsWith("not now decline-seat");
    }

    @Test
    void aConflictThatIsDeclaredTakesTheReviewAlong() {
        SubmissionId id = accepted();
        world.approve(id, UMA, NOEL);

        world.reviewer(UMA).recuse(id, "My sister works there.");

        SeatView left = seats(id).get(0);
        assertThat(left.state()).isEqualTo(SeatStateName.RECUSED);
        assertThat(left.review()).isNull();
        world.approve(id, NINA);
        assertThat(world.ana().view(id).stage()).isEqualTo(StageName.IN_REVIEW);
        assertThat(Refusals.told(() -> world.visitor().published(id))).startsWith("no item");
        world.sam().fillSeat(id, ULF.id());
        world.accept(id, ULF);
        world.approve(id, ULF);
        assertThat(world.readPublic(id).reviewed().approvals()).isEqualTo(3);
        assertThat(seats(id))
                .filteredOn(seat -> seat.review() != null)
                .extracting(SeatView::person)
                .containsExactly(NOEL.id(), NINA.id(), ULF.id());
    }

    @Test
    void whoeverDeclaredAConflictIsNeverSeatedForThisItemAgain() {
        SubmissionId id = seated();
        world.reviewer(NOEL).recuse(id, "");

        assertThat(Refusals.codes(() -> world.sam().fillSeat(id, NOEL.id()))).containsExactly("conflict-declared");
        world.ana().revise(id, Samples.practice("Quite another text"));
        assertThat(Refusals.codes(() -> world.sam().fillSeat(id, NOEL.id()))).containsExactly("conflict-declared");
    }

    @Test
    void whyAReviewerLeftIsReadByTheSecretariatOnly() {
        SubmissionId id = seated();
        world.reviewer(NOEL).declineSeat(id, "canary-reason-one");
        world.reviewer(NINA).recuse(id, "canary-reason-two");

        assertThat(world.sam().view(id).toString()).contains("canary-reason-one", "canary-reason-two");
        assertThat(world.ana().view(id).toString()).doesNotContain("canary-reason");
        assertThat(world.reviewer(UMA).view(id).toString()).doesNotContain("canary-reason");
    }

    @Test
    void anOversizedReasonIsRefused() {
        SubmissionId id = seated();
        String endless = "x".repeat(Desk.MOST_IN_A_NOTE + 1);

        assertThat(Refusals.reasons(() -> world.reviewer(NOEL).declineSeat(id, endless)))
                .containsExactly("/toSecretariat text.too-long");
        assertThat(Refusals.reasons(() -> world.reviewer(NOEL).recuse(id, endless)))
                .containsExactly("/toSecretariat text.too-long");
        assertThat(Refusals.reasons(() -> world.ana().withdraw(id, endless))).containsExactly("/text text.too-long");
    }

    // Replacing and filling.

    @Test
    void whoeverHasNotReviewedIsReplacedByASeatThatStartsEmpty() {
        SubmissionId id = accepted();

        world.sam().replaceSeat(id, 2, NURI.id());

        assertThat(seats(id)).extracting(SeatView::person).containsExactly(UMA.id(), NOEL.id(), NINA.id(), NURI.id());
        assertThat(seats(id))
                .extracting(SeatView::state)
                .containsExactly(
                        SeatStateName.ACCEPTED, SeatStateName.REPLACED, SeatStateName.ACCEPTED, SeatStateName.INVITED);
        assertThat(Refusals.told(() -> world.reviewer(NOEL).content(id))).startsWith("no submission");
        assertThat(Refusals.told(() -> world.reviewer(NURI).content(id))).startsWith("forbidden see-content");
    }

    @Test
    void whoeverHasReviewedIsNotReplaced() {
        SubmissionId id = accepted();
        world.refuse(id, NOEL);

        assertThat(Refusals.told(() -> world.sam().replaceSeat(id, 2, NURI.id())))
                .startsWith("not now replace-seat");
    }

    @Test
    void aSeatThatNobodyHasOrHadIsNotReplaced() {
        SubmissionId id = seated();
        world.reviewer(NOEL).declineSeat(id, "");

        for (int number : new int[] {-1, 0, 4, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThat(Refusals.told(() -> world.sam().replaceSeat(id, number, NURI.id())))
                    .startsWith("no seat " + id + "/" + number);
        }
        assertThat(Refusals.told(() -> world.sam().replaceSeat(id, 2, NURI.id())))
                .startsWith("not now replace-seat");
    }

    @Test
    void aReplacementMustBeEligibleAndKeepTheMix() {
        SubmissionId id = seated();

        assertThat(Refusals.reasons(() -> world.sam().replaceSeat(id, 1, NURI.id())))
                .containsExactly("/reviewer mix");
        assertThat(Refusals.reasons(() -> world.sam().replaceSeat(id, 1, NINA.id())))
                .containsExactly("/reviewer already-seated", "/reviewer mix");
        assertThat(Refusals.reasons(() -> world.sam().replaceSeat(id, 1, UMA.id())))
                .containsExactly("/reviewer already-seated");
        assertThat(Refusals.reasons(() -> world.sam().replaceSeat(id, 1, Samples.IDA.id())))
                .contains("/reviewer affiliation-undetermined");
        assertThat(Refusals.reasons(() -> world.sam().replaceSeat(id, 1, new PersonId("nobody"))))
                .contains("/reviewer not-on-roster");
        assertThat(seats(id)).extracting(SeatView::state).containsOnly(SeatStateName.INVITED);
    }

    @Test
    void aFullPanelIsNotFilledFurther() {
        SubmissionId id = seated();

        assertThat(Refusals.codes(() -> world.sam().fillSeat(id, NURI.id()))).containsExactly("panel.full");
        assertThat(world.sam().view(id).possible()).doesNotContain(Act.FILL_SEAT);
    }

    @Test
    void aVacancyIsFilledOnlyBySomebodyWhoKeepsTheMix() {
        SubmissionId id = seated();
        world.reviewer(UMA).declineSeat(id, "");

        assertThat(Refusals.codes(() -> world.sam().fillSeat(id, NURI.id()))).containsExactly("mix");
        world.sam().fillSeat(id, ULF.id());
        assertThat(world.sam().view(id).rounds().get(0).vacancies()).isZero();
    }

    @Test
    void aPanelThatIsEmptyIsFilledUpAgain() {
        SubmissionId id = seated();
        world.reviewer(UMA).declineSeat(id, "");
        world.reviewer(NOEL).declineSeat(id, "");
        world.reviewer(NINA).declineSeat(id, "");
        assertThat(world.sam().view(id).rounds().get(0).vacancies()).isEqualTo(3);

        for (Person person : List.of(NURI, NINA, ULF)) {
            world.sam().fillSeat(id, person.id());
            world.accept(id, person);
            world.approve(id, person);
        }

        assertThat(world.readPublic(id).reviewed()).extracting("un", "nonUn").containsExactly(1, 2);
    }

    // Reviewing.

    @Test
    void aReviewIsOfExactlyTheRevisionAtHand() {
        SubmissionId id = accepted();
        ContentDigest other = ContentDigest.of(Samples.practice("Something else"));

        assertThatExceptionOfType(WrongStageException.class)
                .isThrownBy(() -> world.reviewer(UMA).review(id, other, ReviewOutcome.APPROVE, Comments.NONE))
                .satisfies(thrown -> assertThat(thrown.act()).isEqualTo("review"));
    }

    @Test
    void aReviewOfWhatWasRevisedMeanwhileIsNotTaken() {
        SubmissionId id = accepted();
        world.approve(id, UMA, NOEL);

        world.ana()
                .revise(
                        id,
                        Samples.practice().toBuilder()
                                .title("Sample: revised meanwhile")
                                .build());

        assertThat(Refusals.told(() -> world.reviewer(NINA).review(id, digest, ReviewOutcome.APPROVE, Comments.NONE)))
                .startsWith("not now review");
        assertThat(seats(id)).extracting(SeatView::state).containsOnly(SeatStateName.ACCEPTED);
        world.approve(id, NINA);
        assertThat(world.ana().view(id).stage()).isEqualTo(StageName.IN_REVIEW);
    }

    @Test
    void aSecondReviewIsNotTaken() {
        SubmissionId id = accepted();
        world.approve(id, UMA);

        assertThatExceptionOfType(WrongStageException.class)
                .isThrownBy(() -> world.reviewer(UMA).review(id, digest, ReviewOutcome.DECLINE, World.MEND))
                .satisfies(thrown -> assertThat(thrown.possible()).containsExactly("recuse"));
        assertThat(seats(id).get(0).review().outcome()).isEqualTo(ReviewOutcome.APPROVE);
    }

    @Test
    void aRefusalNeedsWordsToTheSubmitter() {
        SubmissionId id = accepted();
        Comments silent = new Comments(" ", "Only for the secretariat.", new TreeMap<>(Map.of(Criterion.QUALITY, " ")));
        Comments remark = new Comments("", "", new TreeMap<>(Map.of(Criterion.QUALITY, "No figures are given.")));

        for (ReviewOutcome outcome : List.of(ReviewOutcome.REQUEST_CHANGES, ReviewOutcome.DECLINE)) {
            assertThat(Refusals.reasons(() -> world.review(id, UMA, outcome, silent)))
                    .containsExactly("/text review.comment-required");
        }
        world.review(id, UMA, ReviewOutcome.REQUEST_CHANGES, remark);
        assertThat(seats(id).get(0).review().remarks()).containsEntry(Criterion.QUALITY, "No figures are given.");
    }

    @Test
    void whatNobodyCanSeeIsNoComment() {
        SubmissionId id = accepted();

        for (String unseen : List.of("\u00A0", "\u200B", "\u3000\u2060", "\u3164")) {
            assertThat(Refusals.told(
                            () -> world.review(id, UMA, ReviewOutcome.REQUEST_CHANGES, Comments.toSubmitter(unseen))))
                    .as("U+%04X", (int) unseen.charAt(0))
                    .startsWith("refused");
        }
    }

    @Test
    void aCommentIsCheckedInEveryPart() {
        SubmissionId id = accepted();
        Comments bad = new Comments(
                "over\u202Eride",
                "null\u0000",
                new TreeMap<>(Map.of(Criterion.RELEVANCE, "x".repeat(Desk.MOST_IN_A_NOTE + 1))));

        assertThat(Refusals.reasons(() -> world.review(id, UMA, ReviewOutcome.APPROVE, bad)))
                .containsExactly(
                        "/text text.direction-override",
                        "/toSecretariat text.control-character",
                        "/remarks/relevance text.too-long");
        assertThat(seats(id).get(0).state()).isEqualTo(SeatStateName.ACCEPTED);
    }

    @Test
    void everyScriptComesBackUnchanged() {
        SubmissionId id = accepted();
        String text = "نعم، ولكن…\nДа, но… 是的 e\u0301 👩‍👩‍👧 \tتمّ";

        world.review(id, UMA, ReviewOutcome.REQUEST_CHANGES, Comments.toSubmitter(text));

        assertThat(seats(id).get(0).review().text()).isEqualTo(text);
    }

    @Test
    void aConflictThatIsFoundAtTheVerdictTakesTheReviewAlong() {
        SubmissionId id = accepted();
        world.approve(id, NOEL);
        world.keeper().changeAffiliation(NOEL.id(), MINISTRY.id(), Sector.NON_UN);
        world.approve(id, UMA);

        world.approve(id, NINA);

        assertThat(world.ana().view(id).stage()).isEqualTo(StageName.IN_REVIEW);
        assertThat(seats(id).get(1).state()).isEqualTo(SeatStateName.RECUSED);
        world.sam().fillSeat(id, NURI.id());
        world.accept(id, NURI);
        world.approve(id, NURI);
        assertThat(world.readPublic(id).reviewed().approvals()).isEqualTo(3);
    }

    @Test
    void whoeverChangedSidesSinceTheSeatWasGivenIsReplaced() {
        SubmissionId id = accepted();
        world.keeper().changeAffiliation(NOEL.id(), AGENCY.id(), Sector.UN);

        assertThat(Refusals.codes(() -> world.approve(id, NOEL))).containsExactly("affiliation-changed");
        assertThat(seats(id).get(1).sector()).isEqualTo(Sector.NON_UN);
        world.sam().replaceSeat(id, 2, NURI.id());
        assertThat(seats(id).get(3).person()).isEqualTo(NURI.id());
    }

    @Test
    void whoeverLeftTheRosterSinceTheSeatWasGivenIsReplaced() {
        SubmissionId id = accepted();
        world.reviewer(NOEL).people().leaveRoster(NOEL.id());

        assertThat(Refusals.codes(() -> world.approve(id, NOEL))).containsExactly("not-on-roster");
        world.sam().replaceSeat(id, 2, NURI.id());
    }

    @Test
    void whatWasFiledBeforeAChangeOfEmployerStillCounts() {
        SubmissionId id = accepted();
        world.approve(id, UMA);
        world.keeper().changeAffiliation(UMA.id(), UNIVERSITY.id(), Sector.NON_UN);

        world.approve(id, NOEL, NINA);

        assertThat(world.readPublic(id).reviewed()).extracting("un", "nonUn").containsExactly(1, 2);
        assertThat(seats(id).get(0).sector()).isEqualTo(Sector.UN);
    }

    @Test
    void absenceLoadAndLanguageCountWhenASeatIsGivenAndNotAfterwards() {
        SubmissionId id = accepted();
        world.reviewer(NOEL)
                .people()
                .enrol(
                        NOEL.id(),
                        RosterEntry.in(Language.find("sw").orElseThrow()).withCapacity(1));
        world.inReview(Samples.practice("Another"), ULF, NINA, NURI);

        world.approve(id, UMA, NOEL, NINA);

        assertThat(world.ana().view(id).stage()).isEqualTo(StageName.PUBLISHED);
    }

    // The next round.

    @Test
    void theSamePanelGoesOnWithoutAnyReviewOfTheRoundBefore() {
        SubmissionId id = accepted();
        world.approve(id, UMA, NOEL);
        world.clock().advance(Duration.ofDays(1));

        world.ana()
                .revise(
                        id,
                        Samples.practice().toBuilder()
                                .title("Sample: told better")
                                .build());

        RoundView round = world.sam().view(id).rounds().get(1);
        assertThat(round.seats()).extracting(SeatView::person).containsExactly(UMA.id(), NOEL.id(), NINA.id());
        assertThat(round.seats()).extracting(SeatView::state).containsOnly(SeatStateName.ACCEPTED);
        assertThat(round.seats()).extracting(SeatView::review).containsOnlyNulls();
        assertThat(round.seats())
                .extracting(SeatView::due)
                .containsOnly(world.clock().instant().plus(Duration.ofDays(21)));
    }

    @Test
    void aRevisionThatInvolvesOthersIsDeclaredOnAnew() {
        SubmissionId id = accepted();

        world.ana()
                .revise(
                        id,
                        Samples.practice().toBuilder()
                                .partner("Sample Guild of Bakers")
                                .build());

        assertThat(seats(id)).extracting(SeatView::state).containsOnly(SeatStateName.INVITED);
        assertThat(Refusals.told(() -> world.reviewer(UMA).content(id))).startsWith("forbidden see-content");
        assertThat(Refusals.told(() -> world.reviewer(UMA).content(id, 2))).startsWith("forbidden see-content");
    }

    @Test
    void whoeverMayNotJudgeTheNextRevisionLeavesAVacancy() {
        SubmissionId id = accepted();

        world.ana()
                .revise(
                        id,
                        Samples.practice().toBuilder()
                                .partner(OrganisationRef.of(ASSOCIATION.id(), ASSOCIATION.name()))
                                .build());

        assertThat(seats(id)).extracting(SeatView::person).containsExactly(UMA.id(), NOEL.id());
        assertThat(world.sam().view(id).rounds().get(1).vacancies()).isEqualTo(1);
        assertThat(Refusals.told(() -> world.reviewer(NINA).view(id))).startsWith("no submission");
    }

    @Test
    void aRoundInWhichNobodyCanGoOnIsFilledByOthers() {
        SubmissionId id = accepted();
        for (Person person : List.of(UMA, NOEL, NINA)) {
            world.keeper().leaveRoster(person.id());
        }

        world.ana().revise(id, Samples.practice("For others to judge"));

        assertThat(seats(id)).isEmpty();
        assertThat(world.sam().view(id).possible()).contains(Act.FILL_SEAT);
        world.sam().fillSeat(id, ULF.id());
        world.sam().fillSeat(id, NURI.id());
        assertThat(world.sam().view(id).rounds().get(1).vacancies()).isEqualTo(1);
    }

    // Side doors.

    @Test
    void whoeverLeftTheirSeatDoesNotReadTheReviewsAsSecretariatAndComeBack() {
        Person nadia = Samples.reviewer("nadia", UNIVERSITY);
        world.add(nadia);
        Desk desk = world.as(nadia, Role.SECRETARIAT, Role.REVIEWER);
        SubmissionId id = world.submit(item);
        world.seat(id, UMA, NOEL, nadia);
        world.accept(id, UMA, NOEL);
        world.approve(id, UMA, NOEL);
        assertThat(desk.view(id).toString()).doesNotContain(UMA.id().value());

        desk.declineSeat(id, "");

        assertThat(desk.view(id).toString()).doesNotContain(UMA.id().value());
        assertThat(Refusals.told(() -> desk.fillSeat(id, nadia.id()))).startsWith("forbidden");
        assertThat(Refusals.told(() -> desk.journal(id, 0, 100))).startsWith("forbidden");
    }

    @Test
    void aSeatIsOnThePanelOfOneRevisionAndDisclosesNoLaterOne() {
        SubmissionId id = world.publish(item);
        world.ana().revise(id, Samples.practice("A secret update"));
        assertThat(Refusals.told(() -> world.reviewer(UMA).content(id))).startsWith("no submission");

        world.sam().returnToSubmitter(id, "Not yet, please.");

        for (EveryAct.OnItem act : EveryAct.onItem().values()) {
            assertThat(Refusals.told(() -> act.by(world.reviewer(UMA), id))).startsWith("no submission");
        }
    }

    @Test
    void anUpdateThatWasTakenBackAtScreeningIsNotDisclosedToTheFormerPanel() {
        SubmissionId id = world.publish(item);
        world.ana().revise(id, Samples.practice("A secret update"));

        world.ana().withdraw(id, "It was too early.");

        for (EveryAct.OnItem act : EveryAct.onItem().values()) {
            assertThat(Refusals.told(() -> act.by(world.reviewer(UMA), id))).startsWith("no submission");
        }
    }

    @Test
    void anotherPersonsSeatIsNobodyElses() {
        SubmissionId id = seated();

        for (ThrowingAct act : List.<ThrowingAct>of(
                desk -> desk.acceptSeat(id),
                desk -> desk.declineSeat(id, ""),
                desk -> desk.recuse(id, ""),
                desk -> desk.review(id, digest, ReviewOutcome.APPROVE, Comments.NONE))) {
            assertThat(Refusals.told(() -> act.by(world.reviewer(NURI)))).startsWith("no submission");
            assertThat(Refusals.told(() -> act.by(world.sam()))).startsWith("forbidden");
        }
    }

    @Test
    void afterTheVerdictAReviewerReadsWhatTheyJudgedButDoesNoMore() {
        SubmissionId id = accepted();
        world.approve(id, UMA, NOEL, NINA);

        assertThat(world.reviewer(UMA).content(id)).isEqualTo(item);
        assertThat(world.reviewer(UMA).view(id).possible()).isEmpty();
        assertThatExceptionOfType(WrongStageException.class)
                .isThrownBy(() -> world.reviewer(UMA).recuse(id, ""));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> world.reviewer(NURI).view(id));
    }

    private interface ThrowingAct {
        Object by(Desk desk);
    }

    private SubmissionId seated() {
        SubmissionId id = world.submit(item);
        world.seat(id, UMA, NOEL, NINA);
        return id;
    }

    private SubmissionId accepted() {
        SubmissionId id = seated();
        world.accept(id, UMA, NOEL, NINA);
        return id;
    }

    private List<SeatView> seats(SubmissionId id) {
        List<RoundView> rounds = world.sam().view(id).rounds();
        return rounds.get(rounds.size() - 1).seats();
    }
}
