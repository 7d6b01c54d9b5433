package org.migrationhub.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.kit.Script;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.SubmissionEvent.DeclinedAtScreening;
import org.migrationhub.core.review.SubmissionEvent.DraftSaved;
import org.migrationhub.core.review.SubmissionEvent.Featured;
import org.migrationhub.core.review.SubmissionEvent.Judged;
import org.migrationhub.core.review.SubmissionEvent.Represented;
import org.migrationhub.core.review.SubmissionEvent.Retracted;
import org.migrationhub.core.review.SubmissionEvent.Returned;
import org.migrationhub.core.review.SubmissionEvent.Reviewed;
import org.migrationhub.core.review.SubmissionEvent.RevisionSubmitted;
import org.migrationhub.core.review.SubmissionEvent.RoundOpened;
import org.migrationhub.core.review.SubmissionEvent.SeatAccepted;
import org.migrationhub.core.review.SubmissionEvent.SeatDeclined;
import org.migrationhub.core.review.SubmissionEvent.SeatFilled;
import org.migrationhub.core.review.SubmissionEvent.SeatRecused;
import org.migrationhub.core.review.SubmissionEvent.SeatReplaced;
import org.migrationhub.core.review.SubmissionEvent.Started;
import org.migrationhub.core.review.SubmissionEvent.Unfeatured;
import org.migrationhub.core.review.SubmissionEvent.Withdrawn;
import org.migrationhub.core.vocabulary.Language;

/** Events that don't follow from those before are refused, so that a forged journal can't be replayed. */
class FoldTest {

    private static final ContentDigest NEXT = Rounds.digest("next");
    private static final PolicyRef GCM_2022 = ReviewPolicy.GCM_2022.ref();

    /** The first seat accepted, the second invited, the third vacant. */
    private static final String HALF_SEATED = "when uma accepts\nand nina declines the seat";

    @ParameterizedTest
    @CsvSource({
        "DRAFT, DraftSaved RevisionSubmitted Withdrawn",
        "SUBMITTED, DraftSaved RevisionSubmitted Returned DeclinedAtScreening RoundOpened Withdrawn Represented",
        "IN_REVIEW, DraftSaved RevisionSubmitted SeatFilled SeatReplaced SeatAccepted SeatDeclined SeatRecused Reviewed"
                + " Withdrawn",
        "CHANGES_REQUESTED, DraftSaved RevisionSubmitted Withdrawn",
        "DECLINED, ",
        "PUBLISHED, DraftSaved RevisionSubmitted Featured Retracted",
        "UPDATE_SUBMITTED, DraftSaved RevisionSubmitted Returned DeclinedAtScreening RoundOpened Withdrawn"
                + " Featured Retracted",
        "UPDATE_IN_REVIEW, DraftSaved RevisionSubmitted SeatFilled SeatReplaced SeatAccepted SeatDeclined SeatRecused"
                + " Reviewed Withdrawn Featured Retracted",
        "UPDATE_CHANGES_REQUESTED, DraftSaved RevisionSubmitted Withdrawn Featured Retracted",
        "WITHDRAWN, ",
        "RETRACTED, ",
    })
    void anEventFollowsOnlyWhereItCanHaveHappened(StageName stage, String follow) {
        Set<String> following = follow == null ? Set.of() : Set.of(follow.split(" "));
        Script script = halfSeated(stage);
        for (SubmissionEvent event : oneOfEachKind(script.submission())) {
            String kind = event.getClass().getSimpleName();
            if (following.contains(kind)) {
                Submission after = replay(script, event);
                assertThat(after.version()).isEqualTo(script.submission().version() + 1);
            } else {
                assertRefused(script, event);
            }
        }
    }

