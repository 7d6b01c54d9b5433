package org.migrationhub.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.Region;
import org.migrationhub.core.vocabulary.RegionalCommission;

/** What must be mended before an item can be submitted. */
class FormRulesTest {

    @Test
    void aSoundPracticeAndASoundResourceHaveNothingToMend() {
        for (ContentItem item : List.of(Items.practice(), Items.resource())) {
            FormReport report = FormRules.check(item, Items.OWN);
            assertThat(report.violations()).isEmpty();
            assertThat(report.warnings()).isEmpty();
            assertThat(report.isAcceptable()).isTrue();
            assertThat(report.orRefuse()).isSameAs(report);
        }
    }

    @Test
    void anEmptyPracticeLacksEverythingAtOnce() {
        assertThat(findings(Practice.in(Language.ES).build()))
                .containsExactly(
                        "/texts/es/title title.required",
                        "/texts/es/summary summary.required",
                        "/primaryObjectives objectives.required",
                        "/type type.required",
                        "/geography geography.required",
                        "/period period.required",
                        "/mainImplementers implementers.required");
    }

    @Test
    void anEmptyResourceLacksEverythingAtOnce() {
        assertThat(findings(Resource.in(Language.AR).build()))
                .containsExactly(
                        "/texts/ar/title title.required",
                        "/texts/ar/atAGlance at-a-glance.required",
                        "/primaryObjectives objectives.required",
                        "/type type.required",
                        "/publishers publishers.required");
    }

    @Test
    void aRefusalCarriesEveryViolation() {
        FormReport report = FormRules.check(Practice.in(Language.EN).build(), Items.OWN);
        assertThat(report.isAcceptable()).isFalse();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(report::orRefuse)
                .satisfies(refusal -> assertThat(refusal.violations()).isEqualTo(report.violations()))
                .withMessageContaining("Say what type of practice it is. Say where it took place");
    }

    @Test
    void everyFurtherLanguageNeedsTitleAndSummaryToo() {
        Practice practice = Items.practice().toBuilder()
                .text(Language.FR, PracticeText.EMPTY.withKeyLessons("Une leçon"))
                .text(Language.RU, PracticeText.of("Название", " "))
                .build();
        assertThat(findings(practice))
                .containsExactly(
                        "/texts/fr/title title.required",
                        "/texts/fr/summary summary.required",
                        "/texts/ru/summary summary.required");
    }

    @Test
    void theOriginalLanguageNeedsATextEvenIfOthersHaveOne() {
        Practice practice = Practice.in(Language.ZH)
                .text(Language.EN, PracticeText.of("Title", Items.SUMMARY))
                .build();
        assertThat(findings(practice)).contains("/texts/zh/title title.required", "/texts/zh/summary summary.required");
    }

    @Test
    void aFurtherLanguageOfAResourceNeedsWhatItIsAtAGlance() {
        Resource resource = Items.resource().toBuilder()
                .text(Language.EN, ResourceText.EMPTY.withTitle("Guide"))
                .build();
        assertThat(findings(resource)).containsExactly("/texts/en/atAGlance at-a-glance.required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\u00A0\u3000",
                "\u200B\u200D\uFEFF",
                "\u3164",
                "\u115F\u1160",
                "\u2800",
                "\u0301",
                "\u00A8",
                "\u200E\u200F",
                "\uFE0F",
                "\u00AD"
            })
    void whatCanNotBeSeenCountsAsMissing(String invisible) {
        assertThat(findings(Items.practice().toBuilder().title(invisible).build()))
                .containsExactly("/texts/en/title title.required");
    }

    @Test
    void aResourceNeedsAnObjectiveOfEitherRank() {
        Resource.Builder builder = Items.resource().toBuilder().classification(Classification.NONE);
        assertThat(findings(builder.build())).containsExactly("/primaryObjectives objectives.required");
        assertThat(findings(builder.secondary(Objective.DATA).build())).isEmpty();
    }

    @Test
    void aSecondaryObjectiveMayNotRepeatAPrimaryOne() {
        Practice practice = Items.practice().toBuilder()
                .objective(Objective.numbered(2))
                .secondary(Objective.numbered(2), Objective.numbered(10))
                .build();
        assertThat(findings(practice)).containsExactly("/secondaryObjectives/1 objectives.repeated");
    }

    @Test
    void anyPieceOfGeographyIsEnough() {
        Practice.Builder nowhere = Items.practice().toBuilder().geography(Geography.NOWHERE);
        Practice without = nowhere.build();
        assertThat(findings(without)).containsExactly("/geography geography.required");
        for (Practice practice : List.of(
                without.toBuilder().country("NER").build(),
                without.toBuilder().region(Region.of("002")).build(),
                without.toBuilder().commission(RegionalCommission.ECA).build(),
                without.toBuilder().place("Agadez").build(),
                without.toBuilder().worldwide().build())) {
            assertThat(findings(practice)).isEmpty();
        }
    }

