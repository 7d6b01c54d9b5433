package org.migrationhub.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.kit.Script;

/** What becomes of a panel when a further revision is handed in, and when a conflict is found at the decision. */
class RevisionTest {

    private static final ContentDigest NEXT = Rounds.digest("next");

    @Test
    void aRevisionVoidsEveryReviewAndKeepsThePanel() {
        Script script = Stages.at(StageName.IN_REVIEW).play("when uma, noel approve\nand 2 days pass");
        Change change = script.submission().act(script.context()).revise(NEXT);
        assertThat(change.events()).hasSize(2);
        assertThat(change.events().get(0))
                .isEqualTo(new SubmissionEvent.RevisionSubmitted(
                        2, NEXT, script.context().item().digest()));
        SubmissionEvent.RoundOpened opened =
                (SubmissionEvent.RoundOpened) change.events().get(1);
        assertThat(opened.round()).isEqualTo(2);
        assertThat(opened.revision()).isEqualTo(2);
        assertThat(opened.seats())
                .extracting(Seating::number, Seating::person, Seating::declared, Seating::further, Seating::due)
                .containsExactly(
                        tuple(1, new PersonId("uma"), true, false, Samples.NOW.plus(Duration.ofDays(23))),
                        tuple(2, new PersonId("noel"), true, false, Samples.NOW.plus(Duration.ofDays(23))),
                        tuple(3, new PersonId("nina"), true, false, Samples.NOW.plus(Duration.ofDays(23))));
        Submission after = change.after();
        assertThat(after.rounds()).hasSize(2);
        assertThat(after.rounds().get(0).isVoid()).isTrue();
        assertThat(after.rounds().get(0).verdict()).isEmpty();
        Round round = after.openRound().orElseThrow();
        assertThat(round.digest()).isEqualTo(NEXT);
        assertThat(round.seats())
                .extracting(Seat::state)
                .containsOnly(new SeatState.Accepted(script.context().at()));
        assertThat(round.openedAt()).isEqualTo(script.context().at());
    }

    @Test
    void aJudgedRoundKeepsItsVerdict() {
        Script script =
                Stages.at(StageName.CHANGES_REQUESTED).play("when ana revises\nthen it is in round 2 on revision 2");
        Round first = script.submission().rounds().get(0);
        assertThat(first.verdict()).isPresent();
        assertThat(first.isVoid()).isFalse();
        assertThat(first.isOpen()).isFalse();
    }

    @Test
    void thePanelReaffirmsTheNextRevision() {
        Stages.at(StageName.CHANGES_REQUESTED).play("""
                when ana revises
                then it is in-review
                and uma, noel and nina are awaited
                when uma, noel, nina approve
                then it is published with 3 approvals, 1 UN and 2 non-UN
                and revision 2 is public
                """);
    }

    @Test
    void anUpdatesPanelGoesOnWithItsNextRevision() {
        Stages.at(StageName.UPDATE_CHANGES_REQUESTED).play("""
                when ana revises
                then it is update-in-review
                and it is in round 3 on revision 3
                and ulf, noel, nina are awaited
                and revision 1 is public
                """);
    }

    @Test
    void whoHadNotDeclaredIsAskedAgain() {
        Stages.under(ReviewPolicy.GCM_2022, Stages.SEATED + """
                when uma accepts
                and ana revises
                then uma is accepted
                and noel is invited
                and nina is invited
                """);
    }

    @Test
    void aNewBodyOrPersonToDeclareOnAsksEverybodyAgain() {
        Stages.at(StageName.IN_REVIEW).play("""
                when ana revises
                then uma is accepted
                when ana revises naming city as partner
                then uma is invited
                and noel is invited
                and nina is invited
                """);
    }

    @Test
    void aChangeBackToWhatWasDeclaredOnIsComparedWithTheLastRound() {
        Stages.at(StageName.IN_REVIEW).play("""
                when ana revises naming city as partner
                and ana revises
                then uma is invited
                when uma accepts
                and ana revises
                then uma is accepted
                and noel is invited
                """);
    }

    @Test
    void whoHasAConflictWithTheNextRevisionLosesTheSeat() {
        Stages.at(StageName.IN_REVIEW).play("""
                when ana revises naming noel's organisation
                then noel has no seat
                and 1 seat is vacant
                and uma and nina are awaited
                when the secretariat fills a seat with nuri
                and uma, nina, nuri accept
                and uma, nina, nuri approve
                then it is published with 3 approvals, 1 UN and 2 non-UN
                """);
        Stages.at(StageName.IN_REVIEW).play("""
                when ana revises naming nina
                then nina has no seat
                and 1 seat is vacant
                """);
    }

    @Test
    void whoLostASeatIsNotCarriedOver() {
        Stages.at(StageName.IN_REVIEW).play("""
                when noel recuses
                and nina declines the seat
                and ana revises
                then uma is accepted
                and noel has no seat
                and nina has no seat
                and 2 seats are vacant
                """);
    }

    @Test
    void theNumbersOfTheSeatsBeginAnew() {
        Script script = Stages.at(StageName.IN_REVIEW).play("""
                when the secretariat replaces noel by nuri
                and the secretariat replaces nina by nora
                and ana revises
                """);
        assertThat(script.submission().openRound().orElseThrow().seats())
                .extracting(Seat::number, seat -> seat.person().value())
                .containsExactly(tuple(1, "uma"), tuple(2, "nuri"), tuple(3, "nora"));
    }