    @Test
    void whatIsFeaturedIsThePublicRevisionInSomeWords() {
        SortedMap<Language, Sha256> words = new TreeMap<>(Map.of(Language.EN, Rounds.NOTE));
        Script script = Stages.at(StageName.UPDATE_SUBMITTED);
        int publicNow = script.submission().publication().orElseThrow().revision();
        assertRefused(script, new Featured(publicNow + 1, words));
        assertRefused(script, new Featured(publicNow, new TreeMap<>()));
        Featured featured = new Featured(publicNow, words);
        assertThat(replay(script, featured).feature()).isPresent();
        assertThat(replay(script, featured, new Unfeatured()).feature()).isEmpty();
        assertRefused(script, featured, new Unfeatured(), new Unfeatured());
    }

    @Test
    void theRefusalNamesTheEvent() {
        Script script = Stages.at(StageName.SUBMITTED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replay(script, new SeatAccepted(1, 1)))
                .withMessage("Event 4: SeatAccepted does not follow from what happened to s-0001 before");
    }

    @Test
    void nobodyStandsOnBothSides() {
        Script script = Stages.at(StageName.SUBMITTED);
        Represented sue = new Represented(new PersonId("sue"), Rounds.NOTE);
        assertRefused(script, new Represented(script.submission().submitter(), Rounds.NOTE));
        assertRefused(script, sue, sue);
        assertThat(replay(script, sue, new Represented(new PersonId("other"), Rounds.NOTE))
                        .representations())
                .hasSize(2);
    }

    @Test
    void nobodyOfTheSubmittersSideGetsASeat() {
        Script script = Stages.at(StageName.SUBMITTED).play("""
                given reviewers sue (non-UN)
                when sue represents the submitter
                and the secretariat seats uma, noel, nina
                and nina declines the seat
                """);
        assertRefused(script, new SeatFilled(1, Rounds.seating(4, "sue", Sector.NON_UN, false)));
        assertRefused(script, new SeatReplaced(1, 1, Rounds.seating(4, "sue", Sector.NON_UN, false)));
    }

    @Test
    void onceThereWasAPanelNobodyBeginsToRepresentTheSubmitter() {
        Represented sue = new Represented(new PersonId("sue"), Rounds.NOTE);
        Script returned = Stages.at(StageName.SUBMITTED).play("when the secretariat returns it");
        assertThat(replay(returned, sue).isRepresentedBy(sue.person())).isTrue();
        assertRefused(Stages.at(StageName.CHANGES_REQUESTED), sue);
    }

    @Test
    void aRoundDoesNotOpenWithWhoRepresentsTheSubmitter() {
        Script script = Stages.at(StageName.SUBMITTED).play("when nina represents the submitter");
        assertRefused(script, new RoundOpened(1, 1, seats()));
    }

    @Test
    void aDraftIsRepresentedFromItsBeginningOrNotAtAll() {
        Represented represented = new Represented(new PersonId("sue"), Rounds.NOTE);
        Script script = Stages.at(StageName.DRAFT);
        assertRefused(script, represented);
        List<PastEvent> first = List.of(script.events().get(0), new PastEvent(represented, Samples.NOW));
        assertThat(Submission.replay(script.submission().id(), first, Policies.presets())
                        .isRepresentedBy(represented.person()))
                .isTrue();
    }

    @Test
    void aRevisionHasTheNextNumber() {
        Script script = Stages.at(StageName.SUBMITTED);
        assertRefused(script, new RevisionSubmitted(1, NEXT, NEXT.sha256()));
        assertRefused(script, new RevisionSubmitted(3, NEXT, NEXT.sha256()));
        assertThat(replay(script, new RevisionSubmitted(2, NEXT, NEXT.sha256())).revisions())
                .hasSize(2);
    }

    @Test
    void aRoundHasTheNextNumberAndTheLastRevision() {
        Script script = Stages.at(StageName.SUBMITTED).play("when ana revises");
        assertRefused(script, new RoundOpened(0, 2, seats()));
        assertRefused(script, new RoundOpened(2, 2, seats()));
        assertRefused(script, new RoundOpened(1, 1, seats()));
        assertRefused(script, new RoundOpened(1, 3, seats()));
        assertThat(replay(script, new RoundOpened(1, 2, seats())).openRound()).isPresent();
    }

