package org.migrationhub.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.migrationhub.core.review.Acts.NINA;
import static org.migrationhub.core.review.Acts.NOEL;
import static org.migrationhub.core.review.Acts.NURI;
import static org.migrationhub.core.review.Acts.UMA;
import static org.migrationhub.core.review.Acts.acts;
import static org.migrationhub.core.review.Acts.assertRefused;
import static org.migrationhub.core.review.Acts.digest;
import static org.migrationhub.core.review.Acts.seating;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.error.WrongStageException;
import org.migrationhub.core.kit.Script;
import org.migrationhub.core.people.Sector;

/** What the secretariat does with a panel: what it changes, where it is refused, and with what. */
class PanelActsTest {

    @Test
    void aRoundIsNotClosedOnTheRefusalOfSomebodyConflicted() {
        Script script = Stages.at(StageName.IN_REVIEW).play("when uma declines\nand noel declines");
        script.play("""
                when noel moves to ministry (non-UN)
                and the secretariat closes the round
                then noel is recused
                """);
        assertThat(script.submission().stage().name()).isEqualTo(StageName.CHANGES_REQUESTED);
        Script tied =
                Stages.under(ReviewPolicy.GCM_2020, Stages.IN_REVIEW + "when uma, noel approve\nand nina declines");
        tied.play("""
                when nina moves to ministry (non-UN)
                and the secretariat closes the round
                then nina is recused
                """);
        assertThat(tied.submission().openRound()).isPresent();
    }

    @Test
    void aPanelOpensARoundOnTheLastRevision() {
        Script script = Stages.at(StageName.SUBMITTED).play("when ana revises");
        Change change = acts(script).seatPanel(List.of(NOEL, UMA, NINA));
        assertThat(change.events()).singleElement().satisfies(event -> {
            SubmissionEvent.RoundOpened opened = (SubmissionEvent.RoundOpened) event;
            assertThat(opened.round()).isEqualTo(1);
            assertThat(opened.revision()).isEqualTo(2);
            assertThat(opened.seats()).extracting(Seating::person).containsExactly(NOEL, UMA, NINA);
        });
        Round round = change.after().openRound().orElseThrow();
        assertThat(round.submission()).isEqualTo(Rounds.ID);
        assertThat(round.number()).isEqualTo(1);
        assertThat(round.revision()).isEqualTo(2);
        assertThat(round.digest())
                .isEqualTo(script.submission().revisions().get(1).digest());
        assertThat(round.openedAt()).isEqualTo(script.context().at());
        assertThat(round.seats()).extracting(Seat::state).containsOnly(new SeatState.Invited());
        assertThat(round.verdict()).isEmpty();
        assertThat(round.isVoid()).isFalse();
        assertThat(change.after().stage()).isEqualTo(new Stage.InReview(null));
    }

