package org.migrationhub.server.site.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationhub.core.vocabulary.Language;

/** No page lacks words in any language, and no words lack a page. */
class WordsTest {

    /** The end of a code, such as that of a violation, is no form. */
    private static final Pattern FORM =
            Pattern.compile("^(?!violation\\.|reason\\.)(.+)\\.(?:zero|one|two|few|many|other)$");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");
    private static final Pattern SAID = Pattern.compile("say\\(\\s*\"([a-z0-9.-]+)\"");
    private static final Pattern COUNTED = Pattern.compile("count\\(\\s*\"([a-z0-9.-]+)\"");
    private static final Pattern KEY = Pattern.compile("(?m)^([^ #=]+) =");
    private static final Pattern QUOTED = Pattern.compile("\"([a-z0-9-]+\\.[a-z0-9.-]*)\"");

    static List<Language> languages() {
        return Words.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasTheSameKeys(Language language) {
        assertThat(plain(language)).isEqualTo(plain(Language.EN));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatIsCountedHasEveryFormOfItsLanguageAndNoOther(Language language) {
        Set<String> expected = counted()
                .flatMap(key -> Plural.of(language).stream().map(form -> key + form.ending()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = keys(language).stream()
                .filter(key -> FORM.matcher(key).find())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(there).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void placeholdersAreThoseOfEnglish(Language language) {
        Words english = Words.in(Language.EN);
        Words.in(language).all().forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank().doesNotContain("''").doesNotContain("TODO");
            boolean form = FORM.matcher(key).find();
            String like = form ? FORM.matcher(key).replaceFirst("$1.other") : key;
            Set<String> wanted = placeholders(String.valueOf(english.all().get(like)));
            assertThat(placeholders(text))
                    .as(language + " " + key)
                    .satisfies(found -> assertThat(wanted).containsAll(found))
                    .satisfies(found -> assertThat(form || found.equals(wanted)).isTrue());
        });
    }

    @Test
    void noKeyStandsTwiceInAFile() {
        assertThat(files(Path.of("src/main/resources/org/migrationhub/server/site/page/words")))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(KEY.matcher(text).results().map(found -> found.group(1)))
                        .doesNotHaveDuplicates());
    }

    @Test
    void everyKeyIsUsed() {
        Set<String> quoted = matches(QUOTED).collect(Collectors.toCollection(TreeSet::new));
        assertThat(plain(Language.EN).stream()
                        .filter(key -> quoted.stream()
                                .noneMatch(used -> used.equals(key)
                                        || (used.endsWith(".") && key.startsWith(used))
                                        || key.equals(used + "title"))))
                .isEmpty();
    }

    /** A form that English lacks is there in another language, and a page asks whether it has words. */
    @Test
    void everyUsedKeyIsThere() {
        Set<String> keys = keys(Language.EN);
        assertThat(matches(SAID).filter(key -> !key.endsWith(".")))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(keys).contains(FORM.matcher(key).replaceAll(".other")));
    }

    @Test
    void noLineBeginsWithAMark() {
        assertThat(Words.in(Language.FR).say("login.new")).isEqualTo("Pas encore de compte\u00a0?");
        assertThat(Words.in(Language.FR).say("violation.words.too-long")).contains("1\u00a0000 caractères");
        assertThat(Words.in(Language.EN).say("login.new")).isEqualTo("No account yet?");
    }

    @Test
    void aKeyWithoutWordsIsAFault() {
        assertThatThrownBy(() -> Words.in(Language.FR).say("no.such.key"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no.such.key");
    }

    /** Keys without those that come in forms. */
    private static Set<String> plain(Language language) {
        return keys(language).stream()
                .filter(key -> !FORM.matcher(key).find())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(Language language) {
        return Words.in(language).all().keySet();
    }

    private static Stream<String> counted() {
        return matches(COUNTED).filter(key -> !key.endsWith("."));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** What stands in the sources of the pages. */
    private static Stream<String> matches(Pattern pattern) {
        return Stream.of("src/main/jte", "src/main/java/org/migrationhub/server/site")
                .flatMap(directory -> files(Path.of(directory)).stream())
                .flatMap(text -> pattern.matcher(text).results().map(found -> found.group(1)));
    }

    private static List<String> files(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile).map(WordsTest::text).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new AssertionError(Arrays.asList(path, e).toString(), e);
        }
    }
}
