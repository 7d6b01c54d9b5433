package org.migrationhub.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Pace body = new Pace(new ByteArrayInputStream(new byte[100_000]), nanos::get);

    @Test
    void whatComesSlowlyButComesIsRead() throws IOException {
        for (int second = 0; second < 30; second++) {
            assertThat(body.readNBytes(3_000)).hasSize(3_000);
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        }
    }

    @Test
    void whatComesByteByByteIsGivenUp() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> {
                    for (int second = 0; second < 30; second++) {
                        assertThat(body.read()).isZero();
                        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
                    }
                })
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(Problem.REQUEST_TIMEOUT));
        assertThat(nanos.get()).isEqualTo(TimeUnit.SECONDS.toNanos(11));
    }
}
