package org.migrationhub.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;

class ContentItemTest {

    @Test
    void everyOrganisationThatCarriedAPracticeIsAnImplementer() {
        assertThat(Items.fullPractice().implementers())
                .extracting(OrganisationRef::name)
                .containsExactly(Items.OWN_NAME, "Second Sample Body", "Another Sample Body", "One More Sample Body");
        assertThat(Items.fullPractice().partners())
                .extracting(OrganisationRef::name)
                .containsExactly("Sample Partner", "Further Sample Partner");
        assertThat(Items.fullResource().implementers())
                .isEqualTo(Items.fullResource().publishers());
    }

    @Test
    void everyPersonInAnItemIsNamedInIt() {
        assertThat(Items.fullPractice().namedPersons())
                .extracting(PersonId::value)
                .containsExactly("contact-1", "focal-1", "person-1", "person-2");
        assertThat(Items.fullResource().namedPersons())
                .extracting(PersonId::value)
                .containsExactly("contact-1", "person-1", "person-2");
        assertThat(Items.practice().namedPersons()).isEmpty();
    }

    @Test
    void aChangedCopyIsOtherwiseEqual() {
        assertThat(Items.fullPractice().toBuilder().build()).isEqualTo(Items.fullPractice());
        assertThat(Items.fullResource().toBuilder().build()).isEqualTo(Items.fullResource());
        assertThat(Items.fullPractice().toBuilder().title("Another").build().title())
                .isEqualTo("Another");
        assertThat(Items.fullPractice().toBuilder()
                        .title("Another")
                        .build()
                        .texts()
                        .in(Language.FR))
                .isEqualTo(Items.fullPractice().texts().in(Language.FR));
    }

    @Test
    void aBuilderCanGoOnWithoutChangingWhatItBuilt() {
        Practice.Builder builder = Practice.in(Language.EN).title("A").partner("B");
        Practice first = builder.build();
        builder.title("C").partner("D").objective(Objective.DATA);
        assertThat(first.title()).isEqualTo("A");
        assertThat(first.partners()).hasSize(1);
        assertThat(first.classification().primary()).isEmpty();
    }

    @Test
    void itemsKeepCopiesInNaturalOrder() {
        TreeSet<Objective> backwards = new TreeSet<>(Comparator.reverseOrder());
        backwards.addAll(Set.of(Objective.DATA, Objective.GENERAL));
        Classification classification = new Classification(backwards, Sorted.none(), Sorted.none(), Sorted.none());
        backwards.clear();
        assertThat(classification.primary()).containsExactly(Objective.DATA, Objective.GENERAL);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> classification.primary().clear());

