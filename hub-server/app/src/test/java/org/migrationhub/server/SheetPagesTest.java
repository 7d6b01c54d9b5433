package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.vocabulary.Country;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.imports.Spreadsheet;
import org.migrationhub.server.site.page.Voice;

/** A practice is written offline, in a sheet. */
class SheetPagesTest extends SubmitPages {

    @Test
    void aSheetThatWasFilledInOfflineBecomesADraft() {
        Reply made = visitor.upload(
                MINE + "/sheets",
                "sample.xlsx",
                sheet(
                        "migration-hub:practice",
                        "language",
                        "français",
                        "texts/title",
                        "Exemple : un phare",
                        "texts/summary",
                        "Ceci est un exemple. ".repeat(20).strip(),
                        "type",
                        "Project/Programme",
                        "mainImplementers",
                        "IOM\nSample lighthouse keepers",
                        "period/startYear",
                        "2021",
                        "geography/countries",
                        "Niger, Mali; BFA",
                        "geography/commissions",
                        "ECA",
                        "primaryObjectives",
                        "8, 10",
                        "principles",
                        "f",
                        "sdgs",
                        "8, 10.7",
                        "links",
                        "https://example.org/ A page"));
        assertThat(made.status()).isEqualTo(303);
        Reply check = visitor.open(made.header("Location"));
        assertThat(check.text())
                .contains("Your spreadsheet has become a draft.")
                .doesNotContain("still missing");
        String id = id(check);
        assertThat(visitor.open(edit(id, "texts")).text())
                .contains("name=\"texts/fr/title\"")
                .contains("Exemple : un phare");
        assertThat(visitor.open(edit(id, "scope")).text())
                .containsPattern("value=\"NER\"\\s+checked")
                .containsPattern("value=\"MLI\"\\s+checked")
                .containsPattern("value=\"BFA\"\\s+checked")
                .containsPattern("value=\"commission-eca\"\\s+checked")
                .containsPattern("value=\"sdg-8\"\\s+checked")
                .contains("value=\"10.7\"");
        assertThat(visitor.open(edit(id, "files")).text())
                .contains("https://example.org/")
                .contains("A page");
    }

    @Test
    void whatIsWrongInASheetIsToldRowByRowAndTheRestIsADraft() {
        Reply made = visitor.upload(MINE + "/sheets", "sample.xlsx", wrong());
        assertThat(made.status()).isEqualTo(303);
        String address = made.header("Location");
        Reply told = visitor.open(address);
        assertThat(told.text()).contains("Row 4").contains("Row 5").contains("/edit/check");
        assertThat(visitor.open(address).text()).as("loaded again").contains("Row 4", "Row 5", "/edit/check");
        assertThat(visitor.open(address.replace("left=", "left=9")).text())
                .as("what nobody was told")
                .doesNotContain("Row 4");
        assertThat(visitor.open(edit(id(told), "texts")).text()).contains("Sample: a sheet");
    }

    @Test
    void whatIsNoSheetOfOursIsRefused() {
        for (byte[] file : List.of(TEXT, sheet("something else", "a", "b"))) {
            Reply reply = visitor.upload(MINE + "/sheets", "sample.xlsx", file);
            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.text()).contains("upload");
        }
    }

    @Test
    void aSheetThatIsSentTwiceBecomesOneDraft() {
        Reply form = visitor.open(MINE + "/sheets");
        String[] reserved = {
            "id", found(Pattern.compile("name=\"id\" value=\"([^\"]+)\""), form.text()),
            "seal", found(Pattern.compile("name=\"seal\" value=\"([^\"]+)\""), form.text())
        };
        byte[] sheet = sheet("migration-hub:practice", "texts/title", "Sample: sent twice", "period/startYear", "once");
        String id = id(followed(visitor.upload(MINE + "/sheets", "sample.xlsx", sheet, reserved)));
        Reply again = followed(visitor.upload(MINE + "/sheets", "sample.xlsx", sheet, reserved));
        assertThat(again.text()).contains("Row 3").contains(id + "/edit/check");
        save(id, "texts", "texts/en/title", "Sample: sent twice and worked on");
        assertThat(visitor.upload(MINE + "/sheets", "sample.xlsx", sheet, reserved)
                        .header("Location"))
                .endsWith(id);
        assertThat(visitor.open(edit(id, "texts")).text()).contains("worked on");
    }

    @Test
    void aSheetInWhichNothingIsWrittenIsRefused() {
        byte[] empty = sheet("migration-hub:practice", "texts/title", " ", "language", "");
        Reply reply = visitor.upload(MINE + "/sheets", "sample.xlsx", empty);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text()).contains("Nothing is filled in");
    }

    @Test
    void anEmptySheetIsGivenOutInEveryLanguage() {
        for (String language : SitePages.LANGUAGES) {
            for (String kind : List.of("practice", "resource")) {
                Reply sheet = visitor.open("/" + language + "/desk/submissions/sheets/" + kind);
                assertThat(sheet.status()).isEqualTo(200);
                assertThat(sheet.header("Content-Disposition")).contains(kind + "-" + language + ".xlsx");
            }
        }
    }

    @Test
    void allThatMayStandInASheetIsSeenInIt() {
        for (String language : SitePages.LANGUAGES) {
            List<Spreadsheet.Row> rows = Spreadsheet.rows(given(language));
            assertThat(rows)
                    .allSatisfy(row -> assertThat(row.cell(3)).hasSizeLessThan(950)); // a row is 27 lines high at most
            String values = rows.stream().map(row -> row.cell(3)).collect(Collectors.joining("; "));
            assertThat(values).contains(countries(language));
        }
    }

    @Test
    void aSheetThatComesBackAsItWasGivenOutIsRefusedAsEmpty() {
        Reply reply = visitor.upload(MINE + "/sheets", "sample.xlsx", given("en"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text()).contains("Nothing is filled in");
    }

    private byte[] given(String language) {
        return visitor.download("/" + language + "/desk/submissions/sheets/practice");
    }

    private static List<String> countries(String language) {
        Voice voice = Voice.in(Language.find(language).orElseThrow());
        return Country.all().stream()
                .map(country -> voice.label(country).text())
                .toList();
    }

    private Reply followed(Reply reply) {
        return visitor.open(reply.header("Location"));
    }

    /** One in which not everything can be understood. */
    static byte[] wrong() {
        return sheet(
                "migration-hub:practice",
                "language",
                "en",
                "texts/title",
                "Sample: a sheet",
                "period/startYear",
                "some time ago",
                "geography/countries",
                "Niger; Atlantis");
    }

    /** A sheet as it comes back: what was written stands in the second column, the keys in the fifth. */
    private static byte[] sheet(String mark, String... rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("sheet");
            sheet.value(0, 4, mark);
            for (int index = 0; index < rows.length; index += 2) {
                sheet.value(index / 2 + 1, 1, rows[index + 1]);
                sheet.value(index / 2 + 1, 4, rows[index]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
