package org.migrationhub.server.account;

import java.time.Duration;

/**
 * How often something may be tried.
 *
 * @param name what is tried
 * @param burst how many times without waiting
 * @param refill after how long one more is free
 */
public record Rate(String name, int burst, Duration refill) {

    /**
     * Checks that it is one.
     *
     * @throws IllegalArgumentException if nothing could ever be tried
     */
    public Rate {
        if (burst < 1 || refill.isNegative() || refill.isZero()) {
            throw new IllegalArgumentException("No rate: " + burst + " and one more after " + refill);
        }
    }

    /** Tries of this kind by or at a subject: an address, a network, several of them together. */
    public Try by(String... subject) {
        return new Try(this, String.join("\n", subject));
    }

    /**
     * One try.
     *
     * @param rate how often it may be made
     * @param subject by whom, or at what
     */
    public record Try(Rate rate, String subject) {

        /** By what it is kept: subjects are addresses of people, which have no place in such a table. */
        String digest() {
            return Secrets.digest(rate.name() + "\n" + subject);
        }

        /** Nothing of the subject: it must not get into a log. */
        @Override
        public String toString() {
            return "a try of " + rate.name();
        }
    }
}
