package org.migrationhub.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;

class ContentCodecTest {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readingWhatWasWrittenGivesTheSameItem(long seed) {
        ContentItem item = new RandomItems(seed).item();
        Map<String, Object> tree = ContentCodec.write(item);

        assertThat(ContentCodec.read(tree)).as("seed %d", seed).isEqualTo(item);
        assertThat(ContentCodec.write(ContentCodec.read(tree))).isEqualTo(tree);
        assertThat(ContentCodec.read(CanonicalJson.parseObject(CanonicalJson.verbatim(tree))))
                .as("seed %d, through bytes", seed)
                .isEqualTo(item);
    }

    @Test
    void whatIsEmptyIsLeftOut() {
        assertThat(ContentCodec.write(Practice.in(Language.EN).build()))
                .isEqualTo(Map.of("kind", "practice", "language", "en"));
        assertThat(ContentCodec.write(Resource.in(Language.AR).build()))
                .isEqualTo(Map.of("kind", "resource", "language", "ar"));
    }

    @Test
    void everyFieldOfAnItemHasItsPlace() {
        assertThat(ContentCodec.write(Items.fullPractice()))
                .containsOnlyKeys(
                        "kind",
                        "language",
                        "texts",
                        "primaryObjectives",
                        "secondaryObjectives",
                        "principles",
                        "sdgs",
                        "type",
                        "geography",
                        "period",
                        "mainImplementers",
                        "otherOrganisations",
                        "partners",
                        "contributors",
                        "contact",
                        "focalPoint",
                        "links",
                        "attachments");
        assertThat(ContentCodec.write(Items.fullResource()))
                .containsKeys("texts", "type", "year", "publishers", "partners", "attachments")
                .doesNotContainKeys("period", "mainImplementers", "focalPoint");
    }

    @Test
    void setsAreWrittenInOrderOfTheirCodes() {
        Practice practice = Practice.in(Language.EN)
                .objective(Objective.GENERAL, Objective.numbered(10), Objective.numbered(2))
                .build();
        assertThat(ContentCodec.write(practice).get("primaryObjectives"))
                .isEqualTo(List.of("objective-10", "objective-2", "objective-general"));
    }

    @Test
    void whatCouldBeLeftOutMayBeWrittenEmpty() {
        Map<String, Object> tree = tree("kind", "practice", "language", "EN");
        tree.put("texts", Map.of("fr", Map.of("title", ""), "es", Map.of()));
        tree.put("geography", Map.of("global", false, "countries", List.of()));
        tree.put("partners", List.of());
        assertThat(ContentCodec.read(tree)).isEqualTo(Practice.in(Language.EN).build());
    }

    @Test
    void setElementsMayBeRepeatedAndIntegersShort() {
        Map<String, Object> tree = tree("kind", "resource", "language", "en", "year", 2020);
        tree.put("primaryObjectives", List.of("objective-2", "objective-1", "objective-2"));
        assertThat(ContentCodec.read(tree))
                .isEqualTo(Resource.in(Language.EN)
                        .objective(Objective.numbered(1), Objective.numbered(2))
                        .year(2020)
                        .build());
    }

    @Test
    void everyMistakeIsReportedAtOnceInItsPlace() {
        Map<String, Object> tree = tree("kind", "practice", "a/b~c", 1L, "contact", null);
        tree.put("texts", Map.of("en", Map.of("title", 5L, "subtitle", "x"), "not a tag", Map.of()));
        tree.put("primaryObjectives", Arrays.asList("objective-1", "objective-24", 3L, null));
        tree.put("type", "resource-type-tool");
        tree.put("geography", Map.of("countries", List.of("Niger"), "global", "yes"));
        tree.put("period", Map.of("startYear", 2019.0, "endYear", 1L << 40));
        tree.put("mainImplementers", List.of(Map.of("id", "not an id!"), "IOM"));
        tree.put("contributors", "person-1");
        tree.put("links", List.of(Map.of("language", "x")));
        tree.put("attachments", List.of(Map.of("size", -1L), Map.of("size", 1L, "sha256", "ABC")));

        assertThat(violations(tree))
                .containsExactlyInAnyOrder(
                        tuple("/language", "field.required"),
                        tuple("/a~1b~0c", "field.unknown"),
                        tuple("/contact", "field.null"),
                        tuple("/texts/en/title", "field.type"),
                        tuple("/texts/en/subtitle", "field.unknown"),
                        tuple("/texts/not a tag", "code.unknown"),
                        tuple("/primaryObjectives/1", "code.unknown"),
                        tuple("/primaryObjectives/2", "field.type"),
                        tuple("/primaryObjectives/3", "field.null"),
                        tuple("/type", "code.unknown"),
                        tuple("/geography/countries/0", "code.unknown"),
                        tuple("/geography/global", "field.type"),
                        tuple("/period/startYear", "field.type"),
                        tuple("/period/endYear", "number.range"),
                        tuple("/mainImplementers/0/id", "code.unknown"),
                        tuple("/mainImplementers/1", "field.type"),
                        tuple("/contributors", "field.type"),
                        tuple("/links/0/language", "code.unknown"),
                        tuple("/attachments/0/size", "number.range"),
                        tuple("/attachments/0/sha256", "field.required"),
                        tuple("/attachments/1/sha256", "code.unknown"));
    }

