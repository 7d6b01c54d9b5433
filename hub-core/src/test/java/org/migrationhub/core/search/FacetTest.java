package org.migrationhub.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Region;
import org.migrationhub.core.vocabulary.RegionalCommission;
import org.migrationhub.core.vocabulary.Sdg;

class FacetTest {

    private static final Practice.Builder BARE = Practice.in(Language.EN);

    @Test
    void aFullPracticeHasAValueOfEveryFacet() {
        assertValues(Samples.practice(), Facet.KIND, "practice");
        assertValues(Samples.practice(), Facet.PRIMARY_OBJECTIVE, "objective-5", "objective-6");
        assertValues(Samples.practice(), Facet.SECONDARY_OBJECTIVE, "objective-3");
        assertValues(Samples.practice(), Facet.OBJECTIVE, "objective-3", "objective-5", "objective-6");
        assertValues(Samples.practice(), Facet.PRINCIPLE, "principle-a", "principle-j");
        assertValues(Samples.practice(), Facet.COUNTRY, "MLI", "NER");
        assertValues(Samples.practice(), Facet.SCOPE, "global");
        assertValues(Samples.practice(), Facet.TYPE, "practice-type-partnership");
        assertValues(Samples.practice(), Facet.LANGUAGE, "ar", "en", "es", "fr", "ru", "zh");
        assertValues(Samples.practice(), Facet.ORGANISATION, "sample-city", "sample-ministry");
    }

    @Test
    void aFullResourceHasItsOwnTypeAndYear() {
        assertValues(Samples.resource(), Facet.KIND, "resource");
        assertValues(Samples.resource(), Facet.TYPE, "resource-type-guidance");
        assertValues(Samples.resource(), Facet.YEAR, "2025");
        assertValues(Samples.resource(), Facet.ORGANISATION, "sample-ministry");
    }

    @Test
    void anItemThatSaysNothingHasItsKindOnly() {
        for (Facet facet : Facet.values()) {
            assertThat(facet.values(document(BARE.build())))
                    .isEqualTo(facet == Facet.KIND ? Set.of("practice") : Set.of());
        }
        assertValues(Resource.in(Language.FR).build(), Facet.YEAR);
    }

    @Test
    void aTargetCountsForItsGoal() {
        assertValues(
                Practice.in(Language.EN).sdg(Sdg.target("8.8"), Sdg.goal(10)).build(),
                Facet.SDG,
                "sdg-10",
                "sdg-8",
                "sdg-8.8");
    }

    @Test
    void aCountryCountsForItsRegionsAndCommissions() {
        Practice niger = Practice.in(Language.EN).country("NER").build();
        assertValues(niger, Facet.REGION, "m49-002", "m49-011", "m49-202");
        assertValues(niger, Facet.COMMISSION, "commission-eca");
    }

    @Test
    void aRegionCountsForTheWiderOnesAndForNoCountryOrCommission() {
        Practice western = Practice.in(Language.EN).region(Region.of("011")).build();
        assertValues(western, Facet.REGION, "m49-002", "m49-011", "m49-202");
        assertValues(western, Facet.COUNTRY);
        assertValues(western, Facet.COMMISSION);
        assertValues(
                Practice.in(Language.EN).commission(RegionalCommission.ECE).build(),
                Facet.COMMISSION,
                "commission-ece");
    }

    @Test
    void aPracticeCountsForEveryYearThatItRan() {
        assertValues(Practice.in(Language.EN).years(2019, 2021).build(), Facet.YEAR, "2019", "2020", "2021");
        assertValues(Practice.in(Language.EN).since(2025).build(), Facet.YEAR, "2025", "2026");
        assertValues(Practice.in(Language.EN).since(2030).build(), Facet.YEAR, "2030");
        assertValues(Practice.in(Language.EN).years(2021, 2019).build(), Facet.YEAR, "2021");
    }

    @Test
    void aTypingErrorMakesNoMillionYears() {
        assertThat(Facet.YEAR.values(document(Practice.in(Language.EN)
                        .years(Integer.MIN_VALUE, Integer.MAX_VALUE)
                        .build())))
                .hasSize(200);
        assertThat(Facet.YEAR.values(document(
                        Practice.in(Language.EN).since(Integer.MAX_VALUE).build())))
                .containsExactly(String.valueOf(Integer.MAX_VALUE));
    }

    @Test
    void anOrganisationOutsideTheRegisterCountsByItsFoldedName() {
        Practice item = Practice.in(Language.EN)
                .implementer("M\u00E9decins  sans Fronti\u00E8res (MSF)")
                .implementer("MEDECINS SANS FRONTIERES - MSF")
                .otherOrganisation("!")
                .implementer(new OrganisationRef("whatever it writes", Samples.CITY.id(), null))
                .partner("A partner")
                .build();
        assertValues(item, Facet.ORGANISATION, "name:medecins sans frontieres msf", "sample-city");
    }

    @Test
    void aLanguageCountsOnlyWithText() {
        assertValues(BARE.build(), Facet.LANGUAGE);
        assertValues(
                Practice.in(Language.EN)
                        .text(new Language("pt-BR"), PracticeText.of("T", ""))
                        .build(),
                Facet.LANGUAGE,
                "pt-BR");
    }

    @Test
    void codesAreFoundAndDifferent() {
        for (Facet facet : Facet.values()) {
            assertThat(Facet.find(facet.code())).contains(facet);
        }
        assertThat(Facet.find("objectives")).isEmpty();
        assertThat(Arrays.stream(Sort.values())
                        .map(sort -> Sort.find(sort.code()).orElseThrow()))
                .containsExactly(Sort.values());
        assertThat(Sort.find("")).isEmpty();
    }

    private static void assertValues(ContentItem item, Facet facet, String... values) {
        assertThat(facet.values(document(item))).as("%s", facet).containsExactly(values);
    }

    private static SearchDocument document(ContentItem item) {
        return new ItemDocument(new SubmissionId("item"), item, Instant.parse("2026-12-31T23:59:59Z"));
    }
}
