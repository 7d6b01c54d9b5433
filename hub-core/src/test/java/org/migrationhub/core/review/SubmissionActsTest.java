package org.migrationhub.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.migrationhub.core.review.Acts.NEXT;
import static org.migrationhub.core.review.Acts.SILENCE;
import static org.migrationhub.core.review.Acts.UMA;
import static org.migrationhub.core.review.Acts.WORDS;
import static org.migrationhub.core.review.Acts.acts;
import static org.migrationhub.core.review.Acts.assertRefused;
import static org.migrationhub.core.review.Acts.perform;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.error.WrongStageException;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.kit.Script;

/** What the submitter and, at screening, the secretariat do: what it changes, where it is refused, and with what. */
class SubmissionActsTest {

    @ParameterizedTest
    @EnumSource(StageName.class)
    void anActThatTheTableDoesNotKnowInAStageIsRefusedThere(StageName stage) {
        Script script = Stages.at(stage);
        Submission before = script.submission();
        for (Act act : Act.values()) {
            boolean possible = TransitionTable.standard().permits(stage, act);
            assertThat(before.permits(act)).as("%s, %s", stage, act).isEqualTo(possible);
            if (!possible) {
                assertThatExceptionOfType(WrongStageException.class)
                        .as("%s, %s", stage, act)
                        .isThrownBy(() -> perform(script, act, UMA))
                        .satisfies(
                                e -> assertThat(List.of(e.act(), e.stage())).containsExactly(act.code(), stage.code()));
            }
        }
        assertThat(script.submission()).isEqualTo(before);
    }

    @Test
    void aSubmissionStartsAsADraftWithItsWorkingCopy() {
        Change change = Submission.start(
                Rounds.ID,
                ReviewPolicy.GCM_2022,
                Kind.RESOURCE,
                Samples.ANA.id(),
                Samples.submitting(),
                NEXT,
                Samples.NOW);
        Submission started = change.after();
        assertThat(change.at()).isEqualTo(Samples.NOW);
        assertThat(change.events())
                .containsExactly(
                        new SubmissionEvent.Started(
                                Kind.RESOURCE, Samples.ANA.id(), Samples.submitting(), new PolicyRef("gcm-2022", 1)),
                        new SubmissionEvent.DraftSaved(NEXT));
        assertThat(started.id()).isEqualTo(Rounds.ID);
        assertThat(started.policy()).isSameAs(ReviewPolicy.GCM_2022);
        assertThat(started.version()).isEqualTo(2);
        assertThat(started.kind()).isEqualTo(Kind.RESOURCE);
        assertThat(started.submitter()).isEqualTo(Samples.ANA.id());
        assertThat(started.organisations()).isEqualTo(Samples.submitting());
        assertThat(started.draft()).contains(NEXT);
        assertThat(started.revisions()).isEmpty();
        assertThat(started.revision()).isEmpty();
        assertThat(started.rounds()).isEmpty();
        assertThat(started.round()).isEmpty();
        assertThat(started.openRound()).isEmpty();
        assertThat(started.stage()).isEqualTo(new Stage.Draft());
        assertThat(started.publication()).isEmpty();
        assertThat(started.startedAt()).isEqualTo(Samples.NOW);
        assertThat(started.changedAt()).isEqualTo(Samples.NOW);
        assertThat(started).hasToString("resource s-0001, draft, version 2");
    }

    @Test
    void aDraftIsKeptUntilItIsHandedIn() {
        Script script = Stages.at(StageName.SUBMITTED);
        assertThat(script.submission().draft()).isEmpty();
        Change saved = script.submission().saveDraft(NEXT, Samples.NOW.plusSeconds(5));
        assertThat(saved.events()).containsExactly(new SubmissionEvent.DraftSaved(NEXT));
        assertThat(saved.after().draft()).contains(NEXT);
        assertThat(saved.after().stage()).isEqualTo(script.submission().stage());
        assertThat(saved.after().changedAt()).isEqualTo(Samples.NOW.plusSeconds(5));
        assertThat(saved.after().startedAt()).isEqualTo(Samples.NOW);
        Change revised = saved.after().act(script.context()).revise(NEXT);
        assertThat(revised.after().draft()).isEmpty();
    }

