package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettableClockTest {

    @Test
    void standsStillUntilItIsMoved() {
        SettableClock clock = new SettableClock();
        assertThat(clock.instant()).isEqualTo(Samples.NOW);
        assertThat(clock.advance(Duration.ofDays(2))).isEqualTo(Samples.NOW.plus(Duration.ofDays(2)));
        assertThat(clock.instant()).isEqualTo(Samples.NOW.plus(Duration.ofDays(2)));
    }

    @Test
    void canBeSetBack() {
        SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
        clock.set(Instant.parse("2025-01-01T00:00:00Z"));
        assertThat(clock.instant()).isEqualTo("2025-01-01T00:00:00Z");
        assertThat(clock).hasToString("a clock that shows 2025-01-01T00:00:00Z");
    }

    @Test
    void idsCanBeForeseen() {
        SequentialIds ids = new SequentialIds();
        assertThat(ids.get()).isEqualTo("s-0001");
        assertThat(ids.get()).isEqualTo("s-0002");
        assertThat(new SequentialIds("person").get()).isEqualTo("person-0001");
    }

    @Test
    void noIdIsGivenTwice() {
        SequentialIds ids = new SequentialIds();
        Set<String> given = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 1_000).parallel().forEach(number -> given.add(ids.get()));
        assertThat(given).hasSize(1_000);
    }
}
