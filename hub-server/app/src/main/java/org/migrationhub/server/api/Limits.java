package org.migrationhub.server.api;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How often each client may still ask: a budget that is full at first, is spent by asking and fills again evenly, within a
 * minute from nothing. In memory, of this server alone. Thread-safe.
 */
final class Limits {

    /** How many clients are remembered; beyond that, those who come new share what is left. */
    private static final int MOST_CLIENTS = 100_000;

    private static final double NANOS_OF_A_MINUTE = 60e9;

    private final Map<Budget, Integer> perMinute;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /**
     * Full budgets for everybody.
     *
     * @param perMinute how often; 0 for as often as one likes
     * @param nanos a clock that only goes forward
     */
    Limits(Map<Budget, Integer> perMinute, LongSupplier nanos) {
        this.perMinute = Map.copyOf(perMinute);
        this.nanos = nanos;
    }

    /**
     * Takes one from a client's budget.
     *
     * @throws ProblemException if it is spent, saying when to ask again
     */
    void spend(String client, Budget budget) {
        int most = perMinute.getOrDefault(budget, 0);
        if (most == 0) {
            return;
        }
        long wait = bucket(client, budget, most).take(nanos.getAsLong(), most);
        if (wait > 0) {
            throw Problem.TOO_MANY_REQUESTS
                    .plain("Up to %d of these in a minute, please.".formatted(most))
                    .with("Retry-After", String.valueOf(wait));
        }
    }

    private Bucket bucket(String client, Budget budget, int most) {
        String key = budget + client;
        Bucket known = buckets.get(key);
        if (known != null) {
            return known;
        }
        if (buckets.size() >= MOST_CLIENTS) {
            long now = nanos.getAsLong();
            buckets.values().removeIf(bucket -> bucket.isFull(now));
        }
        String place = buckets.size() < MOST_CLIENTS ? key : budget.toString();
        return buckets.computeIfAbsent(place, any -> new Bucket(most, nanos.getAsLong()));
    }

    /** What one client has left of a budget. */
    private static final class Bucket {

        private final int most;
        private double left;
        private long at;

        Bucket(int most, long now) {
            this.most = most;
            this.left = most;
            this.at = now;
        }

        /** Takes one; 0, or after how many seconds there will be one. */
        synchronized long take(long now, int capacity) {
            fill(now);
            if (left >= 1) {
                left--;
                return 0;
            }
            return Math.max(1, (long) Math.ceil((1 - left) * 60 / capacity));
        }

        synchronized boolean isFull(long now) {
            fill(now);
            return left >= most;
        }

        private void fill(long now) {
            left = Math.min(most, left + (now - at) / NANOS_OF_A_MINUTE * most);
            at = now;
        }
    }
}
