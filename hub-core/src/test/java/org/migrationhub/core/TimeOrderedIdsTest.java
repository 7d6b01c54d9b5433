package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.kit.SettableClock;
import org.migrationhub.core.review.SubmissionId;

class TimeOrderedIdsTest {

    private final SettableClock clock = new SettableClock();
    private final TimeOrderedIds ids = new TimeOrderedIds(clock);

    @Test
    void anIdIsAUuidOfVersion7ThatTellsTheMillisecond() {
        UUID id = UUID.fromString(ids.get());

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.instant().toEpochMilli());
    }

    @Test
    void anIdHasTheFormThatEveryKindOfIdTakes() {
        assertThat(new SubmissionId(ids.get()).value()).hasSize(36).matches("[0-9a-f-]+");
    }

    @Test
    void idsSortByTheTimeAtWhichTheyWereMade() {
        List<String> made = new ArrayList<>();
        for (int each = 0; each < 1000; each++) {
            made.add(ids.get());
            clock.advance(Duration.ofMillis(1 + each % 7));
        }

        assertThat(made).isSorted();
    }

    @Test
    void idsOfOneMillisecondSortInTheOrderInWhichTheyWereMade() {
        List<String> made = new ArrayList<>();
        for (int each = 0; each < 1000; each++) {
            made.add(ids.get());
        }

        assertThat(made).isSorted();
    }

    @Test
    void aClockThatIsSetBackChangesNothingInTheOrder() {
        List<String> made = new ArrayList<>();
        for (int each = 0; each < 1000; each++) {
            made.add(ids.get());
            clock.advance(Duration.ofMillis(each % 3 == 0 ? -50 : 20));
        }

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void noIdIsMadeTwiceByThreadsAtOnce() throws InterruptedException {
        int threads = 4;
        int each = 20_000;
        TimeOrderedIds shared = new TimeOrderedIds(InstantSource.fixed(clock.instant()));
        Set<String> made = ConcurrentHashMap.newKeySet();
        CyclicBarrier barrier = new CyclicBarrier(threads);
        List<Thread> running = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            Thread started = new Thread(() -> {
                await(barrier);
                for (int time = 0; time < each; time++) {
                    made.add(shared.get());
                }
            });
            started.start();
            running.add(started);
        }
        for (Thread thread : running) {
            thread.join();
        }

        assertThat(made).hasSize(threads * each);
    }

    @Test
    void idsCannotBeGuessedFromOneAnother() {
        Set<String> ends = Collections.newSetFromMap(new ConcurrentHashMap<>());
        for (int each = 0; each < 1000; each++) {
            ends.add(ids.get().substring(19));
        }

        assertThat(ends).hasSize(1000);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }
}
