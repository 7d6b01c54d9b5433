package org.migrationhub.core.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationhub.core.vocabulary.Language;

class ContentDigestTest {

    private static final Set<String> SETS = Set.of(
            "primaryObjectives",
            "secondaryObjectives",
            "principles",
            "sdgs",
            "countries",
            "regions",
            "commissions",
            "contributors");

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    static List<Map<String, Object>> vectors() throws IOException {
        try (InputStream file = ContentDigestTest.class.getResourceAsStream("digest-vectors.json")) {
            Map<String, Object> content = CanonicalJson.parseObject(file.readAllBytes());
            assertThat(content).containsEntry("format", ContentDigest.FORMAT);
            return ((List<?>) content.get("vectors"))
                    .stream().map(ContentDigestTest::object).toList();
        }
    }

    @ParameterizedTest(name = "vector {index}")
    @MethodSource("vectors")
    void everyTestVectorHolds(Map<String, Object> vector) {
        ContentItem item = ContentCodec.read(object(vector.get("item")));

        assertThat(new String(ContentDigest.canonicalBytes(item), UTF_8)).isEqualTo(vector.get("canonical"));
        assertThat(ContentDigest.of(item)).hasToString((String) vector.get("digest"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void orderRepetitionNormalisationAndLineEndsDoNotMatter(long seed) {
        ContentItem item = new RandomItems(seed).item();
        Random random = new Random(seed);
        List<UnaryOperator<String>> spellings = List.of(
                text -> Normalizer.normalize(text, Normalizer.Form.NFC),
                text -> Normalizer.normalize(text, Normalizer.Form.NFD),
                text -> text.replace("\n", "\r\n"),
                text -> text.replace("\n", "\r"));
        for (UnaryOperator<String> spelling : spellings) {
            Object tree = disguised("", ContentCodec.write(item), spelling, random);
            assertThat(ContentDigest.of(ContentCodec.read(object(tree))))
                    .as("seed %d", seed)
                    .isEqualTo(ContentDigest.of(item));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void differentItemsHaveDifferentDigests(long seed) {
        ContentItem item = new RandomItems(seed).item();
        ContentItem other = new RandomItems(seed + 1_000_000).item();
        assertThat(ContentDigest.of(item)).as("seed %d", seed).isNotEqualTo(ContentDigest.of(other));
    }

    static Stream<Record> fullItems() {
        return Stream.of(Items.fullPractice(), Items.fullResource());
    }

    @ParameterizedTest
    @MethodSource("fullItems")
    void anySingleChangeOfAnyFieldLanguageOrAttachmentChangesTheDigest(Record item) {
        assertThat(SingleChanges.gaps(item))
                .as("components that no change would reach")
                .isEmpty();

        Set<Object> distinct = new HashSet<>(SingleChanges.of(item));
        distinct.add(item);
        Set<ContentDigest> digests = new HashSet<>();
        distinct.forEach(changed -> digests.add(ContentDigest.of((ContentItem) changed)));

        assertThat(distinct.size()).isGreaterThan(100);
        assertThat(digests.size()).isEqualTo(distinct.size());
    }

    @Test
    void aPracticeAndAResourceWithNothingInThemDiffer() {
        assertThat(ContentDigest.of(Practice.in(Language.EN).build()))
                .isNotEqualTo(ContentDigest.of(Resource.in(Language.EN).build()));
    }

    @Test
    void aDigestIsReadFromItsOwnText() {
        ContentDigest digest = ContentDigest.of(Items.practice());
        assertThat(ContentDigest.parse(digest.toString())).isEqualTo(digest);
        assertThat(digest.toString()).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void anyOtherTextIsNoDigest() {
        String hex = "0123456789abcdef".repeat(4);
        for (String text :
                List.of("", hex, "sha256:", "sha256:" + hex + "0", "SHA256:" + hex, "sha256:" + hex + "\n")) {
            assertThat(ContentDigest.find(text)).isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> ContentDigest.parse(text));
        }
        assertThat(ContentDigest.find("sha256:" + hex.replace('a', 'A'))).isEmpty();
    }

    @Test
    void halfACharacterHasNoDigest() {
        Practice practice = Items.practice().toBuilder().title("a\ud83d").build();
        assertThatIllegalArgumentException().isThrownBy(() -> ContentDigest.of(practice));
        assertThat(FormRules.malformed(practice)).isNotEmpty();
    }

    /** The same tree in another order, with sets that repeat themselves, and texts spelt in another way. */
    private static Object disguised(String field, Object tree, UnaryOperator<String> spelling, Random random) {
        if (tree instanceof Map<?, ?> map) {
            List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
            Collections.shuffle(entries, random);
            Map<Object, Object> copy = new LinkedHashMap<>();
            entries.forEach(entry ->
                    copy.put(entry.getKey(), disguised((String) entry.getKey(), entry.getValue(), spelling, random)));
            return copy;
        }
        if (tree instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(disguised("", element, spelling, random)));
            if (SETS.contains(field)) {
                copy.addAll(list);
                Collections.shuffle(copy, random);
            }
            return copy;
        }
        return tree instanceof String text ? spelling.apply(text) : tree;
    }

    @SuppressWarnings("unchecked") // objects of JSON have texts as keys
    private static Map<String, Object> object(Object tree) {
        return (Map<String, Object>) tree;
    }
}
