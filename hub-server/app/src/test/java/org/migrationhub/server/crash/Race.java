package org.migrationhub.server.crash;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.migrationhub.server.Reply;

/** Two requests in the same moment. Thread-safe. */
final class Race {

    private static final ExecutorService OTHERS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "racing");
        thread.setDaemon(true);
        return thread;
    });

    private Race() {}

    /** Ends when both are answered; if one fails, so does this, once the other has ended too. */
    static void run(Supplier<Reply> one, Supplier<Reply> other) {
        CompletableFuture<Reply> first = CompletableFuture.supplyAsync(one, OTHERS);
        CompletableFuture<Reply> second = CompletableFuture.supplyAsync(other, OTHERS);
        try {
            CompletableFuture.allOf(first, second).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