    @Test
    void aPanelIsRefusedWithEveryReason() {
        Script script = Stages.at(StageName.SUBMITTED);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> acts(script).seatPanel(List.of(NOEL, new PersonId("ana"))))
                .satisfies(e -> assertThat(e.violations())
                        .extracting(Violation::path, Violation::code)
                        .containsExactly(
                                tuple("/reviewers", "panel.size"),
                                tuple("/reviewers", "panel.un"),
                                tuple("/reviewers/1", "not-on-roster"),
                                tuple("/reviewers/1", "submitter"),
                                tuple("/reviewers/1", "named-in-item"),
                                tuple("/reviewers/1", "same-organisation-as-submitter"),
                                tuple("/reviewers/1", "same-organisation-as-implementer")));
    }

    @Test
    void theSecondPanelOpensTheSecondRound() {
        Script script = Stages.at(StageName.UPDATE_IN_REVIEW);
        assertThat(script.submission().round().orElseThrow().number()).isEqualTo(2);
        assertThat(script.submission().rounds().get(0).verdict()).isPresent();
        assertThat(script.submission().stage())
                .isEqualTo(new Stage.InReview(script.submission().publication().orElseThrow()));
    }

    @Test
    void aSeatIsFilledOnlyWhereOneIsVacant() {
        Script script = Stages.at(StageName.IN_REVIEW);
        assertRefused(
                () -> acts(script).fillSeat(NURI),
                new Violation("", "panel.full", "The panel has no vacancy; replace somebody instead."));
        script.play("when noel declines the seat");
        Change change = acts(script).fillSeat(NURI);
        Seating expected = seating(script, 4, "nuri", Sector.NON_UN, false);
        assertThat(change.events()).containsExactly(new SubmissionEvent.SeatFilled(1, expected));
        assertThat(change.after().round().orElseThrow().seat(4)).contains(new Seat(expected, new SeatState.Invited()));
    }

    @Test
    void whoFillsASeatMustBeEligible() {
        Script script = Stages.at(StageName.IN_REVIEW).play("when uma declines the seat");
        assertRefused(
                () -> acts(script).fillSeat(NURI),
                new Violation(
                        "/reviewer",
                        "mix",
                        "With this person the panel could no longer hold both sides as the policy asks."));
        assertRefused(
                () -> acts(script).fillSeat(NOEL),
                new Violation("/reviewer", "already-seated", "This person already sits on the panel."),
                new Violation(
                        "/reviewer",
                        "mix",
                        "With this person the panel could no longer hold both sides as the policy asks."));
    }

    @Test
    void oneHumanBeingUnderTwoRecordsFillsNoTwoSeats() {
        Script script = Stages.at(StageName.IN_REVIEW).play("""
                when nina declines the seat
                and nuri has the address of noel
                and nora has the address of nina
                """);
        Violation twice = new Violation("/reviewer", "panel.twice", "One person can't fill two seats.");
        assertRefused(() -> acts(script).fillSeat(NURI), twice);
        assertRefused(() -> acts(script).replaceSeat(1, NURI), twice);
        assertThat(acts(script).replaceSeat(2, NURI).events()).hasSize(1);
        assertThat(acts(script).fillSeat(new PersonId("nora")).events()).hasSize(1);
    }

    @Test
    void aSeatIsReplacedByAnotherThatStartsEmpty() {
        Script script = Stages.at(StageName.IN_REVIEW);
        Change change = acts(script).replaceSeat(2, NURI);
        Seating expected = seating(script, 4, "nuri", Sector.NON_UN, false);
        assertThat(change.events()).containsExactly(new SubmissionEvent.SeatReplaced(1, 2, expected));
        Round round = change.after().round().orElseThrow();
        assertThat(round.seat(2).orElseThrow().state()).isEqualTo(new SeatState.Replaced(4));
        assertThat(round.seat(4)).contains(new Seat(expected, new SeatState.Invited()));
        assertThat(round.standing()).extracting(Seat::number).containsExactly(1, 3, 4);
    }

    @Test
    void aReplacementMayNotBeWhoSitsThereOrElsewhere() {
        Script script = Stages.at(StageName.IN_REVIEW);
        assertRefused(
                () -> acts(script).replaceSeat(2, NOEL),
                new Violation("/reviewer", "already-seated", "This person already sits in this seat."));
        assertRefused(
                () -> acts(script).replaceSeat(2, NINA),
                new Violation("/reviewer", "already-seated", "This person already sits on the panel."));
    }

    @Test
    void aReplacementKeepsTheMix() {
        Script script = Stages.at(StageName.IN_REVIEW);
        assertRefused(
                () -> acts(script).replaceSeat(1, NURI),
                new Violation(
                        "/reviewer",
                        "mix",
                        "With this person the panel could no longer hold both sides as the policy asks."));
        script.play("when the secretariat replaces uma by ulf\nthen uma is replaced\nand ulf is invited");
    }

    @Test
    void whoHasReviewedIsNotReplaced() {
        Script script = Stages.at(StageName.IN_REVIEW).play("when noel approves");
        assertThatExceptionOfType(WrongStageException.class)
                .isThrownBy(() -> acts(script).replaceSeat(2, NURI))
                .satisfies(e -> assertThat(e.seat()).isEqualTo("reviewed"));
    }

    @Test
    void aSeatThatIsNotThereIsNotFound() {
        Script script = Stages.at(StageName.IN_REVIEW);
        for (int number : List.of(0, 4)) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> acts(script).replaceSeat(number, NURI))
                    .satisfies(e -> assertThat(List.of(e.kind(), e.id())).containsExactly("seat", "s-0001/" + number));
        }
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> acts(script).acceptSeat(NURI))
                .satisfies(e -> assertThat(List.of(e.kind(), e.id())).containsExactly("seat", "s-0001/nuri"));
    }

    @Test
    void onlyATieIsBroken() {
        Script script = Stages.under(ReviewPolicy.GCM_2020, Stages.IN_REVIEW + "when uma, noel approve");
        assertRefused(
                () -> acts(script).seatFurther(NURI),
                new Violation("", "round.not-tied", "One further review can't decide this round as it stands."));
        script.play("when nina requests changes");
        Change change = acts(script).seatFurther(NURI);
        assertThat(change.events())
                .containsExactly(new SubmissionEvent.SeatFilled(1, seating(script, 4, "nuri", Sector.NON_UN, true)));
        assertRefused(
                () -> acts(script).seatFurther(new PersonId("ulf")),
                new Violation("/reviewer", "mix", "One further approval from this side would not decide the round."));
    }

    @Test
    void theFurtherSeatIsReplacedByAFurtherSeat() {
        Stages.under(ReviewPolicy.GCM_2020, Stages.IN_REVIEW + """
                when uma, noel approve
                and nina requests changes
                and the secretariat seats further nuri
                and the secretariat replaces nuri by ulf
                then it is refused: mix
                when the secretariat replaces nuri by nora
                then nora is awaited
                and 0 seats are vacant
                when nora accepts
                and nora approves
                then it is published with 3 approvals, 1 UN and 2 non-UN
                """);
    }

    @Test
    void theFurtherReviewersRefusalEndsTheRound() {
        Stages.under(ReviewPolicy.GCM_2020, Stages.IN_REVIEW + """
                when uma, noel approve
                and nina declines
                and the secretariat seats further nuri
                and nuri accepts
                and nuri declines
                then it is declined
                and the verdict is declined
                """);
    }

    @Test
    void aTieMayBeLeftUnbroken() {
        Stages.under(ReviewPolicy.GCM_2020, Stages.IN_REVIEW + """
                when uma, noel approve
                and nina declines
                and the secretariat closes the round
                then it is changes-requested
                and the verdict is changes-requested
                """);
    }

    @Test
    void whoCanNotBeTheFurtherReviewerAfterAllLeavesTheTie() {
        Stages.under(ReviewPolicy.GCM_2020, Stages.IN_REVIEW + """
                when uma, noel approve
                and nina declines
                and the secretariat seats further nuri
                and nuri declines the seat
                then the round is tied for non-UN
                when the secretariat seats further nora
                and nora recuses
                then the round is tied for non-UN
                """);
    }

    @Test
    void aRoundIsClosedEarlyOnlyOnceItCanNotLeadToPublication() {
        Script script = Stages.at(StageName.IN_REVIEW).play("when uma, noel approve");
        assertRefused(
                () -> acts(script).closeRound(),
                new Violation("", "round.open", "Reviews still to come could lead to publication; wait for them."));
        script.play("when noel recuses\nand nina requests changes");
        Change change = acts(script).closeRound();
        assertThat(change.events())
                .containsExactly(new SubmissionEvent.Judged(
                        1, new PolicyRef("gcm-2022", 1), digest(script), VerdictOutcome.CHANGES_REQUESTED, List.of(1)));
        assertThat(change.after().stage().name()).isEqualTo(StageName.CHANGES_REQUESTED);
    }

    @Test
    void aRoundIsJudgedWhenItWaitedOnlyForAFurtherReviewerWhoLeaves() {
        String waiting = Stages.IN_REVIEW + """
                when uma, noel approve
                and nina declines
                and the secretariat seats further nuri
                and nuri accepts
                and nina recuses
                and the secretariat fills a seat with nora
                and nora accepts
                and nora approves
                then it is in-review
                """;
        String published = "\nthen it is published with 3 approvals, 1 UN and 2 non-UN\nand the verdict is approved";
        Stages.under(ReviewPolicy.GCM_2020, waiting + "when nuri declines the seat" + published);
        Stages.under(ReviewPolicy.GCM_2020, waiting + "when nuri recuses" + published);
    }

    @Test
    void aRoundIsRefusedWhenTheFurtherReviewerLeavesWhoCouldNoLongerHelp() {
        Stages.under(ReviewPolicy.GCM_2020, Stages.IN_REVIEW + """
                when uma, noel approve
                and nina declines
                and the secretariat seats further nuri
                and noel recuses
                and the secretariat fills a seat with nora
                and nora accepts
                and nora declines
                then it is in-review
                when nuri declines the seat
                then it is declined
                """);
    }

    @Test
    void aFurtherReviewerWhoTurnsOutToBeConflictedAtTheDecisionIsLeftOutOfIt() {
        Stages.under(ReviewPolicy.GCM_2020, Stages.IN_REVIEW + """
                when uma, noel approve
                and nina declines
                and the secretariat seats further nuri
                and nuri accepts
                and nina recuses
                and the secretariat fills a seat with nora
                and nora accepts
                and nuri approves
                and nuri declares a conflict with ministry
                and nora approves
                then it is published with 3 approvals, 1 UN and 2 non-UN
                and nuri is recused
                """);
    }

    @Test
    void anUpdatesRoundIsClosedEarlyToo() {
        Stages.at(StageName.UPDATE_IN_REVIEW).play("""
                when noel requests changes
                and the secretariat closes the round
                then it is update-changes-requested
                """);
        Stages.at(StageName.UPDATE_IN_REVIEW).play("""
                when noel, nina decline
                and the secretariat closes the round
                then it is published
                and the verdict is declined
                """);
    }
}
