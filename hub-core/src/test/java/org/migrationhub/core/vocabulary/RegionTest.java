package org.migrationhub.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

    @Test
    void thereAreFiveContinentsAndTheirParts() {
        assertThat(Region.all()).hasSize(29).isSorted().doesNotHaveDuplicates();
        assertThat(Region.all())
                .filteredOn(region -> region.level() == Region.Level.CONTINENT)
                .extracting(Region::m49)
                .containsExactly("002", "009", "019", "142", "150");
    }

    @Test
    void everyRegionLiesInTheNextWiderOne() {
        assertThat(Region.all()).allSatisfy(region -> {
            int wider = region.level().ordinal() - 1;
            assertThat(region.parent().map(parent -> parent.level().ordinal()).orElse(-1))
                    .isEqualTo(wider);
        });
    }

    @Test
    void everyRegionHasACountryAndIsFoundByItsCode() {
        assertThat(Region.all()).allSatisfy(region -> {
            assertThat(Country.all()).anyMatch(region::contains);
            assertThat(Region.find(region.code())).contains(region);
            assertThat(region).hasToString("m49-" + region.m49());
        });
    }

    @Test
    void aContinentContainsTheCountriesOfItsParts() {
        assertThat(Region.of("002").contains(Country.of("NER"))).isTrue();
        assertThat(Region.of("011").contains(Country.of("NER"))).isTrue();
        assertThat(Region.of("014").contains(Country.of("NER"))).isFalse();
        assertThat(Region.of("150").contains(Country.of("NER"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "001", "562", "m49-002"})
    void whatIsNoRegionIsRefused(String m49) {
        assertThat(Region.find("m49-" + m49)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Region.of(m49));
    }
}
