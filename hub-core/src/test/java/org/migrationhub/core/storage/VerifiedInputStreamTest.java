package org.migrationhub.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationhub.core.content.Sha256;

class VerifiedInputStreamTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8_191, 8_192, 8_193, 16_384, 100_000})
    void whatIsStillTheSameIsHandedOut(int size) throws IOException {
        byte[] bytes = bytes(size);
        try (InputStream all = verified(bytes, bytes);
                InputStream single = verified(bytes, bytes)) {
            assertThat(all.readAllBytes()).isEqualTo(bytes);
            assertThat(all.read()).isEqualTo(-1);
            for (byte expected : bytes) {
                assertThat((byte) single.read()).isEqualTo(expected);
            }
            assertThat(single.read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8_191, 8_192, 8_193, 16_384, 100_000})
    void aChangedByteIsFoundBeforeTheLastIsHandedOut(int size) {
        for (int place : new int[] {0, size / 2, size - 1}) {
            byte[] changed = bytes(size);
            changed[place] ^= 1;
            assertFails(bytes(size), changed);
        }
    }

    @Test
    void aFileThatWasCutOrGrewIsFound() {
        byte[] bytes = bytes(20_000);
        assertFails(bytes, Arrays.copyOf(bytes, 19_999));
        assertFails(bytes, Arrays.copyOf(bytes, 8_192));
        assertFails(bytes, new byte[0]);
        assertFails(bytes, Arrays.copyOf(bytes, 20_001));
        assertFails(new byte[0], new byte[1]);
    }

    @Test
    void theKeptStreamIsClosedWithIt() throws IOException {
        boolean[] closed = new boolean[1];
        InputStream kept = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        new VerifiedInputStream(kept, Sha256.of(new byte[0])).close();
        assertThat(closed[0]).isTrue();
    }

    /** However often it is tried: never as many bytes as the file had, and never an end. */
    private static void assertFails(byte[] before, byte[] now) {
        InputStream stream = verified(now, before);
        int handedOut = 0;
        boolean failed = false;
        while (!failed) {
            try {
                assertThat(stream.read()).isGreaterThanOrEqualTo(0);
                handedOut++;
            } catch (IOException | IllegalStateException e) {
                failed = true;
            }
        }
        assertThat(handedOut).isLessThan(Math.max(1, now.length));
        assertThatThrownBy(stream::read).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(stream::readAllBytes)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(Sha256.of(before).hex());
    }

    private static InputStream verified(byte[] kept, byte[] expected) {
        return new VerifiedInputStream(new ByteArrayInputStream(kept), Sha256.of(expected));
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
