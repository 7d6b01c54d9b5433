package org.migrationhub.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rows of tables and of JSON say, whoever wrote the file. */
class TablesTest {

    private static final String HEADER = "sourceKey,language,title.en,countries,startYear\n";

    // CSV.

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void valuesStandApartByCommasOrSemicolonsAfterAMarkOrNone(String mark) {
        String commas = mark + HEADER + "p-1,en,\"A title, in two parts\",NER|MLI,2021\n";
        String semicolons = mark + "sourceKey;language;title.en;countries;startYear\r\n"
                + "p-1;en;A title, in two parts;NER | MLI;2021\r\n";

        for (String csv : List.of(commas, semicolons)) {
            ImportRow row = practices(csv).get(0);
            assertThat(row.sourceKey()).isEqualTo("p-1");
            assertThat(row.number()).isEqualTo(2);
            assertThat(row.findings()).isEmpty();
            assertThat(row.tree())
                    .isEqualTo(Map.of(
                            "language", "en",
                            "texts", Map.of("en", Map.of("title", "A title, in two parts")),
                            "geography", Map.of("countries", List.of("NER", "MLI")),
                            "period", Map.of("startYear", 2021)));
        }
    }

    @Test
    void aCellMayHoldLinesAndQuotationMarksAndRowsAreCountedAsASpreadsheetDoes() {
        List<ImportRow> rows = practices(
                HEADER + "p-1,en,\"One\nline \"\"and\"\" another\",,\n\n# a remark,,,,\n,,,,\np-2,en,Other,,\n");

        assertThat(rows).extracting(ImportRow::number).containsExactly(2, 6);
        assertThat(title(rows.get(0))).isEqualTo("One\nline \"and\" another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p-1,en,\"never closed,,\n", "p-1,en,\"closed\" and on,,\n"})
    void quotationMarksOutOfPlaceAreToldByRow(String row) {
        FileRefusedException refused = refused(HEADER + row);

        assertThat(refused.isMalformed()).isTrue();
        assertThat(refused.findings().get(0).code()).isEqualTo("csv.malformed");
        assertThat(refused.findings().get(0).row()).isEqualTo(2);
    }

    @Test
    void whatIsNoUtf8IsRefused() {
        for (byte[] bytes : List.of(
                HEADER.getBytes(StandardCharsets.UTF_16), "sourceKey,é\n".getBytes(StandardCharsets.ISO_8859_1))) {
            FileRefusedException refused = catchThrowableOfType(
                    FileRefusedException.class, () -> TableRows.of(ImportKind.PRACTICES, CsvTable.of(bytes)));
            assertThat(refused.findings().get(0).code()).isIn("csv.not-utf-8", "import.no-header");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "=HYPERLINK(\"\"https://example.org\"\")"})
    void whatAnExportKeptFromBeingAFormulaReadsBackAsItWas(String formula) {
        String plain = formula.replace("\"\"", "\"");
        String row = "p-1,en,\"%s%s\",,\n";

        assertThat(title(practices(HEADER + row.formatted("'", formula)).get(0)))
                .isEqualTo(plain);
        assertThat(title(practices(HEADER + row.formatted("", formula)).get(0))).isEqualTo(plain);
        assertThat(title(practices(HEADER + "p-1,en,'quoted',,\n").get(0))).isEqualTo("'quoted'");
    }

    // Columns.

    @Test
    void unknownRepeatedAndMissingColumnsAreToldByName() {
        FileRefusedException refused =
                refused("Titel,summary.en,summary.en,title.xx-invalid-tag-1234567890,outcome.,\np-1,x,x,x,x,x\n");

        assertThat(refused.isMalformed()).isFalse();
        assertThat(refused.findings())
                .extracting(finding -> finding.column() + " " + finding.code())
                .containsExactly(
                        "Titel column.unknown",
                        "summary.en column.repeated",
                        "title.xx-invalid-tag-1234567890 column.unknown",
                        "outcome. column.unknown",
                        "sourceKey column.missing",
                        "language column.missing");
    }

    @Test
    void aFileWithoutARowOfNamesIsRefused() {
        assertThat(refused("").findings().get(0).code()).isEqualTo("import.no-header");
        assertThat(refused("\n\n# only a remark\n").findings().get(0).code()).isEqualTo("import.no-header");
    }

