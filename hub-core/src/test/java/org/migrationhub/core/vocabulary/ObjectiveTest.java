package org.migrationhub.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectiveTest {

    @Test
    void thereAreTwentyThreeObjectivesAndGeneralAfterThem() {
        assertThat(Objective.values()).hasSize(24).endsWith(Objective.INTERNATIONAL_COOPERATION, Objective.GENERAL);
    }

    @ParameterizedTest
    @EnumSource
    void anObjectiveIsFoundByItsCode(Objective objective) {
        assertThat(Objective.find(objective.code())).contains(objective);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GENERAL")
    void anObjectiveIsFoundByItsNumberWhichIsInItsCode(Objective objective) {
        int number = objective.number().orElseThrow();
        assertThat(Objective.numbered(number)).isSameAs(objective);
        assertThat(objective.code()).isEqualTo("objective-" + number);
    }

    @Test
    void theNumbersAreThoseOfTheCompact() {
        assertThat(Objective.DATA.number()).hasValue(1);
        assertThat(Objective.MANAGE_BORDERS.number()).hasValue(11);
        assertThat(Objective.INTERNATIONAL_COOPERATION.number()).hasValue(23);
    }

    @Test
    void generalHasACodeButNoNumber() {
        assertThat(Objective.GENERAL.code()).isEqualTo("objective-general");
        assertThat(Objective.GENERAL.number()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 24, Integer.MAX_VALUE})
    void anotherNumberIsRefused(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Objective.numbered(number))
                .withMessageContaining(String.valueOf(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "objective-0", "objective-24", "objective-01", "Objective-1", "principle-a"})
    void anotherCodeIsNotFound(String code) {
        assertThat(Objective.find(code)).isEmpty();
    }
}
