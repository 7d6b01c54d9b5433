package org.migrationhub.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.vocabulary.Language;

/** What not even a draft may hold. */
class MalformedTest {

    @Test
    void aDraftMayBeEmptyAndAFullItemIsWellFormed() {
        assertThat(findings(Practice.in(Language.EN).build())).isEmpty();
        assertThat(findings(Items.fullPractice())).isEmpty();
        assertThat(findings(Items.fullResource())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ordinary text, with punctuation: “quotes” – dashes… and 100 % & <b>",
                "نص تجريبي\u200F (IOM)",
                "می\u200Cخواهم", // ZWNJ is spelling in Persian
                "क्\u200Dष", // so is ZWJ in Hindi
                "👩🏽\u200D🌾 👨\u200D👩\u200D👧 🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F ❤\uFE0F",
                "e\u0301 q\u0323\u0307 Z\u0351\u036B\u0343",
                "한국어 ไทย አማርኛ ქართული Հայերեն עברית தமிழ் 𞤀𞤣𞤤𞤢𞤥",
                "\u00A0\u202F\u3000\u200B\u200E\u061C",
                "\uE000 \uFFFD",
            })
    void allScriptsEmojiJoinersAndMarksPassInEveryField(String text) {
        assertThat(findings(Items.practice().toBuilder()
                        .title(text)
                        .summary(text)
                        .partner(text)
                        .build()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0000, text.control-character",
        "0007, text.control-character",
        "0009, text.control-character",
        "001B, text.control-character",
        "007F, text.control-character",
        "0085, text.control-character",
        "000A, text.line-break",
        "000D, text.line-break",
        "2028, text.line-break",
        "2029, text.line-break",
        "202A, text.direction-override",
        "202B, text.direction-override",
        "202C, text.direction-override",
        "202D, text.direction-override",
        "202E, text.direction-override",
        "2066, text.direction-override",
        "2067, text.direction-override",
        "2068, text.direction-override",
        "2069, text.direction-override",
        "D800, text.half-character",
        "DFFF, text.half-character",
        "FFFE, text.not-a-character",
        "FDD0, text.not-a-character",
        "1FFFF, text.not-a-character",
    })
    void fieldsOfOneLineRefuseWhatDeceivesOrBreaks(String codePoint, String code) {
        String text = "a" + Character.toString(Integer.parseInt(codePoint, 16)) + "b";
        Practice practice = Practice.in(Language.EN)
                .title(text)
                .outcome(text)
                .place(text)
                .implementer(OrganisationRef.named(text).withOffice(text))
                .link(text, text)
                .attachment(Items.file("a.png", "image/png").describedAs(text))
                .build();
        assertThat(findings(practice))
                .containsExactlyInAnyOrder(
                        "/texts/en/title " + code,
                        "/texts/en/outcome " + code,
                        "/geography/localPlaces/0 " + code,
                        "/mainImplementers/0/name " + code,
                        "/mainImplementers/0/office " + code,
                        "/links/0/url " + code,
                        "/links/0/label " + code,
                        "/attachments/0/description " + code);
    }

    @Test
    void longTextsMayHaveSeveralLines() {
        String lines = "one\ntwo\r\n\tthree\u2028four\u2029five \u2067isolated\u2069 \u202Bembedded\u202C";
        assertThat(findings(Items.practice().toBuilder()
                        .summary(lines)
                        .benefitAndImpact(lines)
                        .keyLessons(lines)
                        .recommendations(lines)
                        .innovation(lines)
                        .disclaimer(lines)
                        .build()))
                .isEmpty();
        assertThat(findings(Items.resource().toBuilder()
                        .atAGlance(lines)
                        .whatItOffers(lines)
                        .furtherInformation(lines)
                        .build()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0000, text.control-character",
        "000B, text.control-character",
        "000D, text.control-character",
        "0085, text.control-character",
        "202D, text.direction-override",
        "202E, text.direction-override",
        "DC00, text.half-character",
        "FFFF, text.not-a-character",
    })
    void longTextsRefuseControlCharactersAndOverridesAllTheSame(String codePoint, String code) {
        String text = "a" + Character.toString(Integer.parseInt(codePoint, 16)) + "b";
        assertThat(findings(Items.practice().toBuilder().keyLessons(text).build()))
                .containsExactly("/texts/en/keyLessons " + code);
    }

    @Test
    void everyKindOfFaultIsReportedOnceWithItsPlace() {
        Practice practice =
                Items.practice().toBuilder().title("😀\u0007b\u0007\u202Ec").build();
        assertThat(FormRules.malformed(practice))
                .extracting("message")
                .containsExactly(
                        "Remove the control character U+0007 at character 2.",
                        "Remove the character that changes the direction of writing U+202E at character 5.");
    }

    @Test
    void textsBesideAnItemAreJudgedLikeItsLongTexts() {
        assertThat(FormRules.malformedText("/comment", "one\ntwo \u0639\u200F", 10))
                .isEmpty();
        assertThat(FormRules.malformedText("/comment", "one\u0000\u202Etwo", 7))
                .extracting(violation -> violation.path() + " " + violation.code())
                .containsExactly(
                        "/comment text.control-character",
                        "/comment text.direction-override",
                        "/comment text.too-long");
    }

    @Test
    void textsHaveHardLimitsInCodePoints() {
        Practice.Builder fits = Items.practice().toBuilder()
                .title("𝒜".repeat(300))
                .keyLessons("𝒜".repeat(20_000))
                .outcome("a".repeat(500))
                .place("a".repeat(200))
                .partner(OrganisationRef.named("a".repeat(300)).withOffice("a".repeat(200)))
                .link("a".repeat(2_000), "a".repeat(300));
        assertThat(findings(fits.build())).isEmpty();
        Practice.Builder exceeds = Items.practice().toBuilder()
                .title("a".repeat(301))
                .keyLessons("a".repeat(20_001))
                .outcome("a".repeat(501))
                .place("a".repeat(201))
                .partner(OrganisationRef.named("a".repeat(301)).withOffice("a".repeat(201)))
                .link("a".repeat(2_001), "a".repeat(301));
        assertThat(findings(exceeds.build()))
                .hasSize(8)
                .allSatisfy(finding -> assertThat(finding).endsWith(" text.too-long"));
    }

    @Test
    void listsHaveHardLimits() {
        Attachment file = Items.file("a.pdf", "application/pdf");
        Practice fits = Items.practice().toBuilder()
                .attachments(Collections.nCopies(20, file))
                .links(Collections.nCopies(50, Link.to("x", "x")))
                .partners(Collections.nCopies(100, OrganisationRef.named("x")))
                .build();
        assertThat(findings(fits)).isEmpty();
        Practice exceeds =
                fits.toBuilder().attachment(file).link("x", "x").partner("x").build();
        assertThat(findings(exceeds))
                .containsExactlyInAnyOrder(
                        "/partners list.too-long", "/links list.too-long", "/attachments list.too-long");
    }

    @Test
    void thereAreThirtyLanguagesAtMost() {
        TreeMap<Language, ResourceText> texts = new TreeMap<>();
        IntStream.range(0, 31)
                .forEach(index -> texts.put(new Language("en-x-" + index), ResourceText.of("Title", "Glance")));
        Resource.Builder builder = Items.resource().toBuilder();
        texts.forEach(builder::text);
        assertThat(findings(builder.build())).containsExactly("/texts list.too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.pdf",
                "a/b.pdf",
                "a\\b.pdf",
                "C:a.pdf",
                "a?.pdf",
                "a*.pdf",
                "a\"b.pdf",
                "<a>.pdf",
                "a|b.pdf",
                ".htaccess",
                "..",
                "a.pdf.",
                "a.pdf ",
                " a.pdf",
                "\u00A0a.pdf",
                "CON",
                "con.pdf",
                "LPT1.tar.pdf",
                "nul .pdf",
            })
    void unsafeFileNamesAreRefused(String name) {
        assertThat(findings(named(name))).contains("/attachments/0/name attachment.name-unsafe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.pdf", "A report (final), v. 2.1.pdf", "console.pdf", "تقرير.pdf", "报告.pdf", "a-b_c~d.pdf"})
    void plainFileNamesPass(String name) {
        assertThat(findings(named(name))).isEmpty();
    }

    @Test
    void fileNamesFitIntoAFileSystem() {
        assertThat(findings(named("报".repeat(83) + ".pdf"))).isEmpty();
        assertThat(findings(named("报".repeat(84) + ".pdf")))
                .containsExactly("/attachments/0/name attachment.name-unsafe");
    }

    @Test
    void aFileNeedsAName() {
        assertThat(findings(named(""))).containsExactly("/attachments/0/name attachment.name-required");
        assertThat(findings(named("\u200B"))).containsExactly("/attachments/0/name attachment.name-required");
    }

    private static Practice named(String name) {
        return Items.practice().toBuilder()
                .attachments(List.of(new Attachment(name, "application/pdf", 1, Sha256.of(new byte[0]), null, "")))
                .build();
    }

    private static List<String> findings(ContentItem item) {
        return FormRules.malformed(item).stream()
                .map(violation -> violation.path() + " " + violation.code())
                .toList();
    }

    @Test
    void aNameNeedsSomethingToSeeOnOneLine() {
        assertThat(FormRules.malformedName("/name", "Ana Sample")).isEmpty();
        assertThat(FormRules.malformedName("/name", " \u200B"))
                .extracting(Violation::code)
                .containsExactly("name.required");
        assertThat(FormRules.malformedName("/name", "Ana\nSample"))
                .extracting(Violation::code)
                .containsExactly("text.line-break");
        assertThat(FormRules.malformedName("/name", "a".repeat(301)))
                .extracting(Violation::code)
                .containsExactly("text.too-long");
    }
}
