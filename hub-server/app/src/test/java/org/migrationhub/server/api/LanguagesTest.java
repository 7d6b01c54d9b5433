package org.migrationhub.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.vocabulary.Language;

/** Which languages a request asks for. */
class LanguagesTest {

    @Test
    void eachLanguageThatIsAskedForCountsOnce() {
        assertThat(Languages.preferred(List.of("fr", "en", "fr"), "es")).containsExactly(Language.FR, Language.EN);
        assertThat(Languages.preferred(Collections.nCopies(1_000, "ru"), null)).containsExactly(Language.RU);
    }

    @Test
    void nobodyReadsMoreLanguagesThanThese() {
        List<String> many = IntStream.range(0, 500)
                .mapToObj(number -> "q" + (char) ('a' + number / 26) + (char) ('a' + number % 26))
                .toList();
        assertThat(Languages.preferred(many, null)).hasSize(20).startsWith(new Language("qaa"));
        assertThat(Languages.preferred(List.of(), String.join(",", many))).hasSize(20);
    }

    @Test
    void whatIsNoLanguageIsRefusedWhereverItStands() {
        assertThatThrownBy(() -> Languages.preferred(List.of("en", "en", "???"), null))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void withoutAWishTheHeaderFieldCounts() {
        assertThat(Languages.preferred(List.of(), "es;q=0.5, ar")).containsExactly(Language.AR, Language.ES);
        assertThat(Languages.preferred(List.of(), ";;;")).isEmpty();
    }
}
