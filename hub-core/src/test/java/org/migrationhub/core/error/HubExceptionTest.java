package org.migrationhub.core.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HubExceptionTest {

    @Test
    void aRefusalNamesEveryRuleThatWasBroken() {
        List<Violation> violations = new ArrayList<>(List.of(
                new Violation("/texts/en/title", "title.required", "Write a title."),
                new Violation("", "form.empty", "Fill in the form.")));
        RefusedException refusal = new RefusedException(violations);
        violations.clear();

        assertThat(refusal).hasMessage("Write a title. Fill in the form.");
        assertThat(refusal.violations()).extracting(Violation::code).containsExactly("title.required", "form.empty");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> refusal.violations().clear());
    }

    @Test
    void aRefusalWithoutAReasonIsAMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RefusedException(List.of()));
    }

    @Test
    void aViolationHasAPlaceACodeAndASentence() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Violation("title", "a", "b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Violation("", " ", "b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Violation("", "a", ""));
    }

    @Test
    void whatIsMissingIsNamed() {
        NotFoundException missing = new NotFoundException("submission", "s-1");
        assertThat(missing).hasMessage("There is no submission with the id \"s-1\".");
        assertThat(missing.kind()).isEqualTo("submission");
        assertThat(missing.id()).isEqualTo("s-1");
    }

    @Test
    void aStaleVersionTellsBothVersions() {
        StaleVersionException stale = new StaleVersionException("submission", "s-1", 3, 5);
        assertThat(stale)
                .hasMessage(
                        "The submission \"s-1\" has changed: it is at version 5, the change was made for version 3.");
        assertThat(List.of(stale.kind(), stale.id())).containsExactly("submission", "s-1");
        assertThat(stale.expected()).isEqualTo(3);
        assertThat(stale.actual()).isEqualTo(5);
    }

    @Test
    void whatMayNotBeDoneIsNamedWithItsReason() {
        ForbiddenException forbidden = new ForbiddenException("seat-panel", "Only the secretariat seats panels.");
        assertThat(forbidden).hasMessage("You may not do \"seat-panel\". Only the secretariat seats panels.");
        assertThat(forbidden.act()).isEqualTo("seat-panel");
        assertThat(forbidden.reason()).isEqualTo("Only the secretariat seats panels.");
    }

    @Test
    void aWrongStageTellsWhatIsPossibleInIt() {
        WrongStageException wrong = new WrongStageException("review", "draft", List.of("submit", "withdraw"));
        assertThat(wrong)
                .hasMessage(
                        "\"review\" is not possible while the item is in stage \"draft\"; possible: submit, withdraw.");
        assertThat(wrong.act()).isEqualTo("review");
        assertThat(wrong.stage()).isEqualTo("draft");
        assertThat(wrong.possible()).containsExactly("submit", "withdraw");
        assertThat(new WrongStageException("review", "declined", List.of()))
                .hasMessageEndingWith("\"declined\"; nothing is.");
        assertThat(wrong.seat()).isNull();
    }

    @Test
    void aSeatInAnotherStateIsToldApartFromTheStage() {
        WrongStageException wrong = WrongStageException.atSeat("review", "in-review", "reviewed", List.of("recuse"));
        assertThat(wrong)
                .hasMessage("\"review\" is not possible while the item is in stage \"in-review\" and the seat is"
                        + " \"reviewed\"; possible: recuse.");
        assertThat(wrong.stage()).isEqualTo("in-review");
        assertThat(wrong.seat()).isEqualTo("reviewed");
    }
}
