package org.migrationhub.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes that stand in journals and on the API: they never change. */
class CodesTest {

    @Test
    void acts() {
        assertCodes(
                Act.values(),
                Act::code,
                Act::find,
                "save-draft submit revise withdraw return decline seat-panel fill-seat replace-seat seat-further"
                        + " accept-seat decline-seat recuse review close-round feature unfeature retract represent");
    }

    @Test
    void stages() {
        assertCodes(
                StageName.values(),
                StageName::code,
                StageName::find,
                "draft submitted in-review changes-requested declined published update-submitted update-in-review"
                        + " update-changes-requested withdrawn retracted");
    }

    @Test
    void outcomesOfReviewsAndVerdicts() {
        assertCodes(
                ReviewOutcome.values(), ReviewOutcome::code, ReviewOutcome::find, "approve request-changes decline");
        assertCodes(
                VerdictOutcome.values(),
                VerdictOutcome::code,
                VerdictOutcome::find,
                "approved changes-requested declined");
    }

    @Test
    void criteria() {
        assertCodes(
                Criterion.values(),
                Criterion::code,
                Criterion::find,
                "quality transparency applicability relevance alignment");
    }

    @Test
    void statesOfSeats() {
        assertThat(String.join(
                        " ",
                        Arrays.stream(SeatStateName.values())
                                .map(SeatStateName::code)
                                .toList()))
                .isEqualTo("invited accepted declined recused replaced reviewed");
        assertThat(Arrays.stream(SeatStateName.values()).filter(SeatStateName::isStanding))
                .containsExactly(SeatStateName.INVITED, SeatStateName.ACCEPTED, SeatStateName.REVIEWED);
    }

    @Test
    void everyStateOfASeatHasItsName() {
        assertThat("iadcr+".chars().mapToObj(sign -> Rounds.state((char) sign).name()))
                .containsExactly(
                        SeatStateName.INVITED,
                        SeatStateName.ACCEPTED,
                        SeatStateName.DECLINED,
                        SeatStateName.RECUSED,
                        SeatStateName.REPLACED,
                        SeatStateName.REVIEWED);
    }

    @Test
    void finalAndPublicStagesAreThose() {
        assertThat(Arrays.stream(StageName.values()).filter(StageName::isFinal))
                .containsExactly(StageName.DECLINED, StageName.WITHDRAWN, StageName.RETRACTED);
        assertThat(Arrays.stream(StageName.values()).filter(StageName::isPublic))
                .containsExactly(
                        StageName.PUBLISHED,
                        StageName.UPDATE_SUBMITTED,
                        StageName.UPDATE_IN_REVIEW,
                        StageName.UPDATE_CHANGES_REQUESTED);
    }

    @Test
    void aStageIsNamedByWhatIsPublicMeanwhile() {
        for (StageName name : StageName.values()) {
            Stage stage = Stages.at(name).submission().stage();
            assertThat(stage.name()).isEqualTo(name);
            assertThat(stage.publication() != null).isEqualTo(name.isPublic());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "0", "S-1._x", "a123456789b123456789c123456789d123456789e123456789f123456789g123"})
    void anIdIsOfItsForm(String value) {
        assertThat(new SubmissionId(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-s",
                ".s",
                "s/1",
                "s 1",
                "é",
                "s\n",
                "a123456789b123456789c123456789d123456789e123456789f123456789g1234"
            })
    void whatIsNoIdIsRefused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SubmissionId(value))
                .withMessage("Not a submission's id: it takes 1 to 64 of A-Z a-z 0-9 . _ -");
    }

    @Test
    void idsAreInOrderOfTheirValues() {
        assertThat(new SubmissionId("a")).isLessThan(new SubmissionId("b"));
        assertThat(new SubmissionId("b")).isGreaterThan(new SubmissionId("a"));
        assertThat(new SubmissionId("a")).isEqualByComparingTo(new SubmissionId("a"));
    }

    private static <T> void assertCodes(
            T[] values, Function<T, String> code, Function<String, Optional<T>> find, String expected) {
        assertThat(String.join(" ", Arrays.stream(values).map(code).toList())).isEqualTo(expected);
        for (T value : values) {
            assertThat(find.apply(code.apply(value))).contains(value);
        }
        assertThat(find.apply("none")).isEmpty();
    }
}
