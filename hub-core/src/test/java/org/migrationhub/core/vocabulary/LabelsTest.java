package org.migrationhub.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {

    private static final Language PT = new Language("pt");

    private final Labels labels = Labels.standard();

    @Test
    void aLabelComesInTheFirstPreferredLanguageThatHasIt() {
        assertThat(labels.label(Objective.SAVE_LIVES, List.of(PT, Language.FR, Language.ES)))
                .isEqualTo(new Label("Sauver des vies", Language.FR, true));
    }

    @Test
    void aVariantIsServedByItsLanguage() {
        assertThat(labels.label(Objective.REMITTANCES, List.of(new Language("es-MX"), Language.FR)))
                .isEqualTo(new Label("Remesas", Language.ES, true));
    }

    @Test
    void withoutAnyPreferredLanguageALabelIsEnglish() {
        assertThat(labels.label(Country.of("CIV"), List.of())).isEqualTo(new Label("Côte d’Ivoire", Language.EN, true));
        assertThat(labels.label(Country.of("CIV"), List.of(PT)).language()).isEqualTo(Language.EN);
    }

    @Test
    void aTranslationOfOursIsShownButNotAsOfficial() {
        assertThat(labels.label(Objective.DATA, List.of(Language.RU)))
                .isEqualTo(new Label("Данные", Language.RU, false));
        assertThat(labels.label(Principle.HUMAN_RIGHTS, List.of(Language.AR)).official())
                .isFalse();
        assertThat(labels.label(Principle.HUMAN_RIGHTS, List.of(Language.ZH)).official())
                .isTrue();
    }

    @Test
    void aConfirmedTitleComesInThePreferredLanguage() {
        assertThat(labels.title(Objective.COUNTER_SMUGGLING, List.of(Language.FR)))
                .isEqualTo(
                        new Label("Renforcer l’action transnationale face au trafic de migrants", Language.FR, true));
    }

    @Test
    void aTitleThatIsNotConfirmedInALanguageComesInTheNextOrInEnglish() {
        assertThat(labels.title(Objective.REMITTANCES, List.of(Language.FR)).language())
                .isEqualTo(Language.EN);
        assertThat(labels.title(Objective.DATA, List.of(Language.AR, Language.FR))
                        .language())
                .isEqualTo(Language.FR);
        assertThat(labels.title(Objective.DATA, List.of(Language.ZH)))
                .isEqualTo(labels.title(Objective.DATA, List.of(Language.EN)));
    }

    @Test
    void theEnglishTitleOfObjectiveElevenIsShownButNotAsOfficial() {
        assertThat(labels.title(Objective.MANAGE_BORDERS, List.of()))
                .isEqualTo(new Label(
                        "Manage borders in an integrated, secure and coordinated manner", Language.EN, false));
    }

    @Test
    void generalHasNoTitleAndGetsItsLabel() {
        assertThat(labels.title(Objective.GENERAL, List.of(Language.FR)))
                .isEqualTo(new Label("Général", Language.FR, true));
    }

    @Test
    void aTargetIsNamedByItsNumberAndItsGoal() {
        assertThat(labels.label(Sdg.target("8.8"), List.of(Language.ES)))
                .isEqualTo(new Label("8.8 Trabajo decente y crecimiento económico", Language.ES, false));
    }

    @Test
    void aTypeThatNobodyNamedIsShownByItsCodeWhichIsInNoLanguage() {
        assertThat(labels.label(new PracticeType("practice-type-law"), List.of(Language.FR)))
                .isEqualTo(new Label("practice-type-law", new Language("zxx"), false));
    }

    @Test
    void aLanguageIsNamedInThePreferredLanguageButNeverOfficially() {
        assertThat(labels.languageName(Language.FR, List.of(Language.ES, Language.EN)))
                .isEqualTo(new Label("francés", Language.ES, false));
        assertThat(labels.languageName(Language.AR, List.of(Language.AR)).text())
                .isEqualTo("العربية");
        assertThat(labels.languageName(Language.ZH, List.of())).isEqualTo(new Label("Chinese", Language.EN, false));
    }

    @Test
    void aLanguageThatTheJdkHasNoTextsInIsPassedOver() {
        Language unheardOf = new Language("qaa");
        assertThat(labels.languageName(Language.FR, List.of(unheardOf, Language.RU))
                        .language())
                .isEqualTo(Language.RU);
        assertThat(labels.languageName(unheardOf, List.of(Language.FR)))
                .isEqualTo(new Label("qaa", new Language("zxx"), false));
    }

    @Test
    void aLabelWithoutTextIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Label(" ", Language.EN, true));
    }
}