    @Test
    void tooManyRowsOrColumnsOrCharactersAreRefused() {
        String rows = "p,en,A,,\n".repeat(Limits.MOST_ROWS + 1);
        String columns = HEADER.strip() + ",x".repeat(Limits.MOST_COLUMNS) + "\n";
        String cell = "p-1,en," + "x".repeat(Limits.MOST_IN_A_CELL + 1) + ",,\n";

        assertThat(refused(HEADER + rows).findings().get(0).code()).isEqualTo("import.too-many-rows");
        assertThat(refused(columns).findings().get(0).code()).isEqualTo("import.too-many-columns");
        assertThat(findings(practices(HEADER + cell).get(0))).containsExactly("title.en cell.too-long");
    }

    @Test
    void valuesThatGoTogetherAreAsMany() {
        String header = "sourceKey,language,title.en,mainImplementers,mainImplementers.id,mainImplementers.office\n";
        ImportRow even =
                practices(header + "p-1,en,A,One | Two | Three,a | | c,\n").get(0);
        ImportRow uneven =
                practices(header + "p-1,en,A,One | Two | Three,a | c,Desk\n").get(0);

        assertThat(even.findings()).isEmpty();
        assertThat(even.tree().get("mainImplementers"))
                .isEqualTo(List.of(
                        Map.of("name", "One", "id", "a"), Map.of("name", "Two"), Map.of("name", "Three", "id", "c")));
        assertThat(findings(uneven))
                .containsExactly("mainImplementers.id cell.uneven", "mainImplementers.office cell.uneven");
    }

    @Test
    void codesMayBeWrittenShortAndABarMayBePartOfAValue() {
        String header =
                "sourceKey,language,title.en,type,primaryObjectives,principles,sdgs,regions,commissions,countries,"
                        + "global,localPlaces\n";
        ImportRow row = practices(
                        header
                                + "p-1,en,A,Project,5|objective-6|general,a|B,8.8|10,2|m49-011,ECA,ner,TRUE,One \\| two | Three\n")
                .get(0);

        assertThat(row.findings()).isEmpty();
        assertThat(row.tree())
                .containsEntry("type", "practice-type-project")
                .containsEntry("primaryObjectives", List.of("objective-5", "objective-6", "objective-general"))
                .containsEntry("principles", List.of("principle-a", "principle-b"))
                .containsEntry("sdgs", List.of("sdg-8.8", "sdg-10"))
                .containsEntry(
                        "geography",
                        Map.of(
                                "regions", List.of("m49-002", "m49-011"),
                                "commissions", List.of("commission-eca"),
                                "countries", List.of("NER"),
                                "global", true,
                                "localPlaces", List.of("One | two", "Three")));
    }

    @Test
    void daysOfAbsencesBeginInUtc() {
        ImportRow row = TableRows.of(
                        ImportKind.ROSTER,
                        CsvTable.of(("sourceKey,name,organisation,languages,capacity,absences.from,absences.until\n"
                                        + "r-1,Rosa,o-1,en | fr,3,2027-01-01 | 2027-08-01T06:00:00Z,2027-02-01 | 2027-09-01\n")
                                .getBytes(StandardCharsets.UTF_8)))
                .get(0);

        assertThat(row.tree())
                .containsEntry("capacity", 3)
                .containsEntry(
                        "absences",
                        List.of(
                                Map.of("from", "2027-01-01T00:00:00Z", "until", "2027-02-01T00:00:00Z"),
                                Map.of("from", "2027-08-01T06:00:00Z", "until", "2027-09-01T00:00:00Z")));
    }

    @Test
    void whatIsSaidOfThePlacesOfAFormIsSaidOfTheirColumns() {
        assertThat(ImportKind.PRACTICES.columnAt("/texts/fr/title")).isEqualTo("title.fr");
        assertThat(ImportKind.PRACTICES.columnAt("/geography/countries/1")).isEqualTo("countries");
        assertThat(ImportKind.PRACTICES.columnAt("/period")).isEmpty();
        assertThat(ImportKind.PRACTICES.columnAt("/period/startYear")).isEqualTo("startYear");
        assertThat(ImportKind.PRACTICES.columnAt("/mainImplementers")).isEqualTo("mainImplementers");
        assertThat(ImportKind.PRACTICES.columnAt("/mainImplementers/0/id")).isEqualTo("mainImplementers.id");
        assertThat(ImportKind.PRACTICES.columnAt("/links/2/url")).isEqualTo("links");
        assertThat(ImportKind.ROSTER.columnAt("/absences/0/until")).isEqualTo("absences.until");
        assertThat(ImportKind.ROSTER.columnAt("/sourceKey")).isEqualTo("sourceKey");
        assertThat(ImportKind.ORGANISATIONS.columnAt("/aliases/3")).isEqualTo("aliases");
        assertThat(ImportKind.ORGANISATIONS.columnAt("")).isEmpty();
    }