    @Test
    void anEventOfASeatNamesItsRound() {
        Script script = halfSeated(StageName.UPDATE_IN_REVIEW);
        for (int other : List.of(1, 3)) {
            assertRefused(script, new SeatFilled(other, newcomer(4)));
            assertRefused(script, new SeatReplaced(other, 1, newcomer(4)));
            assertRefused(script, new SeatAccepted(other, 2));
            assertRefused(script, new SeatDeclined(other, 1, null));
            assertRefused(script, new SeatRecused(other, 1, List.of("conflict-declared"), null));
            assertRefused(script, review(script, other, 1));
        }
    }

    @Test
    void anEventOfASeatNamesASeatThatIsThere() {
        Script script = halfSeated(StageName.IN_REVIEW);
        for (int other : List.of(0, 4, 9)) {
            assertRefused(script, new SeatReplaced(1, other, newcomer(4)));
            assertRefused(script, new SeatAccepted(1, other));
            assertRefused(script, new SeatDeclined(1, other, null));
            assertRefused(script, new SeatRecused(1, other, List.of("conflict-declared"), null));
            assertRefused(script, review(script, 1, other));
        }
    }

    @Test
    void anEventOfASeatFollowsFromItsState() {
        Script script = halfSeated(StageName.IN_REVIEW);
        assertRefused(script, new SeatAccepted(1, 1));
        assertRefused(script, review(script, 1, 2));
        assertRefused(script, new SeatAccepted(1, 3));
        assertRefused(script, new SeatDeclined(1, 3, null));
        assertRefused(script, new SeatRecused(1, 3, List.of("conflict-declared"), null));
        assertRefused(script, new SeatReplaced(1, 3, newcomer(4)));
        assertRefused(script, review(script, 1, 3));
        script.play("when uma approves");
        assertRefused(script, review(script, 1, 1));
        assertRefused(script, new SeatDeclined(1, 1, null));
        assertRefused(script, new SeatReplaced(1, 1, newcomer(4)));
        assertThat(replay(script, new SeatRecused(1, 1, List.of("conflict-declared"), null))
                        .version())
                .isEqualTo(script.submission().version() + 1);
    }

    @Test
    void aNewSeatHasTheNextNumberAndSomebodyNew() {
        Script script = halfSeated(StageName.IN_REVIEW);
        assertRefused(script, new SeatFilled(1, newcomer(3)));
        assertRefused(script, new SeatFilled(1, newcomer(5)));
        assertRefused(script, new SeatFilled(1, Rounds.seating(4, "noel", Sector.NON_UN, false)));
        assertRefused(script, new SeatReplaced(1, 1, newcomer(3)));
        assertRefused(script, new SeatReplaced(1, 1, newcomer(5)));
        assertRefused(script, new SeatReplaced(1, 1, Rounds.seating(4, "noel", Sector.NON_UN, false)));
    }

    @Test
    void aRoundOpensWithSeatsInOrderAndNobodyTwice() {
        Script script = Stages.at(StageName.SUBMITTED);
        Seating first = Rounds.seating(1, "uma", Sector.UN, false);
        assertRefused(script, new RoundOpened(1, 1, List.of(Rounds.seating(0, "uma", Sector.UN, false))));
        assertRefused(script, new RoundOpened(1, 1, List.of(Rounds.seating(2, "uma", Sector.UN, false))));
        assertRefused(script, new RoundOpened(1, 1, List.of(first, Rounds.seating(1, "noel", Sector.UN, false))));
        assertRefused(script, new RoundOpened(1, 1, List.of(first, Rounds.seating(2, "uma", Sector.UN, false))));
        assertRefused(script, new RoundOpened(1, 1, List.of(Rounds.seating(1, "uma", Sector.UN, true))));
        List<Seating> four = new ArrayList<>(seats());
        four.add(newcomer(4));
        assertRefused(script, new RoundOpened(1, 1, four));
        assertThat(replay(script, new RoundOpened(1, 1, List.of(first))).openRound())
                .isPresent();
        assertThat(replay(script, new RoundOpened(1, 1, List.of())).openRound()).isPresent();
    }

