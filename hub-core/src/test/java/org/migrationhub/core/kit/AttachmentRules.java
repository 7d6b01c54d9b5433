package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.storage.StoredAttachment;

/** Files come back to the last byte, are kept once, and stay as long as anybody may need them. */
abstract class AttachmentRules extends StorageRules {

    private static final int MOST = 8_000_000;
    private static final Instant NOW = Samples.NOW;
    private static final Instant LATER = NOW.plus(Duration.ofDays(1));
    private static final Duration INSTANT = Duration.ofNanos(1_000);

    @Test
    void filesOfAnySizeComeBackToTheLastByte() throws Exception {
        for (int size : List.of(0, 1, 2, 8_191, 8_192, 8_193, 65_536, 1_048_577, 5_000_000)) {
            byte[] bytes = bytes(size);
            assertThat(store(bytes)).isEqualTo(new StoredAttachment(Sha256.of(bytes), size));
            assertThat(read(Sha256.of(bytes))).as("%d bytes", size).isEqualTo(bytes);
        }
    }

    @Test
    void aStreamThatComesInDropsIsStoredWhole() throws Exception {
        byte[] bytes = bytes(20_000);
        StoredAttachment stored = storage().storeAttachment(new Dripping(bytes), MOST, NOW);

        assertThat(stored).isEqualTo(new StoredAttachment(Sha256.of(bytes), bytes.length));
        assertThat(read(stored.sha256())).isEqualTo(bytes);
    }

