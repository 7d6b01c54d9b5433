package org.migrationhub.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.RefusedException;

class MeasuredInputStreamTest {

    private static final byte[] BYTES = "This is a sample".getBytes(StandardCharsets.UTF_8);
    private static final StoredAttachment MEASURED = new StoredAttachment(Sha256.of(BYTES), BYTES.length);

    private final MeasuredInputStream stream = new MeasuredInputStream(new ByteArrayInputStream(BYTES), BYTES.length);

    @Test
    void everyByteIsMeasuredHoweverItIsRead() throws IOException {
        assertThat(stream.read()).isEqualTo('T');
        assertThat(stream.skip(3)).isEqualTo(3);
        assertThat(stream.markSupported()).isFalse();
        assertThat(stream.readAllBytes()).endsWith('s', 'a', 'm', 'p', 'l', 'e').hasSize(BYTES.length - 4);
        assertThat(stream.read()).isEqualTo(-1);

        assertThat(stream.measured()).isEqualTo(MEASURED);
        assertThat(stream.measured()).isEqualTo(MEASURED);
    }

    @Test
    void beforeTheEndNothingIsKnown() throws IOException {
        stream.readNBytes(BYTES.length - 1);
        assertThatThrownBy(stream::measured).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void oneByteBeyondTheLimitIsRefused() {
        MeasuredInputStream narrow = new MeasuredInputStream(new ByteArrayInputStream(BYTES), BYTES.length - 1);
        assertThatThrownBy(narrow::readAllBytes).isInstanceOf(RefusedException.class);
        assertThatThrownBy(narrow::measured).isInstanceOf(IllegalStateException.class);
    }
}
