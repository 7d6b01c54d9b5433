package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.Sha256;

/** Many who read a file out of the database at once, and don't come to its end. */
class SlowReadersTest {

    private static final int SIZE = 8_000_000;
    private static final int READERS = 30;

    /** All but what is at hand: held whole, the files of these readers would be 240 MB. */
    @Test
    void whoeverReadsAFileHoldsLittleOfItInMemory() throws IOException {
        try (JdbiStorage storage = JdbiStorage.inMemory()) {
            Sha256 digest = store(storage);
            long before = used();

            List<InputStream> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                InputStream reader = storage.attachment(digest).orElseThrow();
                reader.skipNBytes(SIZE - 1);
                readers.add(reader);
            }

            assertThat(used() - before).isLessThan(READERS * SIZE / 8L);
            for (InputStream reader : readers) {
                assertThat(reader.read()).isNotNegative();
                assertThat(reader.read()).isNegative();
            }
        }
    }

    private static Sha256 store(JdbiStorage storage) throws IOException {
        byte[] bytes = new byte[SIZE];
        new Random(1).nextBytes(bytes);
        return storage.storeAttachment(new ByteArrayInputStream(bytes), SIZE, Instant.EPOCH)
                .sha256();
    }

    /** The heap in use once what nobody reaches has gone. */
    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