    @Test
    void theSubmitterNeverHasASeat() {
        Script submitted = Stages.at(StageName.SUBMITTED);
        assertRefused(submitted, new RoundOpened(1, 1, List.of(Rounds.seating(1, "ana", Sector.UN, false))));
        Script seated = halfSeated(StageName.IN_REVIEW);
        assertRefused(seated, new SeatFilled(1, Rounds.seating(4, "ana", Sector.UN, false)));
        assertRefused(seated, new SeatReplaced(1, 1, Rounds.seating(4, "ana", Sector.UN, false)));
    }

    @Test
    void nobodyIsSeatedAsHavingDeclaredWhoHasNot() {
        Script submitted = Stages.at(StageName.SUBMITTED);
        assertRefused(submitted, new RoundOpened(1, 1, List.of(declared(1, "uma", Sector.UN))));
        Script seated = halfSeated(StageName.IN_REVIEW);
        assertRefused(seated, new SeatFilled(1, declared(4, "nuri", Sector.NON_UN)));
        assertRefused(seated, new SeatReplaced(1, 1, declared(4, "ulf", Sector.UN)));
    }

    @Test
    void aDeclarationStaysGoodOnlyForWhomItWasMadeByAndOnWhatItWasMade() {
        Script script = halfSeated(StageName.IN_REVIEW);
        Sha256 same = script.submission().revision().orElseThrow().disclosure();
        RevisionSubmitted again = new RevisionSubmitted(2, NEXT, same);
        RoundOpened uma = new RoundOpened(2, 2, List.of(declared(1, "uma", Sector.UN)));
        assertThat(replay(script, again, uma).openRound()).isPresent();
        for (String hasNot : List.of("noel", "nina", "nuri")) {
            assertRefused(script, again, new RoundOpened(2, 2, List.of(declared(1, hasNot, Sector.NON_UN))));
        }
        assertRefused(script, new RevisionSubmitted(2, NEXT, NEXT.sha256()), uma);
    }

    @Test
    void whoeverFellOutOverAConflictOrStandsOnNoSideHasNoSeat() {
        Script script = Stages.at(StageName.IN_REVIEW).play("when nina recuses");
        assertRefused(script, new SeatFilled(1, Rounds.seating(4, "nina", Sector.NON_UN, false)));
        assertRefused(script, new SeatReplaced(1, 1, Rounds.seating(4, "nina", Sector.NON_UN, false)));
        assertRefused(script, new SeatFilled(1, Rounds.seating(4, "nuri", Sector.UNDETERMINED, false)));
        assertRefused(
                Stages.at(StageName.SUBMITTED),
                new RoundOpened(1, 1, List.of(Rounds.seating(1, "nuri", Sector.UNDETERMINED, false))));
        assertRefused(
                script,
                new RevisionSubmitted(2, NEXT, NEXT.sha256()),
                new RoundOpened(2, 2, List.of(Rounds.seating(1, "nina", Sector.NON_UN, false))));
    }