    // Keys.

    @Test
    void everyRowNeedsAKeyOfItsOwn() {
        List<ImportRow> rows = practices(
                HEADER + ",en,A,,\np-1,en,B,,\n p-1 ,en,C,,\n\u200B,en,D,,\n" + "x".repeat(201) + ",en,E,,\n");

        assertThat(rows.get(1).findings()).isEmpty();
        assertThat(findings(rows.get(0))).containsExactly("sourceKey source-key.required");
        assertThat(findings(rows.get(2))).containsExactly("sourceKey source-key.repeated");
        assertThat(findings(rows.get(3))).containsExactly("sourceKey source-key.required");
        assertThat(findings(rows.get(4))).containsExactly("sourceKey source-key.invalid");
    }

    // JSON.

    @Test
    void jsonIsAnArrayOrLines() {
        String one = "{\"sourceKey\":\"p-1\",\"language\":\"en\"}";
        String two = "{\"sourceKey\":\"p-2\",\"language\":\"fr\"}";
        List<ImportRow> array = JsonRows.array(bytes("[" + one + "," + two + "]"));
        List<ImportRow> lines = JsonRows.lines(bytes(one + "\r\n\n" + two));

        assertThat(array).extracting(ImportRow::sourceKey).containsExactly("p-1", "p-2");
        assertThat(array).extracting(ImportRow::number).containsExactly(1, 2);
        assertThat(lines).extracting(ImportRow::sourceKey).containsExactly("p-1", "p-2");
        assertThat(lines).extracting(ImportRow::number).containsExactly(1, 3);
        assertThat(lines.get(1).tree()).isEqualTo(Map.of("language", "fr"));
        assertThat(JsonRows.lines(new byte[0])).isEmpty();
    }

    @Test
    void jsonOfAnotherFormIsToldByPlace() {
        assertThat(refused(() -> JsonRows.array(bytes("{}"))).findings().get(0).code())
                .isEqualTo("json.no-array");
        assertThat(refused(() -> JsonRows.array(bytes("[{\"sourceKey\":\"a\"},1]")))
                        .findings()
                        .get(0)
                        .row())
                .isEqualTo(2);
        assertThat(refused(() -> JsonRows.lines(bytes("{\"sourceKey\":\"a\"}\n{")))
                        .findings()
                        .get(0))
                .extracting(Finding::row, Finding::code)
                .containsExactly(2, "json.malformed");
        assertThat(JsonRows.array(bytes("[{\"sourceKey\":7}]"))
                        .get(0)
                        .findings()
                        .get(0)
                        .code())
                .isEqualTo("field.type");
    }

    // Templates.

    @ParameterizedTest
    @EnumSource
    void aTemplateThatComesBackUnchangedHasNoRow(ImportKind kind) {
        assertThat(TableRows.of(kind, CsvTable.of(Template.csv(kind)))).isEmpty();
        assertThat(TableRows.of(kind, XlsxTable.of(Template.xlsx(kind)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theSampleOfATemplateIsARowOnceItIsNoRemarkAnyMore(ImportKind kind) {
        String csv = new String(Template.csv(kind), StandardCharsets.UTF_8).replace("# SAMPLE, not imported: ", "");

        List<ImportRow> rows = TableRows.of(kind, CsvTable.of(bytes(csv)));

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).findings()).isEmpty();
    }

    private static List<ImportRow> practices(String csv) {
        return TableRows.of(ImportKind.PRACTICES, CsvTable.of(bytes(csv)));
    }

    private static FileRefusedException refused(String csv) {
        return refused(() -> practices(csv));
    }

    private static FileRefusedException refused(ThrowingCallable reading) {
        FileRefusedException refused = catchThrowableOfType(FileRefusedException.class, reading);
        assertThat(refused).isNotNull();
        return refused;
    }

    private static List<String> findings(ImportRow row) {
        return row.findings().stream()
                .map(finding -> finding.column() + " " + finding.code())
                .toList();
    }

    private static Object title(ImportRow row) {
        Map<?, ?> texts = (Map<?, ?>) row.tree().get("texts");
        return ((Map<?, ?>) texts.get("en")).get("title");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
