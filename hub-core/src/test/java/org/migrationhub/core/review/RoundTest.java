package org.migrationhub.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Sector;

class RoundTest {

    private static final Round ROUND = Rounds.of("Ui Na Nd Nc Nr U+ *N~");

    @Test
    void aRoundKnowsWhatIsUnderReview() {
        assertThat(ROUND.submission()).isEqualTo(Rounds.ID);
        assertThat(ROUND.number()).isEqualTo(1);
        assertThat(ROUND.revision()).isEqualTo(1);
        assertThat(ROUND.digest()).isEqualTo(Rounds.DIGEST);
        assertThat(ROUND.openedAt()).isEqualTo(Rounds.AT);
        assertThat(ROUND.seats()).hasSize(7);
        assertThat(ROUND.nextSeatNumber()).isEqualTo(8);
        assertThat(Rounds.of("")).hasToString("round 1 of s-0001 on revision 1: []");
    }

    @Test
    void theSeatsThatCountAreThoseInvitedAcceptedAndReviewed() {
        assertThat(ROUND.standing()).extracting(Seat::number).containsExactly(1, 2, 6, 7);
        assertThat(ROUND.seatOf(new PersonId("p-2"))).contains(ROUND.seats().get(1));
        assertThat(ROUND.seatOf(new PersonId("p-3"))).isEmpty();
        assertThat(ROUND.seatOf(new PersonId("p-9"))).isEmpty();
    }

    @Test
    void whoSatBeforeAndSitsAgainHasTheSecondSeat() {
        Seat first = new Seat(Rounds.seating(1, "ana", Sector.UN, false), Rounds.state('d'));
        Seat second = new Seat(Rounds.seating(2, "ana", Sector.UN, false), Rounds.state('i'));
        Round round = new Round(Rounds.ID, 1, Rounds.REVISION, Rounds.AT, List.of(first, second));
        assertThat(round.seatOf(new PersonId("ana"))).contains(second);
    }

    @Test
    void aSeatIsFoundByItsNumber() {
        assertThat(ROUND.seat(0)).isEmpty();
        assertThat(ROUND.seat(1)).contains(ROUND.seats().get(0));
        assertThat(ROUND.seat(7)).contains(ROUND.seats().get(6));
        assertThat(ROUND.seat(8)).isEmpty();
    }

    @Test
    void aRoundIsOpenUntilItIsJudgedOrVoid() {
        PanelVerdict verdict = ReviewPolicy.GCM_2022.refusal(ROUND, Rounds.AT);
        assertThat(ROUND.isOpen()).isTrue();
        assertThat(ROUND.isVoid()).isFalse();
        assertThat(ROUND.verdict()).isEmpty();
        assertThat(ROUND.voided(9).isOpen()).isFalse();
        assertThat(ROUND.voided(9).isVoid()).isTrue();
        assertThat(ROUND.voided(9).voided(9)).isEqualTo(ROUND.voided(9));
        assertThat(ROUND.judged(verdict, 9).isOpen()).isFalse();
        assertThat(ROUND.judged(verdict, 9).verdict()).contains(verdict);
        assertThat(ROUND.judged(verdict, 9).voided(9)).isEqualTo(ROUND.judged(verdict, 9));
    }

    @Test
    void aRoundKnowsWhichEventEndedIt() {
        PanelVerdict verdict = ReviewPolicy.GCM_2022.refusal(ROUND, Rounds.AT);
        assertThat(ROUND.endedBy()).isZero();
        assertThat(ROUND.voided(9).endedBy()).isEqualTo(9);
        assertThat(ROUND.judged(verdict, 9).endedBy()).isEqualTo(9);
        assertThat(ROUND.voided(9).voided(10).endedBy()).isEqualTo(9);
        assertThat(ROUND.judged(verdict, 9).voided(10).endedBy()).isEqualTo(9);
        assertThat(ROUND.voided(9)).isNotEqualTo(ROUND.voided(10));
        assertThat(ROUND.voided(9).with(Rounds.seat(8, "Ni")).endedBy()).isEqualTo(9);
        assertThat(ROUND.voided(9)
                        .withState(1, new SeatState.Accepted(Rounds.AT))
                        .endedBy())
                .isEqualTo(9);
    }

    @Test
    void theReasonsOfARecusalCanNotBeChanged() {
        List<String> given = new ArrayList<>(List.of("declared"));
        SeatState.Recused recused = new SeatState.Recused(given, Rounds.NOTE);
        given.clear();
        assertThat(recused).isEqualTo(new SeatState.Recused(List.of("declared"), Rounds.NOTE));
    }

