package org.migrationhub.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final int OF_A_PHONE = 20_000;

    private final AtomicLong nanos = new AtomicLong();
    private int perSecond;

    private final InputStream line = new InputStream() {
        @Override
        public int read() {
            throw new AssertionError("It is read in pieces");
        }

        @Override
        public int read(byte[] into, int from, int length) {
            pass(1);
            return Math.min(length, perSecond);
        }
    };

    private InputStream body = Pace.of(line, nanos::get);

    @Test
    void aFileFromAPhoneIsReadToItsEnd() throws IOException {
        readFor(25_000_000 / OF_A_PHONE, OF_A_PHONE);
    }

    @Test
    void aLineMayBeGoneForAWhile() throws IOException {
        for (int tunnel = 0; tunnel < 5; tunnel++) {
            readFor(20, OF_A_PHONE);
            readFor(15, 1);
        }
    }

    @Test
    void whatComesByteByByteIsGivenUp() {
        assertGivenUp(21, () -> readFor(100, 1));
    }

    @Test
    void whatWasSentFastBuysNoLongSilence() {
        assertGivenUp(22, () -> {
            readFor(1, 1_000_000);
            readFor(100, 1);
        });
    }

    @Test
    void whatTheServerDoesMeanwhileIsNobodysFault() throws IOException {
        for (int piece = 0; piece < 10; piece++) {
            readFor(1, OF_A_PHONE);
            pass(60);
        }
    }

    @Test
    void whatNobodyWantsIsReadForAMomentHoweverFastItComes() {
        body = Pace.unwanted(line, nanos::get);
        assertGivenUp(11, () -> readFor(100, 1_000_000));
    }

    private void readFor(int seconds, int bytesPerSecond) throws IOException {
        perSecond = bytesPerSecond;
        byte[] bytes = new byte[bytesPerSecond];
        for (int second = 0; second < seconds; second++) {
            assertThat(body.read(bytes, 0, bytesPerSecond)).isEqualTo(bytesPerSecond);
        }
    }

    private void assertGivenUp(int seconds, ThrowingCallable reading) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(reading)
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(Problem.REQUEST_TIMEOUT));
        assertThat(nanos.get()).isBetween(TimeUnit.SECONDS.toNanos(seconds - 1), TimeUnit.SECONDS.toNanos(seconds));
    }

    private void pass(int seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }
}
