package org.migrationhub.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.HubException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.kit.Script;

class SubmissionTest {

    private static final ContentDigest NEXT = Rounds.digest("next");

    /** What a panel's act is refused with when there is nothing to do, whoever would do it. */
    private static final Set<String> NOTHING_TO_DO =
            Set.of("panel.full", "round.not-tied", "round.open", "represents-after-panel", "feature.missing");

    @Test
    void submissionsAreEqualExactlyIfIdPolicyAndStateAre() {
        Submission submitted = Stages.at(StageName.SUBMITTED).submission();
        Submission same = Stages.at(StageName.SUBMITTED).submission();
        assertThat(same).isEqualTo(submitted).hasSameHashCodeAs(submitted);
        assertThat(Stages.at(StageName.DRAFT).submission()).isNotEqualTo(submitted);
        assertThat(Stages.under(ReviewPolicy.GCM_2020, Stages.SUBMITTED).submission())
                .isNotEqualTo(submitted);
        Submission elsewhere = replayAs("s-0002", Stages.at(StageName.SUBMITTED));
        assertThat(elsewhere).isNotEqualTo(submitted);
        assertThat(elsewhere.hashCode()).isNotEqualTo(submitted.hashCode());
        assertThat(submitted).isNotEqualTo("practice s-0001, submitted, version 3");
        assertThat(submitted).hasToString("practice s-0001, submitted, version 3");
    }

    @Test
    void theRoundThatIsOverIsNotOpen() {
        Submission published = Stages.at(StageName.PUBLISHED).submission();
        assertThat(published.round()).isPresent();
        assertThat(published.openRound()).isEmpty();
        assertThat(Stages.at(StageName.IN_REVIEW).submission().openRound()).isPresent();
    }

    @Test
    void aRoundIsEndedByTheVerdictARevisionAWithdrawalOrARetraction() {
        Script published = Stages.at(StageName.PUBLISHED);
        assertThat(endOf(published, 1)).isEqualTo(published.submission().version());
        for (String end : List.of("ana withdraws", "ana revises")) {
            Script script = Stages.at(StageName.IN_REVIEW);
            long before = script.submission().version();
            script.play("when " + end);
            assertThat(endOf(script, 1)).as(end).isEqualTo(before + 1);
        }
        Script update = Stages.at(StageName.UPDATE_IN_REVIEW);
        long first = endOf(update, 1);
        long before = update.submission().version();
        update.play("when the secretariat retracts it");
        assertThat(endOf(update, 2)).isEqualTo(before + 1);
        assertThat(endOf(update, 1)).isEqualTo(first);
    }

    @Test
    void theOuterVersionTellsNothingOfWhenAReviewerActs() {
        Script script = Stages.under(ReviewPolicy.GCM_2022, Stages.SEATED);
        long seated = script.submission().version(false, true);
        assertThat(seated).isEqualTo(script.submission().version());
        for (String act : List.of(
                "uma accepts",
                "noel accepts",
                "uma approves",
                "uma recuses",
                "the secretariat fills a seat with ulf",
                "the secretariat replaces noel by nuri",
                "nina declines the seat")) {
            script.play("when " + act);
            assertThat(script.submission().version(false, true)).as(act).isEqualTo(seated);
        }
        script.play("when ana revises");
        assertThat(script.submission().version(false, true)).isEqualTo(seated + 2);
    }

    @Test
    void theOuterVersionMovesOnWithTheVerdict() {
        Script script = Stages.at(StageName.IN_REVIEW).play("when uma, noel approve");
        long before = script.submission().version(false, true);
        script.play("when nina approves\nthen it is published");
        assertThat(script.submission().version(false, true)).isEqualTo(before + 1);
    }

    @Test
    void whatIsOfferedIsExactlyWhatCanBeDone() {
        int offers = 0;
        for (Script script : stories()) {
            for (Act act : Act.values()) {
                for (PersonId person : List.of(new PersonId("uma"), new PersonId("nina"), new PersonId("nuri"))) {
                    boolean offered = script.submission()
                            .offers(act, person, script.context().at());
                    assertThat(offered)
                            .as("%s by %s: %s", act, person, script.submission())
                            .isEqualTo(canBeDone(script, act, person));
                    offers++;
                }
            }
        }
        assertThat(offers).isEqualTo(18 * 19 * 3);
    }

    @Test
    void nobodyIsOfferedWhatASeatIsNeededFor() {
        Script script = Stages.at(StageName.IN_REVIEW);
        Instant now = script.context().at();
        assertThat(script.submission().offers(Act.REVIEW, null, now)).isFalse();
        assertThat(script.submission().offers(Act.WITHDRAW, null, now)).isTrue();
    }

    @Test
    void aDraftIsSavedOnlyWhereTheTableAllowsIt() {
        Submission declined = Stages.at(StageName.DECLINED).submission();
        assertThatThrownBy(() -> declined.saveDraft(NEXT, Samples.NOW)).isInstanceOf(HubException.class);
        assertThat(Stages.at(StageName.PUBLISHED)
                        .submission()
                        .saveDraft(NEXT, Samples.NOW)
                        .after()
                        .draft())
                .contains(NEXT);
    }

