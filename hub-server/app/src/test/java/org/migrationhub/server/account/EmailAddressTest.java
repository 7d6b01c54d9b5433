package org.migrationhub.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "Finn@Example.org, finn@example.org",
        "ИВАН@example.org, иван@example.org",
        "caf\u00e9@example.org, cafe\u0301@example.org",
        "finn@\uff45xample.org, finn@example.org"
    })
    void oneMailboxIsWrittenInSeveralWays(String one, String other) {
        assertThat(address(one).key()).isEqualTo(address(other).key());
    }

    /** By an address that a provider has verified, somebody would otherwise be linked to another's account. */
    @ParameterizedTest
    @CsvSource({"\ufb01nn@example.org, finn@example.org", "\uff41na@example.org, ana@example.org"})
    void whatOnlyLooksAlikeIsAnotherMailbox(String one, String other) {
        assertThat(address(one).key()).isNotEqualTo(address(other).key());
        assertThat(address(one).isSame(other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<x>@y.z", "x,y@example.org", "x@y@z", "\"x\"@y.z", "x @y.z", "x@", "x\u200b@y.z"})
    void whatPartsAListOrHidesIsNoAddress(String text) {
        assertThat(EmailAddress.find(text)).isEmpty();
    }

    @Test
    void anAddressStaysOutOfLogs() {
        assertThat(address("ana@example.org")).hasToString("an address");
    }

    private static EmailAddress address(String text) {
        return EmailAddress.find(text).orElseThrow();
    }
}
