package org.migrationhub.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final Profile ANA = new Profile("Ana Núñez", "ana@example.org");

    @Test
    void theSameNameMayBeTheSamePersonWhateverCaseAndAccents() {
        assertThat(ANA.mayBeSameAs(new Profile("ANA NUNEZ", "other@example.org")))
                .isTrue();
        assertThat(ANA.mayBeSameAs(new Profile("Ana Núñez", ""))).isTrue();
        assertThat(ANA.mayBeSameAs(new Profile("Ana N.", "other@example.org"))).isFalse();
        assertThat(ANA.mayBeSameAs(new Profile("Ana", ""))).isFalse();
    }

    @Test
    void theSameAddressMayBeTheSamePersonWhateverTheName() {
        assertThat(ANA.mayBeSameAs(new Profile("A. Other", "ANA@example.org"))).isTrue();
        assertThat(ANA.mayBeSameAs(new Profile("", "ana@example.org"))).isTrue();
        assertThat(ANA.mayBeSameAs(new Profile("A. Other", "anna@example.org"))).isFalse();
    }

    @Test
    void theSameAddressIsOneHumanBeing() {
        assertThat(ANA.hasAddressOf(new Profile("A. Other", "ANA@example.org"))).isTrue();
        assertThat(ANA.hasAddressOf(new Profile("Ana Núñez", "other@example.org")))
                .isFalse();
        assertThat(Profile.ERASED.hasAddressOf(Profile.ERASED)).isFalse();
    }

    @Test
    void whatIsUnknownIsTheSameAsNothing() {
        assertThat(Profile.ERASED.mayBeSameAs(Profile.ERASED)).isFalse();
        assertThat(new Profile("-", "").mayBeSameAs(new Profile("-", ""))).isFalse();
        assertThat(ANA.mayBeSameAs(Profile.ERASED)).isFalse();
        assertThat(Profile.ERASED.mayBeSameAs(ANA)).isFalse();
    }

    @Test
    void whiteSpaceAroundIsStripped() {
        assertThat(new Profile(" Ana\u2003", "\tana@example.org ")).isEqualTo(new Profile("Ana", "ana@example.org"));
    }

    @Test
    void anErasedProfileSaysNothing() {
        assertThat(Profile.ERASED).isEqualTo(new Profile("", ""));
    }
}