    @Test
    void theFirstRevisionIsHandedInWithWhatItDiscloses() {
        Script script = Stages.at(StageName.DRAFT);
        Change change = acts(script).submit(NEXT);
        Sha256 disclosed = script.context().item().digest();
        assertThat(change.events()).containsExactly(new SubmissionEvent.RevisionSubmitted(1, NEXT, disclosed));
        assertThat(change.after().revisions())
                .containsExactly(
                        new Revision(1, NEXT, disclosed, script.context().at()));
        assertThat(change.after().revision())
                .contains(new Revision(1, NEXT, disclosed, script.context().at()));
        assertThat(change.after().stage()).isEqualTo(new Stage.Submitted(null));
    }

    @Test
    void aRevisionWithoutAChangeIsRefused() {
        Script script = Stages.at(StageName.SUBMITTED);
        ContentDigest same = script.submission().revision().orElseThrow().digest();
        assertRefused(
                () -> acts(script).revise(same),
                new Violation("", "revision.unchanged", "Nothing was changed since the last revision."));
    }

    @Test
    void aRevisionBeforeScreeningOpensNoRound() {
        Script script = Stages.at(StageName.SUBMITTED);
        Change change = acts(script).revise(NEXT);
        assertThat(change.events())
                .containsExactly(new SubmissionEvent.RevisionSubmitted(
                        2, NEXT, script.context().item().digest()));
        assertThat(change.after().stage()).isEqualTo(new Stage.Submitted(null));
    }

    @Test
    void aReturnAtScreeningIsAnsweredWithoutARound() {
        Stages.under(ReviewPolicy.GCM_2022, Stages.SUBMITTED + """
                when the secretariat returns it
                then it is changes-requested
                when ana revises
                then it is submitted
                """);
    }

    @Test
    void anUpdateReturnedAtScreeningIsAnsweredWithoutARound() {
        Stages.under(ReviewPolicy.GCM_2022, Stages.UPDATE_SUBMITTED + """
                when the secretariat returns it
                then it is update-changes-requested
                and revision 1 is public
                when ana revises
                then it is update-submitted
                and it is in round 1 on revision 1
                and revision 1 is public
                """);
    }

    @Test
    void whatTheSecretariatDecidesAtScreeningIsBoundToItsWords() {
        Script script = Stages.at(StageName.SUBMITTED);
        Change returned = acts(script).returnToSubmitter(WORDS);
        assertThat(returned.events()).containsExactly(new SubmissionEvent.Returned(WORDS.digest()));
        assertThat(returned.after().stage()).isEqualTo(new Stage.ChangesRequested(null, WORDS.digest(), null));
        Change declined = acts(script).decline(WORDS);
        assertThat(declined.events()).containsExactly(new SubmissionEvent.DeclinedAtScreening(WORDS.digest()));
        assertThat(declined.after().stage()).isEqualTo(new Stage.Declined(null, WORDS.digest()));
    }

    @Test
    void theSecretariatGivesReasons() {
        Script submitted = Stages.at(StageName.SUBMITTED);
        assertRefused(
                () -> acts(submitted).returnToSubmitter(SILENCE),
                new Violation("/text", "note.required", "Say what the submitter should change."));
        assertRefused(
                () -> acts(submitted).decline(SILENCE),
                new Violation("/text", "note.required", "Say why it is declined."));
        Script published = Stages.at(StageName.PUBLISHED);
        assertRefused(
                () -> acts(published).retract(SILENCE),
                new Violation("/text", "note.required", "Say why it is retracted."));
    }

    @Test
    void anUpdateThatIsDeclinedAtScreeningLeavesWhatIsPublic() {
        Stages.under(ReviewPolicy.GCM_2022, Stages.UPDATE_SUBMITTED + """
                when the secretariat declines it
                then it is published with 3 approvals, 1 UN and 2 non-UN
                and revision 1 is public
                """);
    }

