package org.migrationhub.server.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationhub.core.vocabulary.Language;

class PluralTest {

    @ParameterizedTest
    @CsvSource({
        "en, 0, OTHER", "en, 1, ONE", "en, 2, OTHER", "fr, 0, ONE", "fr, 1, ONE", "fr, 2, OTHER", "es, 1, ONE",
        "es, 0, OTHER", "zh, 1, OTHER", "ru, 1, ONE", "ru, 2, FEW", "ru, 5, MANY", "ru, 11, MANY", "ru, 21, ONE",
        "ru, 112, MANY", "ru, 122, FEW", "ar, 0, ZERO", "ar, 1, ONE", "ar, 2, TWO", "ar, 3, FEW", "ar, 10, FEW",
        "ar, 11, MANY", "ar, 99, MANY", "ar, 100, OTHER", "ar, 102, OTHER", "ar, 103, FEW"
    })
    void aNumberTakesTheFormOfItsLanguage(String tag, long number, Plural form) {
        assertThat(Plural.of(new Language(tag), number)).isEqualTo(form);
    }

    @ParameterizedTest
    @MethodSource("org.migrationhub.server.site.page.WordsTest#languages")
    void everyFormOfALanguageIsTakenBySomeNumber(Language language) {
        assertThat(LongStream.range(0, 200)
                        .mapToObj(number -> Plural.of(language, number))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(Plural.of(language));
    }
}
