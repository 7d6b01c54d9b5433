package org.migrationhub.server.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.vocabulary.Language;

/** How each language writes what isn't words. */
class VoiceTest {

    @Test
    void sentencesStandApartExceptInChinese() {
        assertThat(Words.LANGUAGES)
                .filteredOn(language -> Voice.in(language).space().isEmpty())
                .containsExactly(Language.ZH);
    }

    @Test
    void monthsInArabicAreThoseOfTheInternationalCalendarInTextsAsInDates() {
        Voice voice = Voice.in(Language.AR);
        assertThat(voice.date(LocalDate.of(2018, 12, 19))).isEqualTo("19\u00a0ديسمبر\u00a02018");
        assertThat(Words.in(Language.AR).all().values())
                .noneMatch(text -> text.contains("كانون") || text.contains("آذار"));
    }

    @Test
    void absencesAreToldAsDaysAreWritten() {
        Typed typed = Typed.of(Map.of(
                "absences/0/from", List.of("2027-03-01"),
                "absences/0/until", List.of("2027-03-02"),
                "absences/1/from", List.of("2027-05-01"),
                "absences/1/until", List.of("2027-05-01")));
        assertThat(RosterFields.absences(Voice.in(Language.FR), typed))
                .isEqualTo("du 1er\u00a0mars\u00a02027 au 2\u00a0mars\u00a02027\n"
                        + "du 1er\u00a0mai\u00a02027 au 1er\u00a0mai\u00a02027");
    }
}