    @Test
    void aWithdrawalEndsItAndVoidsTheRoundAndLeavesTheDraft() {
        Script script = Stages.at(StageName.IN_REVIEW).play("when ana saves a draft");
        Change change = acts(script).withdraw(WORDS.digest());
        assertThat(change.events()).containsExactly(new SubmissionEvent.Withdrawn(WORDS.digest()));
        assertThat(change.after().stage()).isEqualTo(new Stage.Withdrawn(WORDS.digest()));
        assertThat(change.after().openRound()).isEmpty();
        assertThat(change.after().round().orElseThrow().isVoid()).isTrue();
        assertThat(change.after().draft())
                .isPresent()
                .isEqualTo(script.submission().draft());
        assertThat(acts(script).withdraw(null).after().stage()).isEqualTo(new Stage.Withdrawn(null));
    }

    @Test
    void theWithdrawalOfAnUpdateLeavesWhatIsPublic() {
        for (StageName stage :
                List.of(StageName.UPDATE_SUBMITTED, StageName.UPDATE_IN_REVIEW, StageName.UPDATE_CHANGES_REQUESTED)) {
            Script script = Stages.at(stage).play("when ana withdraws\nthen it is published\nand revision 1 is public");
            assertThat(script.submission().openRound()).isEmpty();
        }
    }

    @Test
    void whyAnUpdateEndedIsKeptWithWhatIsPublic() {
        Script script = Stages.at(StageName.UPDATE_SUBMITTED);
        Publication publication = script.submission().publication().orElseThrow();
        assertThat(Stages.at(StageName.PUBLISHED).submission().stage())
                .isEqualTo(new Stage.Published(publication, null));
        assertThat(acts(script).withdraw(WORDS.digest()).after().stage())
                .isEqualTo(new Stage.Published(publication, WORDS.digest()));
        assertThat(acts(script).withdraw(null).after().stage()).isEqualTo(new Stage.Published(publication, null));
        assertThat(acts(script).decline(WORDS).after().stage())
                .isEqualTo(new Stage.Published(publication, WORDS.digest()));
    }

    @Test
    void anUpdateThatWasTakenBackCanBeHandedInAgain() {
        Script script = Stages.at(StageName.UPDATE_SUBMITTED);
        ContentDigest update = script.submission().revision().orElseThrow().digest();
        ContentDigest publicNow =
                script.submission().publication().orElseThrow().digest();
        script.play("when ana withdraws\nthen it is published");
        assertThat(acts(script).revise(update).after().stage().name()).isEqualTo(StageName.UPDATE_SUBMITTED);
        assertRefused(
                () -> acts(script).revise(publicNow),
                new Violation("", "revision.unchanged", "Nothing was changed since the last revision."));
    }

    @Test
    void aRetractionTakesDownWhatIsPublic() {
        for (StageName stage : List.of(
                StageName.PUBLISHED,
                StageName.UPDATE_SUBMITTED,
                StageName.UPDATE_IN_REVIEW,
                StageName.UPDATE_CHANGES_REQUESTED)) {
            Script script = Stages.at(stage).play("when ana saves a draft");
            Publication last = script.submission().publication().orElseThrow();
            Change change = acts(script).retract(WORDS);
            assertThat(change.events()).containsExactly(new SubmissionEvent.Retracted(WORDS.digest()));
            assertThat(change.after().stage()).isEqualTo(new Stage.Retracted(last, WORDS.digest()));
            assertThat(change.after().publication()).isEmpty();
            assertThat(change.after().openRound()).isEmpty();
            assertThat(change.after().draft())
                    .isPresent()
                    .isEqualTo(script.submission().draft());
        }
    }

    @Test
    void anActLeavesTheSubmissionAsItWas() {
        Script script = Stages.at(StageName.IN_REVIEW);
        Submission before = script.submission();
        long version = before.version();
        Change change = acts(script).withdraw(null);
        assertThat(before.stage().name()).isEqualTo(StageName.IN_REVIEW);
        assertThat(before.version()).isEqualTo(version);
        assertThat(change.after().version()).isEqualTo(version + 1);
        assertThat(change.at()).isEqualTo(script.context().at());
        assertThatThrownBy(() -> change.events().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
