package org.migrationhub.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelOverrideTest {

    private static final Language PT = new Language("pt");

    @TempDir
    private Path directory;

    @Test
    void anInstallationsTextTakesThePlaceOfOurs() throws IOException {
        write("unconfirmed/ru.properties", "objective-1.label = Сведения");
        Labels own = Labels.standard().overriddenBy(directory);
        assertThat(own.label(Objective.DATA, List.of(Language.RU)))
                .isEqualTo(new Label("Сведения", Language.RU, false));
        assertThat(own.label(Objective.SAVE_LIVES, List.of(Language.RU)).text()).isEqualTo("Спасение жизней");
        assertThat(Labels.standard().label(Objective.DATA, List.of(Language.RU)).text())
                .isEqualTo("Данные");
    }

    @Test
    void aTextThatAnInstallationHasConfirmedIsOfficial() throws IOException {
        write("confirmed/es.properties", "objective-1.title = Título confirmado");
        Labels own = Labels.standard().overriddenBy(directory);
        assertThat(own.title(Objective.DATA, List.of(Language.ES)))
                .isEqualTo(new Label("Título confirmado", Language.ES, true));
    }

    @Test
    void anUnconfirmedTitleIsNotShownInPlaceOfTheEnglishOne() throws IOException {
        write("unconfirmed/es.properties", "objective-1.title = Título nuestro");
        Labels own = Labels.standard().overriddenBy(directory);
        assertThat(own.title(Objective.DATA, List.of(Language.ES)))
                .isEqualTo(Labels.standard().title(Objective.DATA, List.of(Language.EN)));
    }

    @Test
    void anUnconfirmedTitleDoesNotHideAConfirmedOne() throws IOException {
        write("unconfirmed/fr.properties", "objective-1.title = Titre de notre main");
        Labels own = Labels.standard().overriddenBy(directory);
        assertThat(own.title(Objective.DATA, List.of(Language.FR)))
                .isEqualTo(Labels.standard().title(Objective.DATA, List.of(Language.FR)));
    }

    @Test
    void anUnconfirmedTextInPlaceOfAConfirmedOneIsNoLongerOfficial() throws IOException {
        write("unconfirmed/en.properties", "NER.label = The Niger");
        Labels own = Labels.standard().overriddenBy(directory);
        assertThat(own.label(Country.of("NER"), List.of())).isEqualTo(new Label("The Niger", Language.EN, false));
    }

    @Test
    void ofTwoTextsOfAnInstallationTheConfirmedOneCounts() throws IOException {
        write("confirmed/fr.properties", "sdg-1.label = Confirmé");
        write("unconfirmed/fr.properties", "sdg-1.label = À confirmer");
        Labels own = Labels.standard().overriddenBy(directory);
        assertThat(own.label(Sdg.goal(1), List.of(Language.FR))).isEqualTo(new Label("Confirmé", Language.FR, true));
    }

    @Test
    void anObjectiveCanBeExplainedInOtherWordsButNotInThoseOfTheUnitedNations() throws IOException {
        write("unconfirmed/fr.properties", "objective-1.brief = Autrement dit.\nobjective-general.brief = Le reste.");
        Labels own = Labels.standard().overriddenBy(directory);
        assertThat(own.brief(Objective.DATA, List.of(Language.FR)))
                .isEqualTo(new Label("Autrement dit.", Language.FR, false));
        assertThat(own.brief(Objective.GENERAL, List.of(Language.FR)).text()).isEqualTo("Le reste.");
        write("confirmed/fr.properties", "objective-1.brief = Officiel.");
        write("unconfirmed/fr.properties", "principle-a.brief = x");
        assertRefused("objective-1.brief: no such key", "principle-a.brief: no such key");
    }

    @Test
    void aFurtherLanguageCanBeAdded() throws IOException {
        write("unconfirmed/pt.properties", "objective-1.label = Dados");
        Labels own = Labels.standard().overriddenBy(directory);
        assertThat(own.label(Objective.DATA, List.of(new Language("pt-BR")))).isEqualTo(new Label("Dados", PT, false));
    }

    @Test
    void aTypeOrTargetOfItsOwnCanBeNamed() throws IOException {
        write(
                "unconfirmed/fr.properties",
                "practice-type-law.label = Loi\nsdg-8.8.label = 8.8 Droits des travailleurs");
        Labels own = Labels.standard().overriddenBy(directory);
        assertThat(own.label(Sdg.target("8.8"), List.of(Language.FR)).text()).isEqualTo("8.8 Droits des travailleurs");
        assertThat(own.label(new PracticeType("practice-type-law"), List.of(Language.RU)))
                .as("rather in another language than as a code")
                .isEqualTo(new Label("Loi", Language.FR, false));
    }

    @Test
    void everyUnusableKeyIsNamedWithItsFile() throws IOException {
        write("unconfirmed/fr.properties", "objective-24.label = x\nobjective-1 = y\nobjective-general.title = z");
        write(
                "confirmed/es.properties",
                "principle-a.title = x\nNER.label =\nsdg-1.label = a\\u0007b\nMLI.label = Malí");
        assertRefused(
                "fr.properties: objective-24.label: no such key",
                "fr.properties: objective-1: no such key",
                "fr.properties: objective-general.title: no such key",
                "es.properties: principle-a.title: no such key",
                "es.properties: NER.label: the text is blank",
                "es.properties: sdg-1.label: the text is blank or holds control characters");
    }

    @Test
    void aFileThatIsNotNamedAfterALanguageIsRefused() throws IOException {
        write("unconfirmed/french.properties", "objective-1.label = x");
        write("unconfirmed/fr.txt", "objective-1.label = x");
        assertRefused("french.properties: not named after a language", "fr.txt: not named after a language");
    }

    @Test
    void onlyTheSixLanguagesCanHaveConfirmedTexts() throws IOException {
        write("confirmed/pt.properties", "objective-1.label = Dados");
        assertRefused("pt.properties: only the six official languages");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Path file = write("unconfirmed/fr.properties", "");
        Files.write(file, "objective-1.label = Données".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("fr.properties: not UTF-8");
    }

    @Test
    void aMalformedFileIsRefused() throws IOException {
        write("unconfirmed/fr.properties", "objective-1.label = \\u00zz");
        assertRefused("fr.properties: Malformed");
    }

    @Test
    void aDirectoryWithoutLabelFilesIsRefused() {
        assertRefused(directory + ": holds neither");
    }

    @Test
    void hiddenFilesAreLeftAlone() throws IOException {
        write("unconfirmed/.gitkeep", "");
        assertThat(Labels.standard().overriddenBy(directory).label(Objective.DATA, List.of()))
                .isNotNull();
    }

    private void assertRefused(String... reasons) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Labels.standard().overriddenBy(directory))
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(reasons));
    }

    private Path write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }
}
