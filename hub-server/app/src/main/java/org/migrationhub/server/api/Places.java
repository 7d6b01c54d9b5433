package org.migrationhub.server.api;

import java.util.HashMap;
import java.util.Map;

/**
 * How much of something there is for requests that are under way at once, and how much of it one network may have: threads, of
 * which each request holds one until it is answered, however slowly somebody sends or reads; and memory for what they send.
 * Thread-safe.
 */
final class Places {

    private final long most;
    private final long mostOfOne;
    private final Map<String, Long> taken = new HashMap<>();
    private long all;

    /**
     * Places that nobody has taken.
     *
     * @param most how many there are
     * @param mostOfOne how many of them one network may have
     */
    Places(long most, long mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** What a request has until it is closed. */
    final class Place implements AutoCloseable {

        private final String network;
        private final long number;

        private Place(String network, long number) {
            this.network = network;
            this.number = number;
        }

        @Override
        public void close() {
            leave(network, number);
        }
    }

    /**
     * Takes some.
     *
     * @throws ProblemException if the network has as much as it may, or there is no more
     */
    synchronized Place take(String network, long number) {
        if (taken.getOrDefault(network, 0L) + number > mostOfOne) {
            throw later(Problem.TOO_MANY_REQUESTS, "Too much is asked for at once from where you are.");
        }
        if (all + number > most) {
            throw later(Problem.UNAVAILABLE, "Too much is asked for at once.");
        }
        all += number;
        taken.merge(network, number, Long::sum);
        return new Place(network, number);
    }

    private synchronized void leave(String network, long number) {
        all -= number;
        taken.computeIfPresent(network, (same, had) -> had == number ? null : had - number);
    }

    private static ProblemException later(Problem problem, String detail) {
        return problem.plain(detail).with("Retry-After", "2");
    }
}