    @Test
    void whoCanNoLongerReviewLosesTheSeat() {
        Stages.at(StageName.IN_REVIEW).play("""
                when noel leaves the roster
                and nina leaves of-nina
                and ana revises
                then noel has no seat
                and nina has no seat
                """);
    }

    @Test
    void loadLanguageAndAbsenceCostNobodyTheSeat() {
        Stages.at(StageName.IN_REVIEW).play("""
                when noel is away for 9 days
                and nina holds 9 open seats
                and uma judges in ru
                and ana revises
                then uma, noel, nina are awaited
                """);
    }

    @Test
    void aSeatThatWouldBreakTheMixIsGivenUp() {
        Stages.at(StageName.IN_REVIEW).play("""
                when uma moves to college (non-UN)
                and ana revises
                then uma is accepted
                and noel is accepted
                and nina has no seat
                and 1 seat is vacant
                but nuri is not eligible: mix
                and ulf is eligible
                """);
    }

    @Test
    void theAffiliationIsTakenAnew() {
        Script script = Stages.at(StageName.IN_REVIEW).play("when noel moves to college (non-UN)\nand ana revises");
        Seat noel = script.submission().openRound().orElseThrow().seat(2).orElseThrow();
        assertThat(noel.seating().organisations()).containsExactly(new OrganisationId("college"));
    }

    @Test
    void aFurtherReviewerIsNotPartOfTheNextPanel() {
        Stages.under(ReviewPolicy.GCM_2020, Stages.IN_REVIEW + """
                when uma, noel approve
                and nina requests changes
                and the secretariat seats further nuri
                and nuri accepts
                and ana revises
                then uma, noel, nina are awaited
                and nuri has no seat
                """);
    }

    @Test
    void whenNobodyCanGoOnThePanelIsFilledSeatBySeat() {
        Script script = Stages.at(StageName.IN_REVIEW).play("""
                when uma, noel, nina recuse
                and ana revises
                then it is in-review
                and it is in round 2 on revision 2
                and 3 seats are vacant
                and nobody is awaited
                when the secretariat fills a seat with nuri
                and the secretariat fills a seat with nora
                and the secretariat fills a seat with ulf
                then 0 seats are vacant
                """);
        assertThat(script.submission().openRound().orElseThrow().seats()).hasSize(3);
    }

    @Test
    void whoTurnsOutToBeConflictedAtTheDecisionLosesTheSeatAndTheRoundGoesOn() {
        Script script = Stages.at(StageName.IN_REVIEW).play("""
                when uma, noel approve
                and noel moves to ministry (non-UN)
                """);
        PersonId nina = new PersonId("nina");
        Note note = new Note(nina, Rounds.ID, "Sample words");
        ContentDigest digest = script.submission().openRound().orElseThrow().digest();
        Change change = script.submission().act(script.context()).review(nina, digest, ReviewOutcome.APPROVE, note);
        assertThat(change.events())
                .containsExactly(
                        new SubmissionEvent.Reviewed(1, 3, digest, ReviewOutcome.APPROVE, note.digest()),
                        new SubmissionEvent.SeatRecused(
                                1,
                                2,
                                List.of("same-organisation-as-submitter", "same-organisation-as-implementer"),
                                null));
        script.play("""
                when nina approves
                then it is in-review
                and noel is recused
                and 1 seat is vacant
                and noel is not eligible: conflict-declared, same-organisation-as-submitter, same-organisation-as-implementer
                when the secretariat fills a seat with nuri
                and nuri accepts
                and nuri approves
                then it is published with 3 approvals, 1 UN and 2 non-UN
                """);
    }

    @Test
    void everybodyWhoTurnsOutToBeConflictedLosesTheSeat() {
        Stages.at(StageName.IN_REVIEW).play("""
                when uma, noel approve
                and noel declares a conflict with ministry
                and uma declares a conflict with ministry
                and nina approves
                then it is in-review
                and uma is recused
                and noel is recused
                and nina is reviewed
                and 2 seats are vacant
                """);
    }

    @Test
    void aConflictIsLookedForEvenWhereTheRoundIsRefused() {
        Stages.at(StageName.IN_REVIEW).play("""
                when uma requests changes
                and uma declares a conflict with ministry
                and noel, nina approve
                then it is in-review
                and uma is recused
                """);
    }

    @Test
    void aConflictIsLookedForEvenWhereTheRoundIsTied() {
        Stages.under(ReviewPolicy.GCM_2020, Stages.IN_REVIEW + """
                when uma approves
                and noel requests changes
                and noel declares a conflict with ministry
                and nina approves
                then it is in-review
                and noel is recused
                and 1 seat is vacant
                """);
    }

    @Test
    void nobodyIsLookedAtBeforeTheRoundIsComplete() {
        Stages.at(StageName.IN_REVIEW).play("""
                when uma approves
                and uma declares a conflict with ministry
                and noel approves
                then uma is reviewed
                """);
    }

    @Test
    void leavingTheRosterAfterTheReviewTakesNothingFromIt() {
        Stages.at(StageName.IN_REVIEW).play("""
                when uma, noel approve
                and uma leaves the roster
                and noel moves to fund (UN)
                and nina approves
                then it is published with 3 approvals, 1 UN and 2 non-UN
                """);
    }
}
