package org.migrationhub.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationhub.core.vocabulary.Language;

/** What a submitter should look at once more; nothing of this stops a submission. */
class FormWarningsTest {

    @ParameterizedTest
    @CsvSource({
        "2010, 2015, period.ended-before-compact",
        "2015, 2017, period.ended-before-compact",
        "2017, 2018, period.may-have-ended-before-compact",
        "2027, 2029, period.not-started",
        "2027, , period.not-started",
    })
    void periodsThatMissTheCriteriaAreWarnedOf(int start, Integer end, String code) {
        assertThat(warnings(period(start, end)))
                .extracting(FormWarningsTest::code)
                .containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"2010, ", "2010, 2019", "2026, 2030", "2018, "})
    void otherPeriodsAreNot(int start, Integer end) {
        assertThat(warnings(period(start, end))).isEmpty();
    }

    @Test
    void theWarningOf2018SaysThatOnlyTheYearIsKnown() {
        assertThat(FormRules.check(period(2017, 2018), Items.OWN).warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("perhaps before December"));
    }

    @Test
    void warningsStopNothing() {
        assertThat(FormRules.check(period(2010, 2015), Items.OWN).isAcceptable())
                .isTrue();
    }

    @Test
    void anItemWithoutAPrincipleIsWarnedOf() {
        Practice practice = Items.practice();
        Classification old = practice.classification();
        Classification without = new Classification(old.primary(), old.secondary(), Sorted.none(), old.sdgs());
        assertThat(warnings(practice.toBuilder().classification(without).build()))
                .containsExactly("/principles principles.none");
    }

    @Test
    void aShortSummaryIsWarnedOfInEveryLanguage() {
        Practice practice = Items.practice().toBuilder()
                .summary("a".repeat(299))
                .text(Language.ZH, PracticeText.of("示例", "示例文本"))
                .build();
        assertThat(warnings(practice))
                .containsExactly("/texts/en/summary summary.short", "/texts/zh/summary summary.short");
        assertThat(warnings(
                        Items.practice().toBuilder().summary("𝒜".repeat(300)).build()))
                .isEmpty();
    }

    @Test
    void aLongTitleIsWarnedOf() {
        assertThat(warnings(titled("𝒜a".repeat(60)))).isEmpty();
        assertThat(warnings(titled("a".repeat(121)))).containsExactly("/texts/en/title title.long");
    }

    @Test
    void aTitleInCapitalsIsWarnedOfOnceAndNotForItsAcronyms() {
        assertThat(warnings(titled("HELPING MIGRANTS WITH IOM"))).containsExactly("/texts/en/title title.capitals");
    }

    @Test
    void theWarningNamesTheAcronyms() {
        assertThat(FormRules.check(titled("How MRRM and HRO work"), Items.OWN).warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("title.acronym");
                    assertThat(warning.message()).isEqualTo("Spell out MRRM, HRO in the title.");
                });
    }

    @Test
    void aLinkWithoutALabelIsWarnedOf() {
        Practice practice =
                Items.practice().toBuilder().link("https://example.org", "").build();
        assertThat(warnings(practice)).containsExactly("/links/0/label link.label-missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Humanitarian Rescue Operations (HRO) in Niger",
                "Humanitarian Rescue Operations (HROs)",
                "IOM (International Organization for Migration) in Niger",
                "Organización Internacional para las Migraciones ( OIM )",
                "Международная организация по миграции (МОМ)",
                "Международная организация по миграции (IOM)",
                "المنظمة الدولية للهجرة (IOM)",
                "国际移民组织（IOM）",
                "Phase II of the project, part XIV",
                "G7 and a Practice of 2024",
                "Une pratique à Niamey",
            })
    void nothingIsLeftToSpellOut(String title) {
        assertThat(Acronyms.unexplained(title)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Migrant Response and Resource Mechanism (MRRM) with IOM | IOM",
                "Support for returnees (IOM) | IOM",
                "Mechanism (MRRM) | MRRM",
                "NGOs in Niger | NGO",
                "ПРООН в Молдове | ПРООН",
                "COVID-19 and migrants | COVID",
                "示例 IOM 示例 | IOM",
                "IOM (2021) in Niger | IOM",
                "ÉTÉ à Niamey | ÉTÉ",
                "UNHCR IOM | UNHCR,IOM",
                "IOM, IOM and IOM | IOM",
            })
    void acronymsThatAreNotSpelledOutAreFound(String title, String acronyms) {
        assertThat(Acronyms.unexplained(title)).isEqualTo(List.of(acronyms.split(",")));
    }

    private static Practice titled(String title) {
        return Items.practice().toBuilder().title(title).build();
    }

    private static Practice period(int start, Integer end) {
        return Items.practice().toBuilder().period(new Period(start, end)).build();
    }

    private static String code(String finding) {
        return finding.substring(finding.indexOf(' ') + 1);
    }

    private static List<String> warnings(ContentItem item) {
        return FormRules.check(item, Items.OWN).warnings().stream()
                .map(warning -> warning.path() + " " + warning.code())
                .toList();
    }
}
