package org.migrationhub.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationhub.core.content.OrganisationId;

class OrganisationPlaceTest {

    private static final OrganisationId ID = new OrganisationId("sample.agency_1");

    @ParameterizedTest
    @ValueSource(strings = {"Sample Agency", "Санитарная служба", "北京", "…", "𠀀"})
    void aPlaceIsFoundAgainByItsCursor(String name) {
        OrganisationPlace place = OrganisationPlace.of(name, ID);

        assertThat(place.cursor()).matches("[A-Za-z0-9._-]+");
        assertThat(OrganisationPlace.find(place.cursor())).contains(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "sample", "sample.a b", "sample.a", ".c2FtcGxl", "a b.c2FtcGxl"})
    void whatIsNoCursorIsFoundNowhere(String text) {
        assertThat(OrganisationPlace.find(text)).isEmpty();
    }

    @Test
    void ofALongNameTheBeginningCountsWithoutCuttingACharacter() {
        String long99 = "a".repeat(99);
        assertThat(OrganisationPlace.of(long99 + "𠀀𠀁", ID))
                .isEqualTo(new OrganisationPlace(long99 + " ", ID))
                .isEqualTo(OrganisationPlace.of(long99 + "𠀂", ID));
        assertThat(new OrganisationPlace(long99 + "𠀀𠀁", ID).name()).isEqualTo(long99 + "𠀀");
    }
}
