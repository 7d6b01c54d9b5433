package org.migrationhub.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.migrationhub.core.review.Acts.NEXT;
import static org.migrationhub.core.review.Acts.NINA;
import static org.migrationhub.core.review.Acts.NOEL;
import static org.migrationhub.core.review.Acts.NURI;
import static org.migrationhub.core.review.Acts.SILENCE;
import static org.migrationhub.core.review.Acts.UMA;
import static org.migrationhub.core.review.Acts.WORDS;
import static org.migrationhub.core.review.Acts.acts;
import static org.migrationhub.core.review.Acts.assertRefused;
import static org.migrationhub.core.review.Acts.assertSeatRefuses;
import static org.migrationhub.core.review.Acts.digest;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.error.WrongStageException;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.kit.Script;

/** What a reviewer does with a seat, and how the last review decides. */
class SeatActsTest {

    @Test
    void anAcceptanceDeclaresNoConflict() {
        Script script = Stages.under(ReviewPolicy.GCM_2022, Stages.SEATED);
        Change change = acts(script).acceptSeat(NOEL);
        assertThat(change.events()).containsExactly(new SubmissionEvent.SeatAccepted(1, 2));
        assertThat(change.after().round().orElseThrow().seat(2).orElseThrow().state())
                .isEqualTo(new SeatState.Accepted(script.context().at()));
    }

    @Test
    void whoIsNoLongerEligibleCanNotAccept() {
        Stages.under(ReviewPolicy.GCM_2022, Stages.SEATED + """
                when noel leaves the roster
                and noel accepts
                then it is refused: not-on-roster
                when nina leaves of-nina
                and nina accepts
                then it is refused: affiliation-undetermined, affiliation-changed
                when uma declares a conflict with ministry
                and uma accepts
                then it is refused: conflict-declared
                """);
    }

    @Test
    void loadLanguageAndAbsenceStopNobodyWhoHasASeat() {
        Stages.under(ReviewPolicy.GCM_2022, Stages.SEATED + """
                when noel is away for 9 days
                and nina holds 9 open seats
                and uma judges in ru
                and uma, noel, nina accept
                and uma, noel, nina approve
                then it is published with 3 approvals, 1 UN and 2 non-UN
                """);
    }

    @Test
    void whoChangesSidesIsToBeReplaced() {
        Script script = Stages.at(StageName.IN_REVIEW).play("when noel moves to fund (UN)");
        assertRefused(
                () -> acts(script).review(NOEL, digest(script), ReviewOutcome.APPROVE, WORDS),
                new Violation(
                        "",
                        "affiliation-changed",
                        "The reviewer's affiliation has changed since the seat was given; the secretariat must"
                                + " replace the seat."));
        script.play("when noel moves to college (non-UN)\nand noel approves\nthen noel is reviewed");
    }

    @Test
    void whoChangesBodiesIsToBeReplacedWhereTheyMustDiffer() {
        ReviewPolicy separate = ReviewPolicy.named("separate", 1)
                .seats(3)
                .atLeastUn(1)
                .atLeastNonUn(1)
                .approvals(3)
                .separateOrganisations()
                .rules(ReviewPolicy.GCM_2022.rules())
                .build();
        Stages.under(separate, Stages.IN_REVIEW + """
                when noel moves to of-nina (non-UN)
                and noel approves
                then it is refused: affiliation-changed
                when noel moves to of-noel (non-UN)
                and noel approves
                then noel is reviewed
                """);
    }

    @Test
    void aSeatIsDeclinedAndRecusedWithOrWithoutWords() {
        Script script = Stages.at(StageName.IN_REVIEW);
        assertThat(acts(script).declineSeat(NOEL, WORDS.digest()).events())
                .containsExactly(new SubmissionEvent.SeatDeclined(1, 2, WORDS.digest()));
        assertThat(acts(script)
                        .declineSeat(NOEL, WORDS.digest())
                        .after()
                        .round()
                        .orElseThrow()
                        .seat(2)
                        .orElseThrow()
                        .state())
                .isEqualTo(new SeatState.Declined(WORDS.digest()));
        assertThat(acts(script)
                        .declineSeat(NOEL, null)
                        .after()
                        .round()
                        .orElseThrow()
                        .seat(2)
                        .orElseThrow()
                        .state())
                .isEqualTo(new SeatState.Declined(null));
        assertThat(acts(script).recuse(NOEL, null).events())
                .containsExactly(new SubmissionEvent.SeatRecused(1, 2, List.of("declared"), null));
        assertThat(acts(script)
                        .recuse(NOEL, WORDS.digest())
                        .after()
                        .round()
                        .orElseThrow()
                        .seat(2)
                        .orElseThrow()
                        .state())
                .isEqualTo(new SeatState.Recused(List.of("declared"), WORDS.digest()));
    }

