package org.migrationhub.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentTest {

    private static final int ASKING = 4;

    private final Recent<String, String> recent = new Recent<>(2);
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void whatSeveralAskForAtOnceIsMadeOnce() throws InterruptedException, ExecutionException {
        CountDownLatch asking = new CountDownLatch(ASKING);
        ExecutorService threads = Executors.newFixedThreadPool(ASKING);
        List<Future<String>> answers = new ArrayList<>();
        for (int one = 0; one < ASKING; one++) {
            answers.add(threads.submit(() -> {
                asking.countDown();
                return recent.get("a", key -> {
                    await(asking);
                    return key + made.incrementAndGet();
                });
            }));
        }
        for (Future<String> answer : answers) {
            assertThat(answer.get()).isEqualTo("a1");
        }
        threads.shutdown();
    }

    @Test
    void whatWasAskedForLongestAgoIsMadeAnew() throws IOException {
        assertThat(List.of(get("a"), get("b"), get("a"), get("c"), get("a"), get("b")))
                .containsExactly("a1", "b2", "a1", "c3", "a1", "b4");
    }

    @Test
    void whatCouldNotBeMadeIsTriedAgain() throws IOException {
        assertThatThrownBy(() -> recent.get("a", key -> {
                    throw new IOException("The disk is away");
                }))
                .isInstanceOf(IOException.class);
        assertThat(get("a")).isEqualTo("a1");
    }

    private String get(String asked) throws IOException {
        return recent.get(asked, key -> key + made.incrementAndGet());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
