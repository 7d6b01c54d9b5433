package org.migrationhub.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @Test
    void theSixOfficialLanguagesStandInTheOrderOfTheUnitedNations() {
        assertThat(Language.official()).extracting(Language::tag).containsExactly("ar", "zh", "en", "fr", "ru", "es");
        assertThat(Language.official()).allMatch(Language::isOfficial);
    }

    @ParameterizedTest
    @CsvSource({"FR, fr", "zh-hans-cn, zh-Hans-CN", "PT-br, pt-BR", "iw, he", "zh-cmn-Hans, cmn-Hans", "sgn-be-fr, sfb"
    })
    void aTagIsKeptInCanonicalForm(String given, String canonical) {
        assertThat(new Language(given)).isEqualTo(new Language(canonical)).hasToString(canonical);
        assertThat(new Language(canonical).tag()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "e",
                "english",
                "fr_CA",
                "fr-",
                "-fr",
                "en-GB-",
                "x-klingon",
                "fr-toolongsubtag",
                "en\n",
                "a-DE",
                "en-a-a",
                "fr-1234567-1234567-1234567-1234567-1"
            })
    void whatIsNoLanguageTagIsRefused(String tag) {
        assertThat(Language.find(tag)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Language(tag)).withMessageContaining(tag);
    }

    @Test
    void aLanguageIsFoundByItsTag() {
        assertThat(Language.find("AR")).contains(Language.AR);
    }

    @Test
    void aVariantIsNotOfficialItself() {
        assertThat(new Language("fr-CA").isOfficial()).isFalse();
        assertThat(new Language("pt").isOfficial()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ar-EG", "fa", "he", "ur", "az-Arab", "dv"})
    void theseRunFromRightToLeft(String tag) {
        assertThat(new Language(tag).direction()).isEqualTo(Direction.RTL);
        assertThat(new Language(tag).direction().code()).isEqualTo("rtl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh", "ru", "fr", "es", "ar-Latn", "az", "pt-BR"})
    void theseRunFromLeftToRight(String tag) {
        assertThat(new Language(tag).direction()).isEqualTo(Direction.LTR);
        assertThat(new Language(tag).direction().code()).isEqualTo("ltr");
    }

    @Test
    void languagesAreOrderedByTag() {
        assertThat(Language.official().stream().sorted())
                .extracting(Language::tag)
                .isSorted();
    }

    @Test
    void aWiderLanguageHasOnePartLess() {
        assertThat(new Language("zh-Hans-CN").wider()).contains(new Language("zh-Hans"));
        assertThat(new Language("fr-CA").wider()).contains(Language.FR);
        assertThat(new Language("ar-u-nu-latn").wider().flatMap(Language::wider))
                .contains(Language.AR);
        assertThat(Language.FR.wider()).isEmpty();
    }
}
