package org.migrationhub.core.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @Test
    void keysAreSortedByUtf16CodeUnitsAndThereIsNoSpace() {
        Map<String, Object> tree = new LinkedHashMap<>();
        // Mostly the example of RFC 8785, section 3.2.3.
        for (String key : List.of("\u20ac", "\t", "1", "\u0080", "\u00f6", "\ud83d\ude00")) {
            tree.put(key, 0L);
        }
        assertThat(canonical(tree)).isEqualTo("{\"\\t\":0,\"1\":0,\"\u0080\":0,\"ö\":0,\"€\":0,\"😀\":0}");
    }

    @Test
    void everyTypeOfValueHasOneForm() {
        Map<String, Object> tree = Map.of(
                "b", true, "a", List.of(1L, -2, Long.MIN_VALUE, List.of(), Map.of()), "c", false, "d", Long.MAX_VALUE);
        assertThat(canonical(tree))
                .isEqualTo("{\"a\":[1,-2,-9223372036854775808,[],{}],\"b\":true,\"c\":false,"
                        + "\"d\":9223372036854775807}");
    }

    @Test
    void onlyWhatMustBeEscapedIsEscaped() {
        assertThat(canonical("\"\\/\b\f\n\t\u0001\u001f\u007f\u2028é😀"))
                .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\t\\u0001\\u001f\u007f\u2028é😀\"");
    }

    @Test
    void textsAndKeysAreComposedAndLineEndsUnified() {
        assertThat(canonical(Map.of("e\u0301", "A\u030A\r\nb\rc\n"))).isEqualTo("{\"é\":\"Å\\nb\\nc\\n\"}");
    }

    @Test
    void verbatimKeepsEveryTextAsItIs() {
        String text = "e\u0301\r\n\r\u212B";
        assertThat(CanonicalJson.parse(CanonicalJson.verbatim(text))).isEqualTo(text);
    }

    @Test
    void keysThatAreTheSameAfterNormalisationAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.bytes(Map.of("é", 1L, "e\u0301", 2L)))
                .withMessageContaining("two keys");
        assertThat(CanonicalJson.verbatim(Map.of("é", 1L, "e\u0301", 2L))).isNotEmpty();
    }

    @Test
    void otherTypesNullAndHalfCharactersAreNotWritten() {
        for (Object tree : List.of(
                1.0, new Object(), Arrays.asList("a", null), Map.of(1, "a"), "\ud83d", "a\ude00b", "\ud83d\ud83d")) {
            assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(tree));
        }
    }

    @Test
    void nestingIsBoundedInWritingAndReading() {
        String deepest = "[".repeat(CanonicalJson.MAX_DEPTH) + "]".repeat(CanonicalJson.MAX_DEPTH);
        Object tree = parse(deepest);
        assertThat(canonical(tree)).isEqualTo(deepest);
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(List.of(tree)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("[" + deepest + "]"))
                .withMessageContaining("offset 64");
        assertThatIllegalArgumentException().isThrownBy(() -> parse("{\"a\":".repeat(100_000)));
    }

    @Test
    void siblingsDoNotCountAsDepth() {
        List<Object> siblings = new ArrayList<>();
        for (int index = 0; index < 200; index++) {
            siblings.add(Map.of("a", List.of()));
        }
        assertThat(CanonicalJson.parse(CanonicalJson.bytes(siblings))).isEqualTo(siblings);
    }

    @Test
    void whatWasWrittenIsReadBack() {
        Map<String, Object> tree =
                new TreeMap<>(Map.of("a", List.of(1L, "x\n\"", true), "b", Map.of("c", false), "", "", "é", -5L));
        assertThat(CanonicalJson.parseObject(CanonicalJson.bytes(tree))).isEqualTo(tree);
    }

    @Test
    void spaceOrderOfKeysAndEscapesAreFreeInReading() {
        Map<String, Object> read = CanonicalJson.parseObject(
                " { \"b\" :\t[ 0 , -1 ]\r\n, \"a\\u0041\":\"\\/\\uD83d\\ude00\\\\ud83d\" } ".getBytes(UTF_8));
        assertThat(read).containsExactly(Map.entry("b", List.of(0L, -1L)), Map.entry("aA", "/😀\\ud83d"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|0",
                "`  `|2",
                "nul|0",
                "null|0",
                "NaN|0",
                "tru|0",
                "[1,]|3",
                "[,1]|1",
                "[1 2]|3",
                "[1|2",
                "{\"a\":1,}|7",
                "{\"a\" 1}|5",
                "{a:1}|1",
                "{\"a\":1,\"a\":2}|7",
                "{\"a\":1,\"\\u0061\":2}|7",
                "1 2|2",
                "{} x|3",
                "01|0",
                "-|0",
                "-0|0",
                "+1|0",
                "1.0|1",
                "1e9|1",
                "9223372036854775808|0",
                "-9223372036854775809|0",
                "99999999999999999999999999999999|0",
                "\"a|2",
                "\"\\x\"|2",
                "\"\\u00g0\"|5",
                "\"\\ud83d\"|1",
                "\"\\ude00\\ud83d\"|1",
                "'a'|0",
                "[1]//|3",
            })
    void brokenJsonIsRefusedWithItsOffset(String json, int offset) {
        assertThatIllegalArgumentException().isThrownBy(() -> parse(json)).withMessageContaining("offset %d:", offset);
    }

    @Test
    void rawControlCharactersAreRefused() {
        for (String control : List.of("\n", "\t", "\u0000", "\u001f")) {
            assertThatIllegalArgumentException().isThrownBy(() -> parse("\"" + control + "\""));
        }
    }

    @Test
    void anythingButUtf8IsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.parse("\"é\"".getBytes(ISO_8859_1)))
                .withMessageContaining("byte 1");
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.parse(new byte[] {'"', (byte) 0xC3}));
        byte[] encodedSurrogate = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.parse(encodedSurrogate));
        assertThatIllegalArgumentException().isThrownBy(() -> parse("\uFEFF{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"a\"", "1", "", "{", "{}{}"})
    void onlyOneObjectIsAnObject(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.parseObject(json.getBytes(UTF_8)));
    }

    private static String canonical(Object tree) {
        return new String(CanonicalJson.bytes(tree), UTF_8);
    }

    private static Object parse(String json) {
        return CanonicalJson.parse(json.getBytes(UTF_8));
    }
}
