package org.migrationhub.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermsTest {

    @Test
    void noTwoTermsOfAnyKindShareACode() {
        assertThat(Terms.all()).extracting(Term::code).doesNotHaveDuplicates();
        assertThat(Terms.all()).hasSize(24 + 10 + 186 + 5 + 29 + 248 + 4 + 7);
    }

    @Test
    void everyTermIsFoundByItsCode() {
        assertThat(Terms.all())
                .allSatisfy(term -> assertThat(Terms.find(term.code())).contains(term));
        assertThat(Terms.find("practice-type-law")).contains(new PracticeType("practice-type-law"));
        assertThat(Terms.find("objective-24")).isEmpty();
    }

    @Test
    void aCommissionIsFoundByItsCode() {
        assertThat(RegionalCommission.find("commission-eca")).contains(RegionalCommission.ECA);
        assertThat(RegionalCommission.find("ECA")).isEmpty();
    }
}
