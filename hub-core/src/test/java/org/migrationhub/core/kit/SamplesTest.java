package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.FormReport;
import org.migrationhub.core.content.FormRules;
import org.migrationhub.core.content.ItemText;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Candidate;
import org.migrationhub.core.review.Disclosure;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.vocabulary.Language;

class SamplesTest {

    @Test
    void theSamplesPassTheFormWithoutAWarning() {
        for (ContentItem item : List.of(Samples.practice(), Samples.resource())) {
            assertThat(FormRules.check(item, Samples.BY_ANA)).isEqualTo(new FormReport(List.of(), List.of()));
        }
    }

    @Test
    void theShortPracticeCanBeSubmitted() {
        assertThat(FormRules.check(Samples.practice("Sample: another one"), Samples.BY_ANA)
                        .violations())
                .isEmpty();
    }

    @Test
    void everyFieldOfTheSamplesIsGiven() {
        assertThat(notGiven(Samples.practice())).isEmpty();
        assertThat(notGiven(Samples.practice().geography())).isEmpty();
        assertThat(notGiven(Samples.practice().texts().inOriginal().orElseThrow()))
                .isEmpty();
        assertThat(notGiven(Samples.resource())).isEmpty();
        assertThat(notGiven(Samples.resource().geography())).isEmpty();
        assertThat(notGiven(Samples.resource().texts().inOriginal().orElseThrow()))
                .isEmpty();
    }

    @Test
    void theSamplesAreWrittenInAllOfficialLanguagesAndSaySo() {
        TreeSet<Language> official = new TreeSet<>(Language.official());
        for (ContentItem item : List.of(Samples.practice(), Samples.resource())) {
            assertThat(item.languages()).isEqualTo(official);
            assertThat(item.texts().byLanguage().values().stream().map(ItemText::title))
                    .allMatch(title -> title.matches("(Sample|Exemple|Ejemplo|مثال|Пример|示例).*"));
        }
    }

    @Test
    void everyIdIsGivenOnce() {
        assertThat(Samples.organisations()).extracting(Organisation::id).doesNotHaveDuplicates();
        assertThat(Samples.persons()).extracting(Person::id).doesNotHaveDuplicates();
        assertThat(Samples.persons()).containsAll(Samples.reviewers());
    }

    @Test
    void everyReviewerMayJudgeTheSamples() {
        for (ContentItem item : List.of(Samples.practice(), Samples.resource())) {
            Disclosure disclosed = Disclosure.of(
                    item,
                    Samples.ANA.id(),
                    Samples.submitting(),
                    Stream.of(Samples.ANA, Samples.BEN, Samples.CLEO)
                            .map(Person::profile)
                            .toList());
            for (Person reviewer : Samples.reviewers()) {
                Candidate candidate = new Candidate(reviewer, Samples.organisations(), 0);
                assertThat(ReviewPolicy.GCM_2022
                                .eligibility(candidate, disclosed, List.of(), Samples.NOW)
                                .reasons())
                        .isEmpty();
            }
        }
    }

    @Test
    void theFirstLetterOfAReviewersNameTellsTheSide() {
        for (Person reviewer : Samples.reviewers()) {
            Sector expected = reviewer.id().value().startsWith("u") ? Sector.UN : Sector.NON_UN;
            assertThat(reviewer.affiliations().sectorAt(Samples.NOW)).isEqualTo(expected);
        }
        assertThat(Samples.IDA.affiliations().sectorAt(Samples.NOW)).isEqualTo(Sector.UNDETERMINED);
    }

    @Test
    void aVariantLeavesTheSampleAsItWas() {
        assertThat(Samples.practice().toBuilder()
                        .title("Sample: changed")
                        .build()
                        .title())
                .isEqualTo("Sample: changed");
        assertThat(Samples.practice()).isEqualTo(Samples.practice());
        assertThat(Samples.practice().texts().in(Language.EN).map(PracticeText::title))
                .contains("Sample: an information desk for migrant workers");
    }

    private static List<String> notGiven(Object value) {
        return Arrays.stream(value.getClass().getRecordComponents())
                .filter(component -> isMissing(valueOf(component, value)))
                .map(RecordComponent::getName)
                .toList();
    }

    private static boolean isMissing(Object value) {
        return value == null
                || value.equals("")
                || value.equals(false)
                || value.equals(Optional.empty())
                || (value instanceof Collection<?> many && many.isEmpty());
    }

    private static Object valueOf(RecordComponent component, Object value) {
        try {
            return Objects.requireNonNullElse(component.getAccessor().invoke(value), "");
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
