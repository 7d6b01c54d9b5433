package org.migrationhub.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ministère de l’Intérieur | ministere de l interieur",
                "MINISTERIO  DE\tTRABAJO | ministerio de trabajo",
                "Office of the High Commissioner (OHCHR) | office of the high commissioner ohchr",
                "İstanbul | istanbul",
                "ﬁne № 5 | fine no 5",
                "МОМ, Бюро | мом бюро",
                "国际移民组织 | 国 际 移 民 组 织",
                "UN-Women / Mali | un women mali",
                "Ａgency | agency",
            })
    void caseAccentsAndPunctuationDoNotCount(String written, String folded) {
        assertThat(FoldedName.of(written).words()).isEqualTo(" " + folded + " ");
    }

    @Test
    void aNameWithoutSpacesIsFoundInsideALongerOne() {
        assertThat(FoldedName.of("由国际移民组织实施").contains(FoldedName.of("国际移民组织"))).isTrue();
        assertThat(FoldedName.of("由国际组织实施").contains(FoldedName.of("国际移民组织"))).isFalse();
    }

    @Test
    void lengtheningAndSharpSDoNotCount() {
        assertThat(FoldedName.of("منظـــمة")).isEqualTo(FoldedName.of("منظمة"));
        assertThat(FoldedName.of("Großbritannien")).isEqualTo(FoldedName.of("GROSSBRITANNIEN"));
    }

    @Test
    void composedAndDecomposedAccentsAreTheSame() {
        assertThat(FoldedName.of("Éva")).isEqualTo(FoldedName.of("E\u0301va"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "—", "()", "\u0301", " / "})
    void aNameWithoutLettersIsEmptyAndFoundNowhere(String written) {
        FoldedName empty = FoldedName.of(written);
        assertThat(empty.isEmpty()).isTrue();
        assertThat(empty.words()).isEqualTo(" ");
        assertThat(FoldedName.of("Sample City").contains(empty)).isFalse();
        assertThat(empty.contains(empty)).isFalse();
    }

    @Test
    void aNameIsFoundAsWholeWordsInOrder() {
        FoldedName long_ = FoldedName.of("The Sample Agency (SAFM), Mali");
        assertThat(long_.isEmpty()).isFalse();
        assertThat(long_.contains(FoldedName.of("safm"))).isTrue();
        assertThat(long_.contains(FoldedName.of("sample agency"))).isTrue();
        assertThat(long_.contains(long_)).isTrue();
        assertThat(long_.contains(FoldedName.of("agency sample"))).isFalse();
        assertThat(long_.contains(FoldedName.of("Sample Agenc"))).isFalse();
        assertThat(long_.contains(FoldedName.of("ample Agency"))).isFalse();
        assertThat(FoldedName.of("safm").contains(long_)).isFalse();
    }
}
