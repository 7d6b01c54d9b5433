package org.migrationhub.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Whatever somebody has packed as the rows of a backup, it is read line by line, and never more than fits into memory. */
class RowReaderTest {

    private static final String ACCOUNT =
            "{\"account\":{\"confirmed_at\":\"2026-01-01T00:00:00Z\",\"created_at\":\"2026-01-01T00:00:00Z\","
                    + "\"email\":\"%1$s@example.org\",\"email_key\":\"%1$s@example.org\",\"id\":\"%1$s\","
                    + "\"language\":\"en\",\"person\":\"%1$s\"}}\n";

    @Test
    void rowsComeBackAsTheyWere() throws IOException {
        String text = ACCOUNT.formatted("a") + ACCOUNT.formatted("b");

        KeptRows rows = KeptRows.read(reader(text));

        assertThat(rows.accounts()).isEqualTo(2);
        assertThat(rows).isEqualTo(KeptRows.read(reader(text)));
    }

    @Test
    void rowsInAnotherOrderOrTwiceAreDamage() {
        assertDamaged(ACCOUNT.formatted("b") + ACCOUNT.formatted("a"), "line 2: it doesn't come after");
        assertDamaged(ACCOUNT.formatted("a") + ACCOUNT.formatted("a"), "line 2: it doesn't come after");
        String asked = "{\"erasure_request\":{\"asked_at\":\"2026-01-01T00:00:00Z\",\"person\":\"a\"}}\n";
        assertDamaged(asked + ACCOUNT.formatted("a"), "line 2: it doesn't come after");
    }

    @Test
    void aRowOfWhichSomethingIsMissingIsDamage() {
        assertDamaged(ACCOUNT.formatted("a").strip(), "line 1: it has no end");
        assertDamaged(ACCOUNT.formatted("a").replace(",\"person\":\"a\"", ""), "line 1: it isn't in the one form");
        assertDamaged("\n", "line 1: it is of no table");
        assertThatExceptionOfType(BackupDamagedException.class)
                .isThrownBy(() -> reader(new ByteArrayInputStream(new byte[] {(byte) 0xc3, '\n'}))
                        .next())
                .withMessageContaining("no UTF-8");
    }

    @Test
    void aLineThatNeverEndsIsNotUnpacked() {
        assertThatExceptionOfType(BackupDamagedException.class)
                .isThrownBy(() -> KeptRows.read(reader(new Endless("x"))))
                .withMessageContaining("line 1: it is longer than 65536 bytes");
    }

    @Test
    void rowsWithoutEndAreNotUnpacked() {
        RowReader endless = new RowReader("server.jsonl", new Endless("x\n"), 1_000_000);

        assertThatExceptionOfType(BackupDamagedException.class)
                .isThrownBy(() -> {
                    while (endless.next() != null) {
                        assertThat(endless.file()).isEqualTo("server.jsonl");
                    }
                })
                .withMessageContaining("server.jsonl: it is longer than the 1000000 bytes for which there is memory");
    }

    private static void assertDamaged(String text, String how) {
        assertThatExceptionOfType(BackupDamagedException.class)
                .isThrownBy(() -> KeptRows.read(reader(text)))
                .withMessageContaining(how);
    }

    private static RowReader reader(String text) {
        return reader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static RowReader reader(InputStream in) {
        return new RowReader("server.jsonl", in, 10_000_000);
    }

    /** The same bytes again and again. */
    private static final class Endless extends InputStream {

        private final byte[] bytes;
        private int at;

        Endless(String text) {
            this.bytes = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            return bytes[at++ % bytes.length];
        }

        @Override
        public int read(byte[] into, int from, int length) {
            for (int index = from; index < from + length; index++) {
                into[index] = (byte) read();
            }
            return length;
        }
    }
}