    @Test
    void namesOfPlacesAndOrganisationsMayNotBeBlank() {
        Practice practice = Items.practice().toBuilder()
                .place("Agadez")
                .place("")
                .implementer(" ")
                .otherOrganisation("")
                .partner("A")
                .partner("")
                .link("", "A page")
                .build();
        assertThat(findings(practice))
                .containsExactly(
                        "/mainImplementers/1/name organisation.name-required",
                        "/otherOrganisations/0/name organisation.name-required",
                        "/partners/1/name organisation.name-required",
                        "/links/0/url link.url-required",
                        "/geography/localPlaces/1 place.blank");
    }

    @Test
    void theFocalPointIsNeededByWhoSubmitsForAnotherBody() {
        Practice practice = Items.practice();
        Submitting other = new Submitting(new OrganisationId("other"), Set.of("Other Body"), 2026);
        assertThat(findings(practice, other)).containsExactly("/focalPoint focal-point.required");
        assertThat(findings(practice, Submitting.unaffiliated(2026)))
                .containsExactly("/focalPoint focal-point.required");
        assertThat(findings(practice.toBuilder().focalPoint(new PersonId("f")).build(), other))
                .isEmpty();
    }

    @Test
    void ownBodiesAreKnownByIdOrByName() {
        Practice byId = Items.practice().toBuilder()
                .mainImplementers(List.of(OrganisationRef.of(Items.OWN_ID, "Another spelling")))
                .build();
        assertThat(findings(byId)).isEmpty();
        Submitting sameName = new Submitting(null, Set.of("SÁMPLE  shelter-network"), 2026);
        assertThat(findings(Items.practice(), sameName)).isEmpty();
    }

    @Test
    void oneOfSeveralMainImplementersIsEnoughToBeOwn() {
        Practice practice =
                Items.practice().toBuilder().implementer("Somebody else").build();
        assertThat(findings(practice)).isEmpty();
    }

    @Test
    void aSummaryHasThreeThousandCharactersAtMostWhateverTheirWidth() {
        Practice.Builder builder = Items.practice().toBuilder();
        assertThat(findings(builder.summary("𝒜".repeat(3_000)).build())).isEmpty();
        assertThat(findings(builder.summary("a".repeat(3_001)).build()))
                .containsExactly("/texts/en/summary summary.too-long");
    }

    @ParameterizedTest
    @CsvSource({
        "1899, 2020, /period/startYear period.implausible-year",
        "2020, 2047, /period/endYear period.implausible-year",
        "2047, , /period/startYear period.implausible-year",
        "2020, 2019, /period/endYear period.ends-before-start",
    })
    void yearsMustBePlausibleAndInOrder(int start, Integer end, String finding) {
        Practice practice =
                Items.practice().toBuilder().period(new Period(start, end)).build();
        assertThat(findings(practice)).containsExactly(finding);
    }

    @ParameterizedTest
    @CsvSource({"1900, 2046", "2046, ", "2020, 2020"})
    void plausibleYearsPass(int start, Integer end) {
        Practice practice =
                Items.practice().toBuilder().period(new Period(start, end)).build();
        assertThat(findings(practice)).isEmpty();
    }

