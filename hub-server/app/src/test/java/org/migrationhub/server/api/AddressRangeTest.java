package org.migrationhub.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.6, false",
        "0.0.0.0/0, 203.0.113.1, true",
        "0.0.0.0/0, ::1, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/33, 2001:db8:ffff::1, false",
        "::1, ::1, true"
    })
    void aRangeHoldsWhatBeginsAlike(String range, String address, boolean holds) {
        InetAddress found = AddressRange.address(address);
        assertThat(found).isNotNull();
        assertThat(AddressRange.find(range))
                .hasValueSatisfying(one -> assertThat(one.contains(found)).isEqualTo(holds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "example.org",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "10.0.0",
                "cafe",
                "1.2.3.400"
            })
    void whatIsNoAddressIsNoneAndIsNotLookedUp(String text) {
        assertThat(AddressRange.find(text)).isEmpty();
    }
}