    @Test
    void fieldsOfTheOtherKindAreUnknown() {
        assertThat(violations(tree("kind", "resource", "language", "en", "focalPoint", "person-1")))
                .containsExactly(tuple("/focalPoint", "field.unknown"));
        assertThat(violations(tree("kind", "practice", "language", "en", "publishers", List.of(), "year", 2020L)))
                .containsExactlyInAnyOrder(tuple("/publishers", "field.unknown"), tuple("/year", "field.unknown"));
    }

    @Test
    void withoutAKindWhatBothKindsHaveIsStillJudged() {
        assertThat(violations(tree("kind", "event", "language", 1L, "year", 2020L, "partners", List.of(1L))))
                .containsExactlyInAnyOrder(
                        tuple("/kind", "code.unknown"),
                        tuple("/language", "field.type"),
                        tuple("/partners/0", "field.type"));
        assertThat(violations(Map.of()))
                .containsExactlyInAnyOrder(tuple("/kind", "field.required"), tuple("/language", "field.required"));
    }

    @Test
    void twoTextsInOneLanguageAreRefused() {
        Map<String, Object> tree = tree("kind", "practice", "language", "en");
        tree.put("texts", new TreeMap<>(Map.of("FR", Map.of("title", "a"), "fr", Map.of("title", "b"))));
        assertThat(violations(tree)).containsExactly(tuple("/texts/fr", "language.repeated"));
    }

    @Test
    void aFormOfMistakesHasABoundedReport() {
        Map<String, Object> tree = tree("kind", "practice", "language", "en");
        tree.put("contributors", Collections.nCopies(1_000_000, "!"));
        List<Violation> violations = refusal(tree).violations();
        assertThat(violations).hasSize(Findings.MOST + 1);
        assertThat(violations.get(Findings.MOST).code()).isEqualTo("form.too-many-findings");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noTreeMakesReadingFailInAnotherWay(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            Object tree = spoilt(ContentCodec.write(new RandomItems(random.nextLong()).item()), random);
            try {
                ContentItem item = ContentCodec.read(asTree(tree));
                assertThat(ContentCodec.read(ContentCodec.write(item)))
                        .as("seed %d", seed)
                        .isEqualTo(item);
            } catch (RefusedException e) {
                assertThat(e.violations()).isNotEmpty();
            }
        }
    }

    @Test
    void keysThatAreNoTextsAreUnknownFields() {
        Map<Object, Object> geography = new TreeMap<>(Map.of(5, "x"));
        assertThat(violations(tree("kind", "practice", "language", "en", "geography", geography)))
                .containsExactly(tuple("/geography/5", "field.unknown"));
    }

    @Test
    void theWrittenTreeCanNotBeChanged() {
        Map<String, Object> tree = ContentCodec.write(Items.fullPractice());
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> tree.put("kind", "resource"));
    }

    /** The same tree with something foreign in a few places. */
    private static Object spoilt(Object tree, Random random) {
        if (random.nextInt(12) == 0) {
            Object[] foreign = {null, 1.5, "", "x", 7L, -1, true, List.of(), Map.of(), Map.of("x", "y"), new Object()};
            return foreign[random.nextInt(foreign.length)];
        }
        if (tree instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new HashMap<>();
            map.forEach((key, value) -> copy.put(random.nextInt(30) == 0 ? "other" : key, spoilt(value, random)));
            return copy;
        }
        if (tree instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(value -> copy.add(spoilt(value, random)));
            return copy;
        }
        return tree;
    }

    @SuppressWarnings("unchecked") // what JSON libraries hand over is no better known
    private static Map<String, ?> asTree(Object tree) {
        return tree instanceof Map<?, ?> map ? (Map<String, ?>) map : Map.of();
    }

    private static List<Tuple> violations(Map<String, ?> tree) {
        return refusal(tree).violations().stream()
                .map(violation -> tuple(violation.path(), violation.code()))
                .toList();
    }

    private static RefusedException refusal(Map<String, ?> tree) {
        return catchThrowableOfType(RefusedException.class, () -> ContentCodec.read(tree));
    }

    private static Map<String, Object> tree(Object... namesAndValues) {
        Map<String, Object> tree = new HashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            tree.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return tree;
    }
}