    @Test
    void aNewSeatIsOneThatIsWanted() {
        Seating further = Rounds.seating(4, "nuri", Sector.NON_UN, true);
        Script full = Stages.at(StageName.IN_REVIEW);
        assertRefused(full, new SeatFilled(1, newcomer(4)));
        assertRefused(full, new SeatFilled(1, further));
        assertRefused(full, new SeatReplaced(1, 1, further));
        assertRefused(halfSeated(StageName.IN_REVIEW), new SeatFilled(1, further));
        Script tied =
                Stages.under(ReviewPolicy.GCM_2020, Stages.IN_REVIEW + "when uma, noel approve\nand nina declines");
        assertRefused(tied, new SeatFilled(1, newcomer(4)));
        tied.play("when the secretariat seats further nuri");
        assertRefused(tied, new SeatReplaced(1, 4, Rounds.seating(5, "nora", Sector.NON_UN, false)));
        assertRefused(tied, new SeatFilled(1, Rounds.seating(5, "nora", Sector.NON_UN, true)));
    }

    @Test
    void aReviewIsOnTheRoundsContent() {
        Script script = halfSeated(StageName.IN_REVIEW);
        assertRefused(script, new Reviewed(1, 1, NEXT, ReviewOutcome.APPROVE, Rounds.NOTE));
    }

    @Test
    void aVerdictIsJudgedAgainAndNeverBelieved() {
        Script script = Stages.at(StageName.PUBLISHED);
        List<PastEvent> events = script.events();
        Judged judged = (Judged) events.get(events.size() - 1).event();
        assertThat(judged.outcome()).isEqualTo(VerdictOutcome.APPROVED);
        ContentDigest digest = judged.digest();
        List<Integer> all = List.of(1, 2, 3);
        assertThat(replayLast(events, judged)).isEqualTo(script.submission());
        assertLastRefused(events, new Judged(2, GCM_2022, digest, VerdictOutcome.APPROVED, all));
        assertLastRefused(events, new Judged(1, new PolicyRef("gcm-2022", 2), digest, VerdictOutcome.APPROVED, all));
        assertLastRefused(events, new Judged(1, GCM_2022, NEXT, VerdictOutcome.APPROVED, all));
        assertLastRefused(events, new Judged(1, GCM_2022, digest, VerdictOutcome.CHANGES_REQUESTED, all));
        assertLastRefused(events, new Judged(1, GCM_2022, digest, VerdictOutcome.DECLINED, List.of()));
        assertLastRefused(events, new Judged(1, GCM_2022, digest, VerdictOutcome.APPROVED, List.of(1, 2)));
        assertLastRefused(events, new Judged(1, GCM_2022, digest, VerdictOutcome.APPROVED, List.of(3, 2, 1)));
    }

    @Test
    void aRefusalIsNotTurnedIntoAnApproval() {
        Script script = Stages.at(StageName.CHANGES_REQUESTED);
        ContentDigest digest = script.submission().round().orElseThrow().digest();
        assertLastRefused(script.events(), new Judged(1, GCM_2022, digest, VerdictOutcome.APPROVED, List.of(1, 2, 3)));
        assertLastRefused(script.events(), new Judged(1, GCM_2022, digest, VerdictOutcome.APPROVED, List.of(1)));
    }

    @Test
    void aRoundIsNotJudgedWhileAReviewCouldStillHelp() {
        Script script = Stages.at(StageName.IN_REVIEW).play("when uma, noel approve");
        ContentDigest digest = script.submission().round().orElseThrow().digest();
        for (VerdictOutcome outcome : VerdictOutcome.values()) {
            assertRefused(script, new Judged(1, GCM_2022, digest, outcome, List.of(1, 2)));
        }
    }

    @Test
    void aRoundThatIsBeyondApprovalMayBeEndedAsRefusedOnly() {
        Script script = Stages.at(StageName.IN_REVIEW).play("when uma declines\nand noel approves");
        ContentDigest digest = script.submission().round().orElseThrow().digest();
        assertRefused(script, new Judged(1, GCM_2022, digest, VerdictOutcome.DECLINED, List.of(2)));
        assertRefused(script, new Judged(1, GCM_2022, digest, VerdictOutcome.APPROVED, List.of(2)));
        assertThat(replay(script, new Judged(1, GCM_2022, digest, VerdictOutcome.CHANGES_REQUESTED, List.of(2)))
                        .stage()
                        .name())
                .isEqualTo(StageName.CHANGES_REQUESTED);
    }

