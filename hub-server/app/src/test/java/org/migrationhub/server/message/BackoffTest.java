package org.migrationhub.server.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(30), Duration.ofHours(6));

    @RepeatedTest(20)
    void waitsTwiceAsLongEachTimeUpToABound() {
        assertThat(backoff.after(1)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
        assertThat(backoff.after(4)).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(4));
        assertThat(backoff.after(40)).isBetween(Duration.ofHours(3), Duration.ofHours(6));
    }
}