    @Test
    void aFileIsOpenedByManyAtOnceEachFromItsBeginning() throws Exception {
        byte[] bytes = bytes(100_000);
        Sha256 digest = store(bytes).sha256();
        try (InputStream first = opened(digest);
                InputStream second = opened(digest)) {
            assertThat(first.readNBytes(50_000)).isEqualTo(Arrays.copyOf(bytes, 50_000));
            assertThat(second.readAllBytes()).isEqualTo(bytes);
            assertThat(first.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 50_000, 100_000));
        }
    }

    @Test
    void anUnknownDigestOpensNothing() throws Exception {
        store(bytes(10));

        assertThat(storage().attachment(Sha256.of(bytes(11)))).isEmpty();
        assertThat(hold(NOW, bytes(11))).isEmpty();
        assertThat(hold(NOW)).isEmpty();
    }

    @Test
    void aFileHasAsManyBytesAsAreAllowedAndNotOneMore() throws Exception {
        for (int most : List.of(0, 1, 8_192, 100_000)) {
            byte[] bytes = bytes(most + 1);
            assertThatThrownBy(() -> storage().storeAttachment(stream(bytes), most, NOW))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refusal -> assertThat(refusal.violations())
                                    .extracting(Violation::code)
                                    .containsExactly("attachment.too-large"));
            assertNotThere(bytes);
            assertNotThere(Arrays.copyOf(bytes, most));
            storage().storeAttachment(stream(Arrays.copyOf(bytes, most)), most, NOW);
            assertThat(read(Sha256.of(Arrays.copyOf(bytes, most)))).hasSize(most);
        }
    }

    @Test
    void ofAFileThatIsTooLargeTheRestIsNotRead() {
        Counting endless = new Counting();
        assertThatThrownBy(() -> storage().storeAttachment(endless, 1_000, NOW)).isInstanceOf(RefusedException.class);
        assertThat(endless.count).isLessThan(2_000_000);
    }

    @Test
    void aStreamThatFailsLeavesNothing() throws Exception {
        for (int size : List.of(0, 1, 100_000, 3_000_000)) {
            byte[] bytes = bytes(size);
            IOException broken = new IOException("The line is broken");
            assertThatThrownBy(() -> storage().storeAttachment(failing(bytes, broken), MOST, NOW))
                    .isSameAs(broken);
            assertNotThere(bytes);
            store(bytes);
            assertThat(read(Sha256.of(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void whateverAStreamThrowsComesOutAndLeavesNothing() throws Exception {
        byte[] bytes = bytes(100_000);
        RefusedException refused = new RefusedException(new Violation("", "sample.refused", "No."));
        assertThatThrownBy(() -> storage().storeAttachment(failing(bytes, refused), MOST, NOW))
                .isSameAs(refused);
        assertNotThere(bytes);
    }

    @Test
    void aStreamThatFailsTakesNothingAwayFromTheSameFile() throws Exception {
        byte[] bytes = bytes(100_000);
        store(bytes);
        assertThatThrownBy(() -> storage().storeAttachment(failing(bytes, new IOException("Broken")), MOST, NOW))
                .isInstanceOf(IOException.class);
        assertThat(read(Sha256.of(bytes))).isEqualTo(bytes);
    }

    @Test
    void theCallersStreamStaysOpen() throws Exception {
        boolean[] closed = new boolean[1];
        storage()
                .storeAttachment(
                        new ByteArrayInputStream(bytes(10)) {
                            @Override
                            public void close() {
                                closed[0] = true;
                            }
                        },
                        MOST,
                        NOW);
        assertThat(closed[0]).isFalse();
    }

    @Test
    void theSameFileIsKeptOnce() throws Exception {
        byte[] bytes = bytes(10_000);
        StoredAttachment first = store(bytes);
        StoredAttachment second = store(bytes);

        assertThat(second).isEqualTo(first);
        assertThat(read(first.sha256())).isEqualTo(bytes);
        assertThat(storage().sweepAttachments(LATER)).isEqualTo(1);
        assertNotThere(bytes);
    }

    @Test
    void theSameFileMayBeStoredByManyAtOnce() throws Exception {
        try (Race race = new Race(8)) {
            for (int round = 0; round < 10; round++) {
                byte[] bytes = bytes(50_000 + round);
                StoredAttachment expected = new StoredAttachment(Sha256.of(bytes), bytes.length);
                assertThat(race.run(times(race.threads(), () -> store(bytes)))).containsOnly(expected);
                assertThat(read(expected.sha256())).isEqualTo(bytes);
            }
        }
        assertThat(storage().sweepAttachments(LATER)).isEqualTo(10);
    }

    @Test
    void differentFilesMayBeStoredAtOnce() throws Exception {
        try (Race race = new Race(8)) {
            List<Callable<StoredAttachment>> racers = new ArrayList<>();
            for (int racer = 0; racer < race.threads(); racer++) {
                byte[] bytes = bytes(200_000 + racer);
                racers.add(() -> store(bytes));
            }
            for (StoredAttachment stored : race.run(racers)) {
                assertThat(read(stored.sha256())).isEqualTo(bytes((int) stored.size()));
            }
        }
    }

    @Test
    void whichFilesAreThereIsToldWithTheirSizes() throws Exception {
        store(bytes(0));
        store(bytes(300));

        assertThat(hold(NOW, bytes(0), bytes(300), bytes(301)))
                .isEqualTo(Map.of(Sha256.of(bytes(0)), 0L, Sha256.of(bytes(300)), 300L));
    }

    @Test
    void aSweepTakesWhatIsOldToTheMicrosecondAndTellsHowMuch() throws Exception {
        storeAt(NOW, bytes(1));
        storeAt(NOW, bytes(2));
        storeAt(NOW.plus(INSTANT), bytes(3));

        assertThat(storage().sweepAttachments(NOW)).isZero();
        assertThat(storage().sweepAttachments(NOW.plus(INSTANT))).isEqualTo(2);
        assertNotThere(bytes(1));
        assertNotThere(bytes(2));
        assertThat(read(Sha256.of(bytes(3)))).isEqualTo(bytes(3));
        assertThat(storage().sweepAttachments(NOW.plus(INSTANT))).isZero();
    }

    @Test
    void aSweptFileCanBeStoredAgain() throws Exception {
        store(bytes(5_000));
        storage().sweepAttachments(LATER);
        store(bytes(5_000));

        assertThat(read(Sha256.of(bytes(5_000)))).isEqualTo(bytes(5_000));
        assertThat(storage().sweepAttachments(NOW)).isZero();
    }

    @Test
    void whatIsStoredAgainOrAskedForIsYoungAgain() throws Exception {
        storeAt(NOW, bytes(1));
        storeAt(NOW, bytes(2));
        storeAt(NOW, bytes(3));
        storeAt(LATER, bytes(1));
        hold(LATER, bytes(2), bytes(4));

        assertThat(storage().sweepAttachments(LATER)).isEqualTo(1);
        assertThat(hold(LATER, bytes(1), bytes(2), bytes(3)))
                .containsOnlyKeys(Set.of(Sha256.of(bytes(1)), Sha256.of(bytes(2))));
    }

    @Test
    void aClockThatIsSetBackMakesNothingOlder() throws Exception {
        storeAt(LATER, bytes(1));
        storeAt(LATER, bytes(2));
        storeAt(NOW, bytes(1));
        hold(NOW, bytes(2));

        assertThat(storage().sweepAttachments(LATER)).isZero();
    }

    @Test
    void whatAnyContentEverReferredToIsKept() throws Exception {
        Journey journey = journey("referring");
        Attachment first = attachment(1);
        Attachment second = attachment(2);
        Attachment third = attachment(3);
        List.of(1, 2, 3, 4).forEach(this::storeSmall);
        journey.start(Samples.practice("Sample").toBuilder()
                .attachment(first)
                .attachment(second)
                .build());
        journey.saveDraft(
                Samples.practice("Sample").toBuilder().attachment(third).build());
        journey.submit();
        journey.withdraw(null);

        assertThat(storage().sweepAttachments(LATER)).isEqualTo(1);
        for (Attachment kept : List.of(first, second, third)) {
            assertThat(read(kept.sha256())).hasSize((int) kept.size());
        }
        assertNotThere(bytes(4));
    }

    @Test
    void whatWasReferredToBeforeItWasStoredIsKept() throws Exception {
        journey("early")
                .start(Samples.practice("Sample").toBuilder()
                        .attachment(attachment(1))
                        .build());
        assertNotThere(bytes(1));
        storeSmall(1);

        assertThat(storage().sweepAttachments(LATER)).isZero();
        assertThat(read(attachment(1).sha256())).isEqualTo(bytes(1));
    }

    @Test
    void whoeverAsksBeforeReferringLosesNothingToASweep() throws Exception {
        try (Race race = new Race(4)) {
            for (int round = 0; round < 20; round++) {
                String id = "round-" + round;
                byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
                Attachment file = Attachment.of("sample.pdf", "application/pdf", bytes);
                storeAt(NOW, bytes);
                List<Callable<Boolean>> racers = new ArrayList<>(times(3, () -> sweep(LATER)));
                racers.add(() -> refer(id, file));
                boolean wasThere = race.run(racers).get(3);
                assertThat(storage().attachment(file.sha256()).isPresent())
                        .as("the file that was%s there", wasThere ? "" : " not")
                        .isEqualTo(wasThere);
            }
        }
    }

    private boolean refer(String id, Attachment file) throws IOException {
        boolean there = hold(LATER, bytesOf(file, id)).containsKey(file.sha256());
        if (there) {
            sweep(LATER);
            journey(id)
                    .start(Samples.practice("Sample").toBuilder()
                            .attachment(file)
                            .build());
        }
        return there;
    }

    private static byte[] bytesOf(Attachment file, String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        assertThat(Sha256.of(bytes)).isEqualTo(file.sha256());
        return bytes;
    }

    private boolean sweep(Instant before) {
        return storage().sweepAttachments(before) > 0;
    }

    private static Attachment attachment(int size) {
        return Attachment.of("sample-" + size + ".pdf", "application/pdf", bytes(size));
    }

    private void storeSmall(int size) {
        try {
            store(bytes(size));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredAttachment store(byte[] bytes) throws IOException {
        return storeAt(NOW, bytes);
    }

    private StoredAttachment storeAt(Instant at, byte[] bytes) throws IOException {
        return storage().storeAttachment(stream(bytes), MOST, at);
    }

    private Map<Sha256, Long> hold(Instant at, byte[]... files) {
        List<Sha256> digests = Arrays.stream(files).map(Sha256::of).toList();
        return storage().holdAttachments(Set.copyOf(digests), at);
    }

    private InputStream opened(Sha256 digest) {
        return storage().attachment(digest).orElseThrow(() -> new AssertionError("There is no file " + digest));
    }

    private byte[] read(Sha256 digest) throws IOException {
        try (InputStream bytes = opened(digest)) {
            return bytes.readAllBytes();
        }
    }

    private void assertNotThere(byte[] bytes) {
        assertThat(storage().attachment(Sha256.of(bytes)))
                .as("a file of %d bytes", bytes.length)
                .isEmpty();
        assertThat(storage().holdAttachments(Set.of(Sha256.of(bytes)), NOW)).isEmpty();
    }

    private static <T> List<Callable<T>> times(int count, Callable<T> racer) {
        return IntStream.range(0, count).mapToObj(number -> racer).toList();
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /** The same for the same size, and different for others. */
    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    /** All of the bytes, then what goes wrong in place of the end. */
    private static InputStream failing(byte[] bytes, Exception failure) {
        return new SequenceInputStream(stream(bytes), new InputStream() {
            @Override
            public int read() throws IOException {
                if (failure instanceof IOException broken) {
                    throw broken;
                }
                throw (RuntimeException) failure;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return read();
            }
        });
    }

    /** Gives few bytes at a time, as a network does. */
    private static final class Dripping extends ByteArrayInputStream {

        Dripping(byte[] bytes) {
            super(bytes);
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return super.read(into, from, Math.min(length, 7));
        }
    }

    /** Never ends. */
    private static final class Counting extends InputStream {

        private long count;

        @Override
        public int read() {
            count++;
            return 'x';
        }

        @Override
        public int read(byte[] into, int from, int length) {
            Arrays.fill(into, from, from + length, (byte) 'x');
            count += length;
            return length;
        }
    }
}