    @Test
    void aRecusalTakesTheReviewWithIt() {
        Stages.under(ReviewPolicy.GCM_2022, Stages.IN_REVIEW + """
                when uma, noel approve
                and noel recuses
                then noel is recused
                and 1 seat is vacant
                when nina approves
                then it is in-review
                when the secretariat fills a seat with nuri
                and nuri accepts
                and nuri approves
                then it is published with 3 approvals, 1 UN and 2 non-UN
                """);
    }

    @Test
    void aSeatGivenUpOrReviewedTakesNoFurtherAct() {
        Script script = Stages.at(StageName.IN_REVIEW).play("when uma approves\nand noel recuses");
        assertSeatRefuses(() -> acts(script).review(UMA, digest(script), ReviewOutcome.APPROVE, WORDS), "reviewed");
        assertSeatRefuses(() -> acts(script).acceptSeat(UMA), "reviewed");
        assertSeatRefuses(() -> acts(script).declineSeat(UMA, null), "reviewed");
        assertSeatRefuses(() -> acts(script).replaceSeat(2, NURI), "recused");
        assertThatThrownBy(() -> acts(script).recuse(NOEL, null)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whoHasNotAcceptedSeesNothingToReview() {
        Script script = Stages.under(ReviewPolicy.GCM_2022, Stages.SEATED);
        assertSeatRefuses(() -> acts(script).review(UMA, digest(script), ReviewOutcome.APPROVE, WORDS), "invited");
    }

    @Test
    void aReviewIsFiledOnTheDigest() {
        Script script = Stages.at(StageName.IN_REVIEW);
        Change change = acts(script).review(NOEL, digest(script), ReviewOutcome.REQUEST_CHANGES, WORDS);
        assertThat(change.events())
                .containsExactly(new SubmissionEvent.Reviewed(
                        1, 2, digest(script), ReviewOutcome.REQUEST_CHANGES, WORDS.digest()));
        assertThat(change.after().round().orElseThrow().seat(2).orElseThrow().review())
                .contains(new Review(
                        digest(script),
                        ReviewOutcome.REQUEST_CHANGES,
                        WORDS.digest(),
                        script.context().at()));
    }

    @Test
    void aReviewOfOtherContentIsRefused() {
        Script script = Stages.at(StageName.IN_REVIEW);
        assertThatExceptionOfType(WrongStageException.class)
                .isThrownBy(() -> acts(script).review(NOEL, NEXT, ReviewOutcome.APPROVE, WORDS))
                .satisfies(e -> {
                    assertThat(e.act()).isEqualTo("review");
                    assertThat(e.stage()).isEqualTo("in-review");
                    assertThat(e.seat()).isEqualTo("accepted");
                    assertThat(e.possible()).containsExactly("replace-seat", "decline-seat", "recuse", "review");
                    assertThat(e)
                            .hasMessage("\"review\" is not possible on this content: revision 1, " + digest(script)
                                    + ", is under review; read it first.");
                });
    }

    @Test
    void whoDoesNotApproveSaysWhy() {
        Script script = Stages.at(StageName.IN_REVIEW);
        Violation silent =
                new Violation("/text", "review.comment-required", "Say to the submitter why you don't approve.");
        SortedMap<Criterion, String> remarks = new TreeMap<>();
        remarks.put(Criterion.QUALITY, "Sample remark");
        Note onlyToSecretariat = new Note(NOEL, Rounds.ID, "", "Sample words", new TreeMap<>());
        Note byCriterion = new Note(NOEL, Rounds.ID, "", "", remarks);
        for (ReviewOutcome outcome : List.of(ReviewOutcome.REQUEST_CHANGES, ReviewOutcome.DECLINE)) {
            assertRefused(() -> acts(script).review(NOEL, digest(script), outcome, SILENCE), silent);
            assertRefused(() -> acts(script).review(NOEL, digest(script), outcome, onlyToSecretariat), silent);
            assertThat(acts(script)
                            .review(NOEL, digest(script), outcome, byCriterion)
                            .events())
                    .hasSize(1);
        }
        assertThat(acts(script)
                        .review(NOEL, digest(script), ReviewOutcome.APPROVE, SILENCE)
                        .events())
                .hasSize(1);
    }

    @Test
    void theLastReviewJudgesTheRound() {
        Script script = Stages.at(StageName.IN_REVIEW).play("when uma, noel approve\nand 3 days pass");
        Change change = acts(script).review(NINA, digest(script), ReviewOutcome.APPROVE, SILENCE);
        assertThat(change.events())
                .containsExactly(
                        new SubmissionEvent.Reviewed(1, 3, digest(script), ReviewOutcome.APPROVE, SILENCE.digest()),
                        new SubmissionEvent.Judged(
                                1,
                                new PolicyRef("gcm-2022", 1),
                                digest(script),
                                VerdictOutcome.APPROVED,
                                List.of(1, 2, 3)));
        Publication publication = change.after().publication().orElseThrow();
        assertThat(publication.revision()).isEqualTo(1);
        assertThat(publication.digest()).isEqualTo(digest(script));
        assertThat(publication.at()).isEqualTo(Samples.NOW.plus(Duration.ofDays(3)));
        assertThat(publication.verdict())
                .isEqualTo(change.after().round().orElseThrow().verdict().orElseThrow());
        assertThat(change.after().openRound()).isEmpty();
        assertThat(change.after().stage()).isEqualTo(new Stage.Published(publication));
    }

    @Test
    void aRefusalGoesBackToTheSubmitterWithItsVerdict() {
        Script script = Stages.at(StageName.CHANGES_REQUESTED);
        PanelVerdict verdict =
                script.submission().round().orElseThrow().verdict().orElseThrow();
        assertThat(verdict.outcome()).isEqualTo(VerdictOutcome.CHANGES_REQUESTED);
        assertThat(verdict.approvals()).extracting(Seat::person).containsExactly(UMA);
        assertThat(script.submission().stage()).isEqualTo(new Stage.ChangesRequested(verdict, null, null));
    }

    @Test
    void anUpdateThatIsRefusedLeavesWhatIsPublic() {
        Script script = Stages.at(StageName.UPDATE_CHANGES_REQUESTED);
        PanelVerdict verdict =
                script.submission().round().orElseThrow().verdict().orElseThrow();
        Publication first = script.submission().publication().orElseThrow();
        assertThat(first.revision()).isEqualTo(1);
        assertThat(script.submission().stage()).isEqualTo(new Stage.ChangesRequested(verdict, null, first));
        Stages.at(StageName.UPDATE_IN_REVIEW).play("""
                when ulf approves
                and noel declines
                and nina declines
                then it is published with 3 approvals, 1 UN and 2 non-UN
                and revision 1 is public
                and the verdict is declined
                """);
    }

    @Test
    void twoDeclinesOfThreeDeclineForGood() {
        Script script = Stages.at(StageName.IN_REVIEW).play("when uma declines\nand noel declines\nand nina approves");
        PanelVerdict verdict =
                script.submission().round().orElseThrow().verdict().orElseThrow();
        assertThat(script.submission().stage()).isEqualTo(new Stage.Declined(verdict, null));
        assertThat(verdict.outcome()).isEqualTo(VerdictOutcome.DECLINED);
    }

    @Test
    void anUpdateIsPublishedInPlaceOfTheLast() {
        Stages.at(StageName.UPDATE_IN_REVIEW).play("""
                when ulf, noel approve
                then revision 1 is public
                when nina approves
                then it is published with 3 approvals, 1 UN and 2 non-UN
                and revision 2 is public
                """);
    }
}