    @Test
    void aChangeOfASeatChangesNothingElse() {
        Round changed = ROUND.withState(2, new SeatState.Recused(List.of("declared"), null));
        assertThat(changed.seats().get(1).state()).isEqualTo(new SeatState.Recused(List.of("declared"), null));
        assertThat(changed.withState(2, ROUND.seats().get(1).state())).isEqualTo(ROUND);
        Round grown = ROUND.with(Rounds.seat(8, "Ni"));
        assertThat(grown.seats()).hasSize(8).startsWith(ROUND.seats().toArray(Seat[]::new));
        assertThatThrownBy(() -> ROUND.seats().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void roundsAreEqualExactlyIfEveryPartIs() {
        Round plain = Rounds.of("Ui Ni");
        List<Seat> seats = plain.seats();
        assertThat(Rounds.of("Ui Ni")).isEqualTo(plain).hasSameHashCodeAs(plain);
        Revision sameContent = new Revision(2, Rounds.DIGEST, Rounds.NOTE, Rounds.AT);
        Revision sameNumber = new Revision(1, Rounds.OTHER, Rounds.NOTE, Rounds.AT);
        List<Round> others = List.of(
                new Round(new SubmissionId("s-0002"), 1, Rounds.REVISION, Rounds.AT, seats),
                new Round(Rounds.ID, 2, Rounds.REVISION, Rounds.AT, seats),
                new Round(Rounds.ID, 1, sameContent, Rounds.AT, seats),
                new Round(Rounds.ID, 1, sameNumber, Rounds.AT, seats),
                new Round(Rounds.ID, 1, Rounds.REVISION, Rounds.DUE, seats),
                Rounds.of("Ui Na"),
                plain.judged(ReviewPolicy.GCM_2022.refusal(plain, Rounds.AT), 9),
                plain.voided(9));
        assertThat(others).doesNotContain(plain).doesNotHaveDuplicates();
        assertThat(plain).isNotEqualTo("round 1");
        assertThat(plain.hashCode()).isNotEqualTo(plain.voided(9).hashCode());
    }

    @ParameterizedTest
    @CsvSource({"Ui, true, false", "Ua, true, false", "U+, true, true", "U~, true, false", "U-, true, false"})
    void aSeatStandsOrApproves(String word, boolean standing, boolean approves) {
        Seat seat = Rounds.seat(1, word);
        assertThat(seat.isStanding()).isEqualTo(standing);
        assertThat(seat.approves(Rounds.of(word))).isEqualTo(approves);
        assertThat(seat.isFurther()).isFalse();
        assertThat(Rounds.seat(1, "*" + word).isFurther()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Ud", "Uc", "Ur"})
    void aSeatGivenUpNeitherStandsNorApproves(String word) {
        assertThat(Rounds.seat(1, word).isStanding()).isFalse();
        assertThat(Rounds.seat(1, word).approves(Rounds.of(word))).isFalse();
        assertThat(Rounds.seat(1, word).review()).isEmpty();
    }

    @Test
    void anApprovalOfOtherContentIsNone() {
        Seat seat = Rounds.seat(1, "Uo");
        assertThat(seat.approves(Rounds.of("Uo"))).isFalse();
        assertThat(seat.review()).contains(new Review(Rounds.OTHER, ReviewOutcome.APPROVE, Rounds.NOTE, Rounds.AT));
    }

    @Test
    void aReviewIsOverdueFromJustAfterItsDueInstantOn() {
        Instant after = Rounds.DUE.plus(Duration.ofNanos(1));
        assertThat(Rounds.seat(1, "Ui").isOverdue(Rounds.DUE)).isFalse();
        assertThat(Rounds.seat(1, "Ui").isOverdue(after)).isTrue();
        assertThat(Rounds.seat(1, "Ua").isOverdue(after)).isTrue();
        for (String other : List.of("U+", "U~", "U-", "Ud", "Uc", "Ur")) {
            assertThat(Rounds.seat(1, other).isOverdue(after)).as(other).isFalse();
        }
    }

    @Test
    void aSeatIsTakenWithoutADeclarationUnlessItWasMadeBefore() {
        Seating fresh = Rounds.seating(1, "ana", Sector.UN, false);
        Seating declared = new Seating(1, fresh.person(), Sector.UN, fresh.organisations(), Rounds.DUE, true, false);
        assertThat(Seat.taken(fresh, Rounds.AT).state()).isEqualTo(new SeatState.Invited());
        assertThat(Seat.taken(declared, Rounds.AT).state()).isEqualTo(new SeatState.Accepted(Rounds.AT));
    }

    @Test
    void theOrganisationsOfASeatCanNotBeChanged() {
        TreeSet<OrganisationId> given = new TreeSet<>(List.of(new OrganisationId("city")));
        Seating copied = new Seating(1, new PersonId("ana"), Sector.UN, given, Rounds.DUE, false, false);
        given.clear();
        assertThat(copied.organisations()).hasSize(1);
        assertThatThrownBy(() -> copied.organisations().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatAPolicySaysOfARoundCanNotBeChanged() {
        Judgement.Pending pending = new Judgement.Pending(List.of(1), 0);
        Judgement.Tied tied = new Judgement.Tied(new TreeSet<>(List.of(Sector.NON_UN, Sector.UN)));
        assertThat(tied.sectors()).containsExactly(Sector.UN, Sector.NON_UN);
        assertThatThrownBy(() -> pending.awaited().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> tied.sectors().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
