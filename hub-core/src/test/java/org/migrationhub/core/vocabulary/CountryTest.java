package org.migrationhub.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTest {

    @Test
    void allCountriesAndAreasOfM49AreThereInOrder() {
        assertThat(Country.all()).hasSize(248).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void everyCodeIsUniqueAndWellFormed() {
        assertThat(Country.all())
                .extracting(Country::m49)
                .doesNotHaveDuplicates()
                .allMatch(m49 -> m49.matches("\\d{3}"));
        assertThat(Country.all()).extracting(Country::alpha2).doesNotHaveDuplicates();
        assertThat(Country.all()).extracting(Country::alpha3).doesNotHaveDuplicates();
    }

    @Test
    void theTwoLetterAndThreeLetterCodesBelongTogether() {
        assertThat(Country.all())
                .allSatisfy(country -> assertThat(new Locale.Builder()
                                .setRegion(country.alpha2())
                                .build()
                                .getISO3Country())
                        .isEqualTo(country.alpha3()));
    }

    /** The United Nations list Taiwan as a part of China. */
    @Test
    void everyCodeOfIso3166ThatM49KnowsIsThere() {
        assertThat(Country.all())
                .extracting(Country::alpha2)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Locale.getISOCountries())
                        .filter(alpha2 -> !alpha2.equals("TW"))
                        .toList());
    }

    @Test
    void everyCountryExceptAntarcticaLiesInOneContinentWidestRegionFirst() {
        assertThat(Country.all())
                .filteredOn(country -> country.regions().isEmpty())
                .containsExactly(Country.of("ATA"));
        assertThat(Country.all())
                .filteredOn(country -> !country.regions().isEmpty())
                .allSatisfy(country -> {
                    assertThat(country.regions())
                            .extracting(Region::level)
                            .isSorted()
                            .doesNotHaveDuplicates();
                    assertThat(country.regions().get(0).level()).isEqualTo(Region.Level.CONTINENT);
                });
    }

    @Test
    void aCountryIsFoundByItsThreeLetters() {
        Country niger = Country.of("NER");
        assertThat(niger.code()).isEqualTo("NER");
        assertThat(niger.alpha2()).isEqualTo("NE");
        assertThat(niger.m49()).isEqualTo("562");
        assertThat(niger.regions()).containsExactly(Region.of("002"), Region.of("202"), Region.of("011"));
        assertThat(niger.commissions()).containsExactly(RegionalCommission.ECA);
        assertThat(Country.find("NER")).contains(niger);
        assertThat(niger).hasToString("NER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ner", "NE", "562", "XXX", "TWN"})
    void whatIsNoThreeLetterCodeIsRefused(String code) {
        assertThat(Country.find(code)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Country.of(code));
    }

    @ParameterizedTest
    @CsvSource({"ECA, 54", "ECE, 56", "ECLAC, 46", "ESCAP, 53", "ESCWA, 21"})
    void aCommissionHasItsNumberOfFullMembers(RegionalCommission commission, int members) {
        assertThat(Country.all().stream()
                        .filter(country -> country.commissions().contains(commission)))
                .hasSize(members);
    }

    @Test
    void aStateCanBelongToSeveralCommissionsFarFromItsRegion() {
        assertThat(Country.of("FRA").commissions())
                .containsExactly(RegionalCommission.ECE, RegionalCommission.ECLAC, RegionalCommission.ESCAP);
        assertThat(Country.of("EGY").commissions()).containsExactly(RegionalCommission.ECA, RegionalCommission.ESCWA);
    }

    @Test
    void anAssociateMemberIsNoMember() {
        assertThat(Country.of("PRI").commissions()).isEmpty();
        assertThat(Country.of("HKG").commissions()).isEmpty();
    }

    @Test
    void whatACountryTellsCannotBeChanged() {
        Country niger = Country.of("NER");
        assertThatThrownBy(() -> niger.commissions().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> niger.regions().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
