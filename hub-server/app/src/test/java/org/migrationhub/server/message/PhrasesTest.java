package org.migrationhub.server.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationhub.core.notice.NoticeKind;
import org.migrationhub.core.vocabulary.Language;

class PhrasesTest {

    private static final Phrases ENGLISH = Phrases.in(Language.EN);

    static Iterable<Language> languages() {
        return Language.official();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasEveryPhraseWithTheSamePlaces(Language language) {
        Phrases phrases = Phrases.in(language);
        assertThat(phrases.language()).isEqualTo(language);
        assertThat(phrases.all().keySet()).isEqualTo(ENGLISH.all().keySet());
        phrases.all().forEach((key, phrase) -> {
            assertThat(phrase).as(key).isNotBlank().doesNotContain("<").isEqualTo(phrase.strip());
            assertThat(places(phrase)).as(key).isEqualTo(places(ENGLISH.get(key, everything())));
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void nothingIsLeftInEnglish(Language language) {
        if (!language.equals(Language.EN)) {
            Phrases.in(language)
                    .all()
                    .forEach((key, phrase) -> assertThat(key.startsWith("subject.")
                                    || !phrase.equals(ENGLISH.all().get(key)))
                            .as(key)
                            .isTrue());
        }
    }

    @Test
    void inFrenchNoLineEndTearsAMarkFromItsWord() {
        assertThat(Phrases.in(Language.FR).all().values())
                .noneMatch(phrase -> phrase.matches(".* [:;?!»].*"))
                .anyMatch(phrase -> phrase.contains("\u00a0:"));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasItsPhrases(MessageKind kind) {
        assertThat(ENGLISH.all()).containsKeys(kind.code() + ".subject", kind.code() + ".text");
        assertThat(ENGLISH.all().containsKey("action." + kind.code())).isEqualTo(kind.isOfAccount());
    }

    @ParameterizedTest
    @EnumSource
    void everyNoticeIsAMessage(NoticeKind kind) {
        assertThat(MessageKind.of(kind).code()).isEqualTo(kind.code());
        assertThat(MessageKind.of(kind).isOfAccount()).isFalse();
    }

    @Test
    void whatIsPutIntoAPlaceIsNoPhrase() {
        assertThat(ENGLISH.get("subject.titled", Map.of("subject", "{title} $1 \\", "title", "{site}")))
                .isEqualTo("{title} $1 \\: {site}");
        assertThatIllegalStateException().isThrownBy(() -> ENGLISH.get("footer"));
        assertThatIllegalStateException().isThrownBy(() -> ENGLISH.get("nonsense"));
    }

    @Test
    void aVariantIsWrittenInItsLanguageAndAnyOtherInEnglish() {
        assertThat(Phrases.in(new Language("fr-CA")).language()).isEqualTo(Language.FR);
        assertThat(Phrases.in(new Language("zh-Hant-TW")).language()).isEqualTo(Language.ZH);
        assertThat(Phrases.in(new Language("de")).language()).isEqualTo(Language.EN);
    }

    @Test
    void daysAreWrittenAsTheLanguageDoes() {
        Instant at = Instant.parse("2026-11-27T23:30:00Z");
        assertThat(Phrases.in(Language.EN).day(at)).isEqualTo("27 November 2026");
        assertThat(Phrases.in(Language.FR).day(at)).isEqualTo("27 novembre 2026");
        assertThat(Phrases.in(Language.ES).day(at)).isEqualTo("27 de noviembre de 2026");
        assertThat(Phrases.in(Language.RU).day(at)).startsWith("27 ноября 2026");
        assertThat(Phrases.in(Language.ZH).day(at)).isEqualTo("2026年11月27日");
        assertThat(Phrases.in(Language.AR).day(at)).contains("نوفمبر");
        assertThat(Phrases.in(Language.EN).time(at)).contains("27 November 2026", "23:30", "UTC");
    }

    private static Set<String> places(String phrase) {
        return Phrases.PLACE
                .matcher(phrase)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Puts into each place what stands there. */
    private static Map<String, String> everything() {
        return Map.of("subject", "{subject}", "title", "{title}", "site", "{site}");
    }
}
