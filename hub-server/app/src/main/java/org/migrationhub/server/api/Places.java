package org.migrationhub.server.api;

import java.util.HashMap;
import java.util.Map;

/**
 * How many requests may be under way at once: each holds a thread until it is answered, however slowly somebody sends or reads.
 * So no network gets all of them. Thread-safe.
 */
final class Places {

    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    /**
     * Places that nobody has taken.
     *
     * @param most how many there are
     * @param mostOfOne how many of them one network may have
     */
    Places(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** A place that a request has until it is closed. */
    final class Place implements AutoCloseable {

        private final String network;

        private Place(String network) {
            this.network = network;
        }

        @Override
        public void close() {
            leave(network);
        }
    }

    /**
     * Takes one.
     *
     * @throws ProblemException if the network has as many as it may, or all are taken
     */
    synchronized Place take(String network) {
        if (taken.getOrDefault(network, 0) >= mostOfOne) {
            throw later(Problem.TOO_MANY_REQUESTS, "Up to %d requests at once, please.".formatted(mostOfOne));
        }
        if (all >= most) {
            throw later(Problem.UNAVAILABLE, "There are too many requests at once.");
        }
        all++;
        taken.merge(network, 1, Integer::sum);
        return new Place(network);
    }

    private synchronized void leave(String network) {
        all--;
        taken.computeIfPresent(network, (same, count) -> count == 1 ? null : count - 1);
    }

    private static ProblemException later(Problem problem, String detail) {
        return problem.plain(detail).with("Retry-After", "2");
    }
}
