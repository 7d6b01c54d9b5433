package org.migrationhub.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.kit.Script;

/** Whoever acts on the submitter's behalf stands on the submitter's side for good, and begins before there is a panel. */
class RepresentationTest {

    private static final PersonId NORA = new PersonId("nora");
    private static final String HANDED_IN = """
            given a practice by ana of ministry
            and reviewers uma (UN), noel (non-UN), nina (non-UN), nuri (non-UN), nora (non-UN)
            when ana submits
            """;
    private static final String REPRESENTED = "when nora represents the submitter\n";

    @Test
    void whoRepresentsTheSubmitterIsNeverSeated() {
        play(HANDED_IN + "then nora is eligible\n" + REPRESENTED + """
                then nora is not eligible: submitter
                when the secretariat seats uma, noel, nora
                then it is refused: submitter
                when the secretariat seats uma, noel, nina
                and noel declines the seat
                and the secretariat fills a seat with nora
                then it is refused: submitter
                when the secretariat replaces nina by nora
                then it is refused: submitter
                """);
    }

    @Test
    void itIsOfferedToWhoeverMayStillBeginIt() {
        Script handedIn = Stages.at(StageName.SUBMITTED);
        assertThat(isOffered(handedIn, "nora")).isTrue();
        assertThat(isOffered(handedIn, null)).isTrue();
        assertThat(isOffered(handedIn, "ana")).isFalse();
        handedIn.play(REPRESENTED);
        assertThat(isOffered(handedIn, "nora")).isFalse();
        assertThat(isOffered(handedIn, "uma")).isTrue();

        Script judged = Stages.at(StageName.CHANGES_REQUESTED);
        assertThat(isOffered(judged, "nora")).isFalse();
        assertThat(isOffered(judged, null)).isFalse();
    }

    private static boolean isOffered(Script script, @Nullable String person) {
        return script.submission()
                .offers(
                        Act.REPRESENT,
                        person == null ? null : new PersonId(person),
                        script.context().at());
    }

    @Test
    void theSubmitterRepresentsNobody() {
        play(HANDED_IN + "when ana represents the submitter\nthen it is refused: represents-oneself");
    }

    @Test
    void nobodyRepresentsTheSubmitterTwice() {
        play(HANDED_IN + REPRESENTED + REPRESENTED + "then it is refused: represents-already");
    }

    @Test
    void onceThereWasAPanelNobodyBeginsToRepresentTheSubmitter() {
        Script script = Stages.at(StageName.CHANGES_REQUESTED);
        for (String person : List.of("nora", "uma")) {
            script.play("when " + person + " represents the submitter\nthen it is refused: represents-after-panel");
        }
    }

    @Test
    void whoHasDoneAnythingToItDoesNotRepresentTheSubmitter() {
        play(HANDED_IN
                + "when nora, who has acted, represents the submitter\nthen it is refused: represents-after-acting");
    }

    @Test
    void whyIsSaid() {
        play(HANDED_IN + "when nora represents the submitter without a word\nthen it is refused: note.required");
    }

    @Test
    void everyReasonIsToldAtOnce() {
        Stages.at(StageName.CHANGES_REQUESTED).play("""
                when uma, who has acted, represents the submitter without a word
                then it is refused: represents-after-acting, represents-after-panel, note.required
                """);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SUBMITTED", "CHANGES_REQUESTED"})
    void nobodyTakesOverADraftNorWhatIsUnderReviewOrWasJudged(StageName stage) {
        Stages.at(stage)
                .play(
                        "given reviewers mona (non-UN)\nwhen mona represents the submitter\nthen it is refused: wrong-stage");
    }

    @Test
    void whatIsHandedInOrWasReturnedIsTakenOverAndGoesOn() {
        for (String lines : List.of(HANDED_IN, HANDED_IN + "when the secretariat returns it\n")) {
            Script script = play(lines);
            Stage before = script.submission().stage();
            script.play(REPRESENTED);
            assertThat(script.submission().stage()).isEqualTo(before);
            assertThat(script.submission().isRepresentedBy(NORA)).isTrue();
        }
    }

    @Test
    void severalMayRepresentTheSubmitterEachInTheirTurn() {
        Submission submission = play(HANDED_IN + REPRESENTED + "when nuri represents the submitter")
                .submission();
        assertThat(submission.representations())
                .extracting(Representation::person)
                .containsExactly(NORA, new PersonId("nuri"));
        assertThat(submission.representations().get(0).note())
                .isEqualTo(new Note(NORA, submission.id(), "Sample note of nora").digest());
        assertThat(submission.representations().get(0).since()).isEqualTo(submission.changedAt());
    }

    @Test
    void onlyWhoRepresentsActsOnTheSubmittersBehalf() {
        Submission submission = play(HANDED_IN + REPRESENTED).submission();
        assertThat(submission.representedBy(NORA)).contains(submission.submitter());
        assertThat(submission.representedBy(new PersonId("ana"))).isEmpty();
        assertThat(submission.representedBy(new PersonId("uma"))).isEmpty();
        assertThat(submission.representedBy(null)).isEmpty();
    }

    @Test
    void aSubmissionThatIsBegunOnSomebodysBehalfSaysSoFirst() {
        Change begun = begun(NORA);
        assertThat(begun.events())
                .extracting(event -> (Object) event.getClass())
                .containsExactly(
                        SubmissionEvent.Started.class,
                        SubmissionEvent.Represented.class,
                        SubmissionEvent.DraftSaved.class);
        assertThat(begun.after().submitter()).isEqualTo(Samples.ANA.id());
        assertThat(begun.after().representations()).containsExactly(by(NORA));
        assertThat(begun.after().stage().name()).isEqualTo(StageName.DRAFT);
        assertThat(begun.after().startedAt()).isEqualTo(Samples.NOW);
        List<PastEvent> events = begun.events().stream()
                .map(event -> new PastEvent(event, begun.at()))
                .toList();
        assertThat(Submission.replay(begun.after().id(), events, Policies.presets()))
                .isEqualTo(begun.after());
    }

    @Test
    void nobodyBeginsOnTheirOwnBehalf() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> begun(Samples.ANA.id()))
                .satisfies(refused -> assertThat(refused.violations())
                        .extracting(Violation::code)
                        .containsExactly("represents-oneself"));
    }

    private static Change begun(PersonId by) {
        return Submission.startOnBehalf(
                new SubmissionId("s-1"),
                ReviewPolicy.GCM_2022,
                Kind.PRACTICE,
                Samples.ANA.id(),
                Samples.submitting(),
                by(by),
                ContentDigest.of(Samples.practice()));
    }

    private static Representation by(PersonId person) {
        return new Representation(person, Sha256.of(new byte[] {1}), Samples.NOW);
    }

    private static Script play(String lines) {
        return Script.under(ReviewPolicy.GCM_2022).play(lines);
    }
}