        List<String> places = new ArrayList<>(List.of("Agadez"));
        Geography geography = new Geography(Sorted.none(), Sorted.none(), Sorted.none(), places, false);
        places.clear();
        assertThat(geography.localPlaces()).containsExactly("Agadez");
    }

    @Test
    void nullIsRefusedWhereItIsNotDeclared() {
        assertThatNullPointerException().isThrownBy(() -> PracticeText.EMPTY.withTitle(null));
        assertThatNullPointerException().isThrownBy(() -> OrganisationRef.named(null));
        assertThatNullPointerException().isThrownBy(() -> Link.to(null, ""));
        assertThatNullPointerException()
                .isThrownBy(() -> Items.practice().toBuilder().geography(null).build());
        assertThatNullPointerException()
                .isThrownBy(() -> Items.practice().toBuilder().partners(null));
        assertThatNullPointerException().isThrownBy(() -> new ContentDigest(null));
    }

    @Test
    void objectivesOfBothRanksAreFoundTogether() {
        assertThat(Items.fullPractice().classification().objectives())
                .containsExactly(Objective.DATA, Objective.REGULAR_PATHWAYS, Objective.SAVE_LIVES, Objective.GENERAL);
    }

    @Test
    void aTextWithoutAnyFieldIsNone() {
        TreeMap<Language, PracticeText> given = new TreeMap<>();
        given.put(Language.EN, PracticeText.EMPTY);
        given.put(Language.FR, PracticeText.EMPTY.withOutcome("Un résultat"));
        Texts<PracticeText> texts = new Texts<>(Language.EN, given);
        assertThat(texts.byLanguage()).containsOnlyKeys(Language.FR);
        assertThat(texts.inOriginal()).isEmpty();
        assertThat(Practice.in(Language.EN).title("A").title("").build().languages())
                .isEmpty();
    }

    @Test
    void aReaderGetsTheFirstPreferredLanguageThatHasATitle() {
        Practice practice = Practice.in(Language.RU)
                .title("Название")
                .text(Language.EN, PracticeText.of("Title", ""))
                .text(Language.FR, PracticeText.of(" ", "Résumé"))
                .build();
        assertThat(practice.title(List.of(Language.FR, Language.EN))).isEqualTo("Title");
        assertThat(practice.title(List.of(Language.FR))).isEqualTo("Название");
        assertThat(practice.title(List.of())).isEqualTo("Название");
        assertThat(practice.texts().bestLanguage(List.of(Language.EN))).contains(Language.EN);
    }

    @Test
    void withoutAnOriginalTitleOfficialLanguagesComeBeforeOthers() {
        Practice.Builder builder = Practice.in(Language.ZH)
                .text(new Language("de"), PracticeText.of("Titel", ""))
                .text(Language.RU, PracticeText.of("Название", ""));
        assertThat(builder.build().title(List.of())).isEqualTo("Название");
        assertThat(builder.text(Language.EN, PracticeText.of("Title", ""))
                        .build()
                        .title(List.of()))
                .isEqualTo("Title");
        assertThat(builder.build().title()).isEmpty();
    }

    @Test
    void anItemWithoutAnyTitleHasTheEmptyOne() {
        Practice practice = Practice.in(Language.ZH).build();
        assertThat(practice.title()).isEmpty();
        assertThat(practice.title(List.of(Language.EN))).isEmpty();
        assertThat(practice.texts().best(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "A.b_c-9"})
    void idsAreShortAndPlain(String id) {
        assertThat(new PersonId(id)).hasToString(id);
        assertThat(OrganisationId.find(id)).contains(new OrganisationId(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".a", "-a", "_a", "a b", "a/b", "a\n", "é", "../a"})
    void otherTextsAreNoIds(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonId(id));
        assertThatIllegalArgumentException().isThrownBy(() -> new OrganisationId(id));
        assertThat(PersonId.find(id)).isEmpty();
        assertThat(PersonId.find("a".repeat(65))).isEmpty();
    }

    @Test
    void aSha256IsThatOfTheBytes() {
        assertThat(Sha256.of(new byte[0]))
                .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThatIllegalArgumentException().isThrownBy(() -> new Sha256("E3B0"));
        assertThat(Sha256.find("x")).isEmpty();
    }

    @Test
    void noFileHasLessThanNothingInIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Attachment("a", "b", -1, Sha256.of(new byte[0]), null, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "International Organization for Migration (IOM) | IOM",
                "International Organization for Migration (IOM) | international organization for migration",
                "IOM | International Organization for Migration (IOM)",
                "Office of the United Nations High Commissioner for Refugees (UNHCR) | UNHCR",
                "Ministère de l’Intérieur | MINISTERE DE L'INTERIEUR",
                "Straße | STRASSE",
                "İstanbul | istanbul",
                "Минюст России | МИНЮСТ  РОССИИ",
                "وِزَارَة | وزارة",
                "国际移民组织（IOM） | iom",
            })
    void namesAreComparedWithoutCaseAccentsAndPunctuation(String name, String other) {
        assertThat(OrganisationRef.named(name).matches(null, Set.of("Nobody", other)))
                .isTrue();
        assertThat(OrganisationRef.named(other).matches(null, Set.of(name))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ministry of Health (UK) | Ministry of Health (USA)",
                "Ministry of Health (Ghana) | Ministry of Health",
                "IOM Niger | IOM",
                "… | !",
            })
    void otherNamesDiffer(String name, String other) {
        assertThat(OrganisationRef.named(name).matches(null, Set.of(other))).isFalse();
    }

    @Test
    void organisationsAreKnownByTheirIdFirst() {
        OrganisationRef reference = OrganisationRef.of(new OrganisationId("iom"), "OIM");
        assertThat(reference.matches(new OrganisationId("iom"), Set.of())).isTrue();
        assertThat(reference.matches(new OrganisationId("other"), Set.of())).isFalse();
        assertThat(reference.matches(new OrganisationId("other"), Set.of("oim")))
                .isTrue();
        assertThat(OrganisationRef.named("OIM").matches(null, Set.of())).isFalse();
    }
}
