package org.migrationhub.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.vocabulary.Language;

class CitationTest {

    @Test
    void anEntryNamesOrganisationsWholeAndTheVersionAndKeepsCapitals() {
        assertThat(citation("Fair recruitment in Niger", "International Organization for Migration", "City of Niamey")
                        .bibtex())
                .isEqualTo("""
                        @misc{migration-hub-s-0001,
                          author = {{International Organization for Migration} and {City of Niamey}},
                          title = {{Fair recruitment in Niger}},
                          year = {2026},
                          date = {2026-03-02},
                          publisher = {{Migration Hub}},
                          howpublished = {\\url{https://hub.example.org/en/practices/s-0001}},
                          url = {https://hub.example.org/en/practices/s-0001},
                          note = {Version 2},
                          language = {en},
                        }
                        """);
    }

    @Test
    void aRecordOfRisHasATagOnEachLineAndSaysThatNamesAreWhole() {
        assertThat(citation("Fair recruitment in Niger", "University of California, Berkeley", "IOM")
                        .ris())
                .isEqualTo("""
                        TY  - ELEC
                        AU  - University of California,, Berkeley,
                        AU  - IOM,
                        TI  - Fair recruitment in Niger
                        PY  - 2026
                        DA  - 2026/03/02
                        ET  - 2
                        PB  - Migration Hub
                        LA  - en
                        UR  - https://hub.example.org/en/practices/s-0001
                        ID  - migration-hub-s-0001
                        ER  -\s
                        """.replace("\n", "\r\n"));
    }

    @Test
    void whatHasAMeaningToTexIsWrittenSoThatItHasNoneAndBracesStayInPairs() {
        String entry = citation("50% of #1 {half} a_b & c^2 ~ $5 \\ {", "Smith, Wesson and Sons {Ltd")
                .bibtex();
        assertThat(entry)
                .contains("{{50\\% of \\#1 \\textbraceleft{}half\\textbraceright{} a\\_b \\& c\\textasciicircum{}2"
                        + " \\textasciitilde{} \\$5 \\textbackslash{} \\textbraceleft{}}}")
                .contains("{{Smith, Wesson and Sons \\textbraceleft{}Ltd}}");
        int depth = 0;
        for (char sign : entry.toCharArray()) {
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            assertThat(depth).isNotNegative();
        }
        assertThat(depth).isZero();
    }

    @Test
    void everyScriptComesAsItIs() {
        String[] texts = {"التوظيف العادل في النيجر", "公平招聘 𠮷", "Справедливый наём", "Ñandú – ça"};
        for (String text : texts) {
            assertThat(citation(text, text).bibtex()).contains("{{" + text + "}}");
            assertThat(citation(text, text).ris()).contains("TI  - " + text + "\r\n", "AU  - " + text + ",\r\n");
        }
    }

    @Test
    void aTitleOfSeveralLinesStaysOnOneInRis() {
        assertThat(citation("One\nER  - \r\nTY  - BOOK", "IOM").ris()).contains("TI  - One ER  -  TY  - BOOK\r\n");
    }

    @Test
    void withoutAnybodyWhoCarriedItThereIsNoAuthor() {
        assertThat(citation("Alone").bibtex()).doesNotContain("author");
        assertThat(citation("Alone").ris()).doesNotContain("AU");
    }

    private static Citation citation(String title, String... authors) {
        return new Citation(
                "s-0001",
                List.of(authors),
                title,
                Language.EN,
                2,
                LocalDate.of(2026, 3, 2),
                "https://hub.example.org/en/practices/s-0001");
    }
}