    @Test
    void anActThatLeadsWhereItsTableDoesNotAllowItIsAFault() {
        TransitionTable narrow = TransitionTable.rows()
                .row(StageName.DRAFT, Act.SAVE_DRAFT, StageName.DRAFT)
                .row(StageName.DRAFT, Act.SUBMIT, StageName.IN_REVIEW)
                .build();
        Script script = Stages.at(StageName.DRAFT);
        Submission draft = Submission.start(
                        Rounds.ID,
                        ReviewPolicy.GCM_2022,
                        narrow,
                        Kind.PRACTICE,
                        Samples.ANA.id(),
                        Samples.submitting(),
                        null,
                        NEXT,
                        Samples.NOW)
                .after();
        assertThatIllegalStateException()
                .isThrownBy(() -> draft.act(script.context()).submit(NEXT))
                .withMessage("submit led from draft to submitted");
        assertThat(draft.table()).isSameAs(narrow);
    }

    @Test
    void aSubmissionUnderATableWithoutDraftsDoesNotStart() {
        TransitionTable none = TransitionTable.rows().build();
        assertThatThrownBy(() -> Submission.start(
                        Rounds.ID,
                        ReviewPolicy.GCM_2022,
                        none,
                        Kind.PRACTICE,
                        Samples.ANA.id(),
                        Samples.submitting(),
                        null,
                        NEXT,
                        Samples.NOW))
                .isInstanceOf(HubException.class);
    }

    @Test
    void theOrganisationsOfAStartCanNotBeChanged() {
        var given = Samples.submitting();
        SubmissionEvent.Started started =
                new SubmissionEvent.Started(Kind.PRACTICE, Samples.ANA.id(), given, ReviewPolicy.GCM_2022.ref());
        given.clear();
        assertThat(started.organisations()).isEqualTo(Samples.submitting());
        assertThatThrownBy(() -> started.organisations().clear()).isInstanceOf(UnsupportedOperationException.class);
        Submission submission = Stages.at(StageName.DRAFT).submission();
        assertThatThrownBy(() -> submission.organisations().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> submission.revisions().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> submission.rounds().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aSeatIsLostForADeclarationAloneOrForWhatRulesFound() {
        for (List<String> reasons : List.of(List.<String>of(), List.of("declared", "same-organisation"))) {
            assertThatThrownBy(() -> new SubmissionEvent.SeatRecused(1, 1, reasons, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Nobody loses a seat for " + reasons);
        }
        assertThat(new SubmissionEvent.SeatRecused(1, 1, List.of("same-organisation", "named"), null).reasons())
                .hasSize(2);
    }

    @Test
    void theListsOfEventsCanNotBeChanged() {
        List<Seating> seats = new ArrayList<>(List.of(Rounds.seat(1, "Ui").seating()));
        List<String> reasons = new ArrayList<>(List.of("declared"));
        List<Integer> approvals = new ArrayList<>(List.of(1));
        var opened = new SubmissionEvent.RoundOpened(1, 1, seats);
        var recused = new SubmissionEvent.SeatRecused(1, 1, reasons, null);
        var judged =
                new SubmissionEvent.Judged(1, ReviewPolicy.GCM_2022.ref(), NEXT, VerdictOutcome.APPROVED, approvals);
        List.of(seats, reasons, approvals).forEach(given -> given.clear());
        assertThat(opened.seats()).hasSize(1);
        assertThat(recused.reasons()).hasSize(1);
        assertThat(judged.approvals()).hasSize(1);
    }

    private static long endOf(Script script, int round) {
        return script.submission().rounds().get(round - 1).endedBy();
    }

    private static boolean canBeDone(Script script, Act act, PersonId person) {
        try {
            Acts.perform(script, act, person);
            return true;
        } catch (RefusedException refused) {
            return refused.violations().stream().noneMatch(violation -> NOTHING_TO_DO.contains(violation.code()));
        } catch (HubException notNow) {
            return false;
        }
    }

    private static List<Script> stories() {
        List<Script> stories = new ArrayList<>(
                Arrays.stream(StageName.values()).map(Stages::at).toList());
        stories.set(0, Stages.under(ReviewPolicy.GCM_2022, """
                given reviewers nuri (UN), nora (UN)
                and a practice by ana of ministry
                and reviewers uma (UN), noel (non-UN), nina (non-UN)
                """));
        for (String more : List.of(
                "when uma approves",
                "when nina declines the seat",
                "when uma, noel approve\nand nina recuses",
                "when uma requests changes",
                "when uma, noel approve\nand nina requests changes",
                "when uma, noel approve\nand nina declines\nand the secretariat seats further nuri")) {
            stories.add(Stages.under(ReviewPolicy.GCM_2020, Stages.IN_REVIEW + more));
        }
        stories.add(Stages.under(ReviewPolicy.GCM_2022, Stages.SEATED + "when uma accepts"));
        return stories;
    }

    private static Submission replayAs(String id, Script script) {
        return Submission.replay(new SubmissionId(id), script.events(), Policies.presets());
    }
}
