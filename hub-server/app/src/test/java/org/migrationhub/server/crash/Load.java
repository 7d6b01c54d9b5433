package org.migrationhub.server.crash;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several clients at once, each busy with practices of its own; their unfinished ones outlive the server. */
final class Load {

    private final Cast cast;
    private final Ledger ledger;
    private final int racesInTen;
    private final List<Worker> workers = new ArrayList<>();
    private volatile boolean wanted;

    /** Clients with nothing to do yet. */
    Load(Cast cast, Ledger ledger, Random seeds, int clients, int racesInTen) {
        this.cast = cast;
        this.ledger = ledger;
        this.racesInTen = racesInTen;
        for (int client = 0; client < clients; client++) {
            workers.add(new Worker(client, new Random(seeds.nextLong())));
        }
    }

    /** Clients at work. */
    final class Running {

        private final ExecutorService threads = Executors.newFixedThreadPool(workers.size());
        private final List<Future<?>> busy = new ArrayList<>();

        private Running(List<Node> nodes) {
            workers.forEach(worker -> busy.add(threads.submit(() -> worker.work(nodes))));
        }

        /** Waits until all have come to an end: their server is gone, or they have finished what they had begun. */
        void join() throws InterruptedException {
            threads.shutdown();
            for (Future<?> one : busy) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    throw new AssertionError("A client has failed", e);
                }
            }
        }

        /** Lets them finish what they have begun, and begin nothing new. */
        void finish() throws InterruptedException {
            wanted = false;
            join();
        }
    }

    /** Puts the nodes under load until they are gone or {@link Running#finish} is called. */
    Running on(Node... nodes) {
        wanted = true;
        return new Running(List.of(nodes));
    }

    /** One client. */
    private final class Worker {

        private static final int AT_ONCE = 3;

        private final int number;
        private final Random random;
        private final Deque<Errand> errands = new ArrayDeque<>();
        private int begun;

        Worker(int number, Random random) {
            this.number = number;
            this.random = random;
        }

        void work(List<Node> nodes) {
            try {
                while (wanted || !errands.isEmpty()) {
                    step(nodes);
                }
            } catch (UncheckedIOException e) {
                ledger.count("clients cut off"); // they go on when the server is there again
            }
        }

        /** Takes its practices in turns, so that at any moment some are at each stage. */
        private void step(List<Node> nodes) {
            if (wanted && errands.size() < AT_ONCE) {
                begun++;
                String word = "w%dc%d".formatted(begun, number);
                errands.add(new Errand(cast, ledger, random, word, racesInTen));
            }
            Errand next = errands.peek();
            boolean goesOn = next.step(nodes);
            errands.remove();
            if (goesOn) {
                errands.add(next);
            }
        }
    }
}