    @Test
    void aResourceIsNotFromTheFuture() {
        Resource.Builder builder = Items.resource().toBuilder();
        assertThat(findings(builder.year(2027).build())).isEmpty();
        assertThat(findings(builder.year(2028).build())).containsExactly("/year year.implausible");
        assertThat(findings(builder.year(1899).build())).containsExactly("/year year.implausible");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "http://example.org:8080/a/b?c=d#e",
                "HTTPS://EXAMPLE.ORG/",
                "https://пример.рф/страница",
                "https://例え.jp/ページ",
                "https://192.0.2.1/",
                "https://[2001:db8::1]:443/",
                "https://example.org/a%20b"
            })
    void absoluteWebAddressesPass(String url) {
        assertThat(findings(Items.practice().toBuilder().link(url, "x").build()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "/a/b",
                "//example.org/",
                "ftp://example.org/",
                "javascript:alert(1)",
                "data:text/html,x",
                "mailto:a@example.org",
                "https:///a",
                "https:example.org",
                "https://",
                "https://user@example.org/",
                "https://user:secret@example.org/",
                "https://example.org:0/",
                "https://example.org:99999/",
                "https://exa mple.org/",
                "https://example.org/a b",
                "https://example.org\\@evil.example/",
                "https://example.org/%zz",
                "https://-/",
                "https://..",
                "\u00A0https://example.org"
            })
    void otherAddressesAreRefused(String url) {
        assertThat(findings(Items.practice().toBuilder().link(url, "x").build()))
                .containsExactly("/links/0/url link.url-invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt, text/plain",
        "a.rtf, application/rtf",
        "a.pdf, application/pdf",
        "A.PDF, application/pdf",
        "a.b.doc, application/msword",
        "a.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "a.odt, application/vnd.oasis.opendocument.text",
        "a.ppt, application/vnd.ms-powerpoint",
        "a.pptx, application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "a.odp, application/vnd.oasis.opendocument.presentation",
        "a.xls, application/vnd.ms-excel",
        "a.xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "a.ods, application/vnd.oasis.opendocument.spreadsheet",
        "a.png, image/png",
        "a.jpg, image/jpeg",
        "a.jpeg, image/jpeg",
        "a.webp, image/webp",
        "تقرير.pdf, application/pdf",
        "报告 2.pdf, application/pdf",
    })
    void documentsAndImagesCanBeAttached(String name, String mediaType) {
        assertThat(findings(with(Items.file(name, mediaType).describedAs("A sample"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a.html, text/html, /attachments/0/name attachment.type-not-allowed",
        "a.svg, image/svg+xml, /attachments/0/name attachment.type-not-allowed",
        "a.pdf.exe, application/pdf, /attachments/0/name attachment.type-not-allowed",
        "pdf, application/pdf, /attachments/0/name attachment.type-not-allowed",
        "a.pdf, text/html, /attachments/0/mediaType attachment.type-mismatch",
        "a.pdf, application/PDF, /attachments/0/mediaType attachment.type-mismatch",
        "a.txt, text/plain;charset=utf-8, /attachments/0/mediaType attachment.type-mismatch",
    })
    void otherFilesCanNot(String name, String mediaType, String finding) {
        assertThat(findings(with(Items.file(name, mediaType).describedAs("A sample"))))
                .containsExactly(finding);
    }

    @Test
    void imagesNeedADescriptionAndDocumentsDoNot() {
        assertThat(findings(with(Items.file("a.png", "image/png"))))
                .containsExactly("/attachments/0/description attachment.description-required");
        assertThat(findings(with(Items.file("a.pdf", "application/pdf")))).isEmpty();
    }

    @Test
    void filesAreNeitherEmptyNorLargerThan25Megabytes() {
        assertThat(findings(with(pdf("a.pdf", 0)))).containsExactly("/attachments/0/size attachment.empty");
        assertThat(findings(with(pdf("a.pdf", 26_214_400)))).isEmpty();
        assertThat(findings(with(pdf("a.pdf", 26_214_401))))
                .containsExactly("/attachments/0/size attachment.too-large");
    }

    @Test
    void filesOfOneItemHaveDifferentNames() {
        Practice practice = Items.practice().toBuilder()
                .attachment(pdf("Report.pdf", 1))
                .attachment(pdf("report.PDF", 2))
                .build();
        assertThat(findings(practice)).containsExactly("/attachments/1/name attachment.name-repeated");
    }

    @Test
    void aHopelessFormIsJudgedInBoundedTimeAndSpace() {
        String shout = "AB (".repeat(100_000);
        Practice practice = Practice.in(Language.EN)
                .title(shout)
                .summary(shout)
                .implementer("a" + " ".repeat(200_000) + "(A")
                .link("https://" + "ü".repeat(200_000) + "/", "")
                .place("\u0000".repeat(100_000))
                .build();
        FormReport report = FormRules.check(practice, Items.OWN);
        assertThat(report.isAcceptable()).isFalse();
        assertThat(report.violations().toString()).hasSizeLessThan(20_000);
    }

    static List<ContentItem> randomItems() {
        return LongStream.range(0, 100)
                .mapToObj(seed -> new RandomItems(seed).item())
                .toList();
    }

    @ParameterizedTest(name = "seed {index} - 1")
    @MethodSource("randomItems")
    void anyItemCanBeJudgedAndEveryFindingPointsIntoItsForm(ContentItem item) {
        FormReport report = FormRules.check(item, Items.OWN);
        assertThat(report.violations()).allSatisfy(FormRulesTest::saysWhatToMend);
        assertThat(report.warnings()).allSatisfy(FormRulesTest::saysWhatToMend);
    }

    @Test
    void aReportCanNotBeChanged() {
        FormReport report = FormRules.check(Items.practice(), Items.OWN);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> report.warnings().clear());
        assertThatCode(report::orRefuse).doesNotThrowAnyException();
    }

    private static void saysWhatToMend(Violation violation) {
        assertThat(violation.code()).matches("[a-z-]+\\.[a-z-]+");
        assertThat(violation.message()).matches("(?s)[A-Z].*\\.");
        assertThat(violation.path()).matches("(/[A-Za-z0-9-]+)+");
    }

    private static Practice with(Attachment attachment) {
        return Items.practice().toBuilder().attachment(attachment).build();
    }

    private static Attachment pdf(String name, long size) {
        return new Attachment(name, "application/pdf", size, Sha256.of(new byte[0]), null, "");
    }

    private static List<String> findings(ContentItem item) {
        return findings(item, Items.OWN);
    }

    private static List<String> findings(ContentItem item, Submitting submitting) {
        return FormRules.check(item, submitting).violations().stream()
                .map(violation -> violation.path() + " " + violation.code())
                .toList();
    }
}
