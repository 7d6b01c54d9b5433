package org.migrationhub.core.vocabulary;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for the texts in the jar: all are there, each in its own language, none more official than it is. */
class LabelTextsTest {

    private static final String OFFICIAL_LANGUAGES = "org.migrationhub.core.vocabulary.Language#official";

    @ParameterizedTest
    @MethodSource(OFFICIAL_LANGUAGES)
    void everyTermExceptTargetsHasOneLabelInEveryLanguage(Language language) throws IOException {
        Set<String> expected = Terms.all().stream()
                .filter(term -> !(term instanceof Sdg sdg) || sdg.isGoal())
                .map(term -> term.code() + ".label")
                .collect(toSet());
        assertThat(labels(language).keySet()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource(OFFICIAL_LANGUAGES)
    void everyTermIsShownInTheLanguageThatWasAskedFor(Language language) {
        assertThat(Terms.all())
                .allSatisfy(term -> assertThat(
                                Labels.standard().label(term, List.of(language)).language())
                        .isEqualTo(language));
    }

    @ParameterizedTest
    @MethodSource(OFFICIAL_LANGUAGES)
    void noTextIsBothConfirmedAndUnconfirmed(Language language) throws IOException {
        assertThat(texts("confirmed", language).keySet())
                .doesNotContainAnyElementsOf(texts("unconfirmed", language).keySet());
    }

    @ParameterizedTest
    @MethodSource(OFFICIAL_LANGUAGES)
    void noKeyIsUnknown(Language language) throws IOException {
        assertThat(texts("confirmed", language).keySet()).allMatch(key -> LabelSheet.isKey(key, true));
        assertThat(texts("unconfirmed", language).keySet()).allMatch(key -> LabelSheet.isKey(key, false));
    }

    @ParameterizedTest
    @MethodSource(OFFICIAL_LANGUAGES)
    void aTextIsOfficialIfAndOnlyIfItIsConfirmed(Language language) throws IOException {
        Set<String> confirmed = texts("confirmed", language).keySet();
        assertThat(Terms.all()).allSatisfy(term -> {
            Label shown = Labels.standard().label(term, List.of(language));
            assertThat(shown.official()).isEqualTo(confirmed.contains(term.code() + ".label"));
        });
    }

    @ParameterizedTest
    @MethodSource(OFFICIAL_LANGUAGES)
    void noUnconfirmedTitleIsShownOutsideEnglish(Language language) {
        assertThat(Objective.values())
                .filteredOn(objective -> objective != Objective.GENERAL)
                .allSatisfy(objective -> {
                    Label title = Labels.standard().title(objective, List.of(language));
                    assertThat(title.official() || title.language().equals(Language.EN))
                            .isTrue();
                });
    }

    @Test
    void onlyTheTitlesThatWereSeenAreConfirmed() throws IOException {
        assertThat(titles("confirmed", Language.EN)).hasSize(22).doesNotContain("objective-11.title");
        assertThat(titles("confirmed", Language.FR)).hasSize(11);
        assertThat(titles("unconfirmed", Language.EN)).containsExactly("objective-11.title");
        for (Language language : List.of(Language.AR, Language.ZH, Language.RU, Language.ES)) {
            assertThat(titles("confirmed", language)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(OFFICIAL_LANGUAGES)
    void everyObjectiveIsExplainedInEveryLanguageAndNoExplanationIsOfficial(Language language) {
        assertThat(Objective.values()).allSatisfy(objective -> {
            Label brief = Labels.standard().brief(objective, List.of(language));
            assertThat(brief.language()).isEqualTo(language);
            assertThat(brief.official()).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource(OFFICIAL_LANGUAGES)
    void noObjectiveIsExplainedInMoreThanAFewSentences(Language language) {
        boolean apart = !language.equals(Language.ZH);
        assertThat(Objective.values())
                .extracting(objective ->
                        Labels.standard().brief(objective, List.of(language)).text())
                .doesNotHaveDuplicates()
                .allSatisfy(brief -> assertThat(apart ? brief.split(" ").length : brief.length())
                        .isBetween(apart ? 40 : 70, apart ? 70 : 130));
    }

    @ParameterizedTest
    @CsvSource({"en, true", "fr, true", "es, true", "ar, false", "zh, false", "ru, false"})
    void theLabelsOfObjectivesAreConfirmedWhereTheHubShowsThem(String language, boolean official) {
        assertThat(Objective.values())
                .allSatisfy(objective -> assertThat(Labels.standard()
                                .label(objective, List.of(new Language(language)))
                                .official())
                        .isEqualTo(official));
    }

    @ParameterizedTest
    @CsvSource({"en, true", "fr, true", "es, true", "zh, true", "ar, false", "ru, false"})
    void theNamesOfPrinciplesAreConfirmedWhereTheyWereSeen(String language, boolean official) {
        assertThat(Principle.values())
                .allSatisfy(principle -> assertThat(Labels.standard()
                                .label(principle, List.of(new Language(language)))
                                .official())
                        .isEqualTo(official));
    }

    @ParameterizedTest
    @CsvSource({"en, LATIN", "fr, LATIN", "es, LATIN", "ru, CYRILLIC", "zh, HAN", "ar, ARABIC"})
    void everyTextIsInTheScriptOfItsLanguage(String language, UnicodeScript script) throws IOException {
        assertThat(texts(new Language(language)))
                .allSatisfy((key, text) ->
                        assertThat(scripts(text)).as("%s = %s", key, text).containsExactly(script));
    }

    @ParameterizedTest
    @CsvSource({"en, àâäçèêëîïôœùûáíóúñ¿¡«»", "fr, áíóúñ¿¡", "es, àâäçèêëîïôœùû«»"})
    void aTextHasNoLetterOfAnotherLanguage(String language, String foreign) throws IOException {
        Set<String> borrowed = Set.of("CIV.label", "CUW.label", "REU.label", "BLM.label", "FRA.label");
        assertThat(labels(new Language(language))).allSatisfy((key, text) -> {
            if (!borrowed.contains(key)) {
                assertThat(text.toLowerCase(Locale.ROOT).chars())
                        .as("%s = %s", key, text)
                        .noneMatch(c -> foreign.indexOf(c) >= 0);
            }
        });
    }

    /** Texts that two languages share are listed one by one, so that a text in the wrong file stands out. */
    @ParameterizedTest
    @CsvSource({"en, fr", "en, es", "fr, es"})
    void onlyListedTermsAreCalledTheSameInTwoLanguages(String one, String other) throws IOException {
        Map<String, String> first = labels(new Language(one));
        Map<String, String> second = labels(new Language(other));
        Set<String> same = first.entrySet().stream()
                .filter(entry -> entry.getValue().equals(second.get(entry.getKey())))
                .map(entry -> entry.getKey().replace(".label", ""))
                .collect(toSet());
        assertThat(new TreeSet<>(same)).isEqualTo(new TreeSet<>(homographs(one + " " + other)));
    }

    @ParameterizedTest
    @CsvSource({"en, fr", "en, es", "fr, es"})
    void noTextStandsUnderAnotherTermInAnotherLanguage(String one, String other) throws IOException {
        Map<String, String> first = labels(new Language(one));
        Map<String, String> second = labels(new Language(other));
        Set<String> shared = new HashSet<>(first.values());
        shared.retainAll(second.values());
        assertThat(shared)
                .allSatisfy(text -> assertThat(keysOf(text, first)).containsAnyElementsOf(keysOf(text, second)));
    }

    @Test
    void titlesDifferBetweenTheLanguages() throws IOException {
        Map<String, String> english = texts(Language.EN);
        assertThat(texts(Language.FR).entrySet())
                .filteredOn(entry -> entry.getKey().endsWith(".title"))
                .allSatisfy(entry -> assertThat(entry.getValue()).isNotEqualTo(english.get(entry.getKey())));
    }

    private static Set<UnicodeScript> scripts(String text) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        text.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        scripts.removeAll(Set.of(UnicodeScript.COMMON, UnicodeScript.INHERITED));
        return scripts;
    }

    private static Set<String> keysOf(String text, Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(entry -> entry.getValue().equals(text))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    private static Set<String> homographs(String languages) throws IOException {
        return lines("homographs.txt")
                .filter(line -> line.startsWith(languages + ": "))
                .flatMap(
                        line -> Stream.of(line.substring(languages.length() + 2).split(" ")))
                .collect(toSet());
    }

    private static Set<String> titles(String directory, Language language) throws IOException {
        return texts(directory, language).keySet().stream()
                .filter(key -> key.endsWith(".title"))
                .collect(toSet());
    }

    private static Map<String, String> labels(Language language) throws IOException {
        Map<String, String> labels = texts(language);
        labels.keySet().removeIf(key -> key.endsWith(".title") || key.endsWith(".brief"));
        return labels;
    }

    private static Map<String, String> texts(Language language) throws IOException {
        Map<String, String> texts = new HashMap<>(texts("confirmed", language));
        texts.putAll(texts("unconfirmed", language));
        return texts;
    }

    /** Read line by line, so that a key that stands twice in a file is an error here. */
    private static Map<String, String> texts(String directory, Language language) throws IOException {
        return lines(directory + "/" + language + ".properties")
                .map(line -> line.split(" = ", 2))
                .collect(toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static Stream<String> lines(String file) throws IOException {
        try (BufferedReader reader = new BufferedReader(DataFile.open(file))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }
}