    @Test
    void aTieMayBeEndedAsRefusedOnly() {
        Script script =
                Stages.under(ReviewPolicy.GCM_2020, Stages.IN_REVIEW + "when uma, noel approve\nand nina declines");
        ContentDigest digest = script.submission().round().orElseThrow().digest();
        PolicyRef policy = ReviewPolicy.GCM_2020.ref();
        assertRefused(script, new Judged(1, policy, digest, VerdictOutcome.APPROVED, List.of(1, 2)));
        assertThat(replay(script, new Judged(1, policy, digest, VerdictOutcome.CHANGES_REQUESTED, List.of(1, 2)))
                        .openRound())
                .isEmpty();
    }

    @Test
    void whatIsJudgedAgainIsDatedAsItWas() {
        Script script = Stages.at(StageName.PUBLISHED);
        Submission replayed = Submission.replay(Rounds.ID, script.events(), Policies.presets());
        assertThat(replayed).isEqualTo(script.submission());
        assertThat(replayed.publication().orElseThrow().at()).isEqualTo(Samples.NOW);
    }

    @Test
    void eventsThatDoNotBeginWithAStartAreNoSubmission() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Submission.replay(Rounds.ID, List.of(), Policies.presets()))
                .withMessage("The events of s-0001 don't begin with its start");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Submission.replay(
                        Rounds.ID, List.of(new PastEvent(new DraftSaved(NEXT), Samples.NOW)), Policies.presets()))
                .withMessage("The events of s-0001 don't begin with its start");
    }

    @Test
    void aSubmissionUnderAPolicyThatIsNotKnownCanNotBeReplayed() {
        Started started =
                new Started(Kind.PRACTICE, Samples.ANA.id(), Samples.submitting(), new PolicyRef("gcm-2022", 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Submission.replay(Rounds.ID, List.of(new PastEvent(started, Samples.NOW)), Policies.presets()))
                .withMessage("Unknown policy gcm-2022/2 of s-0001");
    }

    @Test
    void everyPrefixOfAStoryIsAStory() {
        for (StageName stage : StageName.values()) {
            List<PastEvent> events = Stages.at(stage).events();
            for (int length = 1; length <= events.size(); length++) {
                Submission part = Submission.replay(Rounds.ID, events.subList(0, length), Policies.presets());
                assertThat(part.version()).isEqualTo(length);
            }
        }
    }

    @Test
    void noEventCanBeLeftOutOrSwappedBeforeAPublication() {
        List<PastEvent> events = Stages.at(StageName.PUBLISHED).events();
        Submission whole = Submission.replay(Rounds.ID, events, Policies.presets());
        int drafts = 0;
        for (int left = 0; left < events.size() - 1; left++) {
            List<PastEvent> shorter = new ArrayList<>(events);
            if (shorter.remove(left).event() instanceof DraftSaved) {
                drafts++;
            } else {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Submission.replay(Rounds.ID, shorter, Policies.presets()));
            }
        }
        assertThat(drafts).isEqualTo(1);
        assertThat(whole.publication()).isPresent();
    }

    private static Script halfSeated(StageName stage) {
        return switch (stage) {
            case IN_REVIEW -> Stages.under(ReviewPolicy.GCM_2022, Stages.SEATED + HALF_SEATED);
            case UPDATE_IN_REVIEW ->
                Stages.under(
                        ReviewPolicy.GCM_2022,
                        Stages.UPDATE_SUBMITTED + "when the secretariat seats uma, noel, nina\n" + HALF_SEATED);
            default -> Stages.at(stage);
        };
    }

    private static List<SubmissionEvent> oneOfEachKind(Submission submission) {
        int round = submission.rounds().size();
        int revision = submission.revisions().size();
        ContentDigest digest = submission.round().map(Round::digest).orElse(NEXT);
        int publicRevision = submission.publication().map(Publication::revision).orElse(revision);
        int next = submission.round().map(last -> last.seats().size()).orElse(0) + 1;
        Map<String, SubmissionEvent> kinds = new LinkedHashMap<>();
        for (SubmissionEvent event : List.of(
                new Started(Kind.PRACTICE, Samples.ANA.id(), Samples.submitting(), GCM_2022),
                new DraftSaved(NEXT),
                new RevisionSubmitted(revision + 1, NEXT, NEXT.sha256()),
                new Returned(Rounds.NOTE),
                new DeclinedAtScreening(Rounds.NOTE),
                new RoundOpened(round + 1, revision, seats()),
                new SeatFilled(round, newcomer(next)),
                new SeatReplaced(round, 1, newcomer(next)),
                new SeatAccepted(round, 2),
                new SeatDeclined(round, 1, null),
                new SeatRecused(round, 1, List.of("declared"), null),
                new Reviewed(round, 1, digest, ReviewOutcome.APPROVE, Rounds.NOTE),
                new Judged(round, GCM_2022, digest, VerdictOutcome.APPROVED, List.of(1, 2, 3)),
                new Withdrawn(null),
                new Featured(publicRevision, new TreeMap<>(Map.of(Language.EN, Rounds.NOTE))),
                new Unfeatured(),
                new Retracted(Rounds.NOTE),
                new Represented(new PersonId("sue"), Rounds.NOTE))) {
            kinds.put(event.getClass().getSimpleName(), event);
        }
        assertThat(kinds).hasSize(SubmissionEvent.class.getPermittedSubclasses().length);
        return List.copyOf(kinds.values());
    }

    private static List<Seating> seats() {
        return List.of(
                Rounds.seating(1, "uma", Sector.UN, false),
                Rounds.seating(2, "noel", Sector.NON_UN, false),
                Rounds.seating(3, "nina", Sector.NON_UN, false));
    }

    private static Seating newcomer(int number) {
        return Rounds.seating(number, "nuri", Sector.NON_UN, false);
    }

    private static Reviewed review(Script script, int round, int seat) {
        ContentDigest digest = script.submission().round().orElseThrow().digest();
        return new Reviewed(round, seat, digest, ReviewOutcome.APPROVE, Rounds.NOTE);
    }

    private static Seating declared(int number, String person, Sector sector) {
        Seating plain = Rounds.seating(number, person, sector, false);
        return new Seating(number, plain.person(), sector, plain.organisations(), plain.due(), true, false);
    }

    private static Submission replay(Script script, SubmissionEvent... next) {
        List<PastEvent> events = new ArrayList<>(script.events());
        for (SubmissionEvent event : next) {
            events.add(new PastEvent(event, script.context().at()));
        }
        return Submission.replay(Rounds.ID, events, Policies.presets());
    }

    /** Refused at the last of these; those before it follow. */
    private static void assertRefused(Script script, SubmissionEvent... next) {
        String last = next[next.length - 1].getClass().getSimpleName();
        assertThatIllegalArgumentException()
                .as("%s after %s", List.of(next), script.submission())
                .isThrownBy(() -> replay(script, next))
                .withMessageEndingWith(last + " does not follow from what happened to s-0001 before");
    }

    private static Submission replayLast(List<PastEvent> events, SubmissionEvent last) {
        List<PastEvent> changed = new ArrayList<>(events.subList(0, events.size() - 1));
        changed.add(new PastEvent(last, events.get(events.size() - 1).at()));
        return Submission.replay(Rounds.ID, changed, Policies.presets());
    }

    private static void assertLastRefused(List<PastEvent> events, SubmissionEvent last) {
        assertThatIllegalArgumentException().as("%s", last).isThrownBy(() -> replayLast(events, last));
    }
}
