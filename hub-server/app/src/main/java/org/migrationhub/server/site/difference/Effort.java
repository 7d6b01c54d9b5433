package org.migrationhub.server.site.difference;

/**
 * How much comparing may still cost: it grows with the square of what differs, and whoever writes texts of which nothing is
 * alike may not keep the server busy. Not thread-safe.
 */
final class Effort {

    /** Word by word through five pages that were written anew; some tenths of a second. */
    private static final long ALL = 30_000_000;

    private long left = ALL;

    /** Takes what it costs to compare so many pieces with so many; false if there isn't enough left. */
    boolean spend(int before, int after) {
        long cost = (long) (before + 1) * (after + 1);
        if (cost > left) {
            return false;
        }
        left -= cost;
        return true;
    }
}
