package org.migrationhub.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrincipleTest {

    @Test
    void theTenPrinciplesAreLetteredAsInTheCompact() {
        String letters = Arrays.stream(Principle.values())
                .map(principle -> String.valueOf(principle.letter()))
                .collect(Collectors.joining());
        assertThat(letters).isEqualTo("abcdefghij");
    }

    @ParameterizedTest
    @EnumSource
    void aPrincipleIsFoundByItsCode(Principle principle) {
        assertThat(principle.code()).isEqualTo("principle-" + principle.letter());
        assertThat(Principle.find(principle.code())).contains(principle);
    }

    @Test
    void anotherCodeIsNotFound() {
        assertThat(Principle.find("principle-k")).isEmpty();
        assertThat(Principle.find("a")).isEmpty();
    }

    @Test
    void internationalCooperationAsObjectiveAndAsPrincipleShareTheNameButNotTheCode() {
        Labels labels = Labels.standard();
        List<Language> english = List.of(Language.EN);
        assertThat(labels.label(Principle.INTERNATIONAL_COOPERATION, english))
                .isEqualTo(labels.label(Objective.INTERNATIONAL_COOPERATION, english));
        assertThat(Principle.INTERNATIONAL_COOPERATION.code()).isNotEqualTo(Objective.INTERNATIONAL_COOPERATION.code());
    }
}
