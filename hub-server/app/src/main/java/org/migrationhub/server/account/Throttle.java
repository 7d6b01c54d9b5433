package org.migrationhub.server.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.migrationhub.server.account.Rate.Try;
import org.migrationhub.server.tables.ServerTables;

/**
 * Counts tries in the database, so that all servers count together. Of each kind and subject it keeps one instant: until
 * when it takes for all that was tried to be forgotten. A clock that is set back makes nobody wait longer than the burst
 * takes to refill. Thread-safe.
 */
public final class Throttle {

    private final ServerTables tables;
    private final InstantSource clock;

    /** A throttle that counts in these tables, by this clock. */
    public Throttle(ServerTables tables, InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Makes all of these tries, or none.
     *
     * @throws TooManyTriesException if one of them can't be made yet
     */
    public void take(Try... tries) {
        Duration wait = tables.write(handle -> take(handle, tries));
        if (!wait.isZero()) {
            throw new TooManyTriesException(wait);
        }
    }

    /** Undoes tries that turned out to be nobody's guesses. */
    public void giveBack(Try... tries) {
        tables.write(handle -> {
            ordered(tries)
                    .forEach(one -> store(
                            handle,
                            one,
                            locked(handle, one, now()).minus(one.rate().refill())));
            return true;
        });
    }

    /**
     * The same within a transaction of somebody else's.
     *
     * @return how long to wait; zero if all were made
     */
    Duration take(Handle handle, Try... tries) {
        Instant now = now();
        List<Try> all = ordered(tries);
        List<Instant> free = all.stream()
                .map(one -> locked(handle, one, now).plus(one.rate().refill()))
                .toList();
        Duration wait = Duration.ZERO;
        for (int index = 0; index < all.size(); index++) {
            Duration excess = Duration.between(now.plus(burst(all.get(index).rate())), free.get(index));
            wait = excess.compareTo(wait) > 0 ? excess : wait;
        }
        if (wait.isZero()) {
            for (int index = 0; index < all.size(); index++) {
                store(handle, all.get(index), free.get(index));
            }
        }
        return wait;
    }

    /** Forgets what would be no more in the way. */
    void sweep(Handle handle) {
        handle.createUpdate("delete from server.throttle where free_at < :now")
                .bind("now", Times.of(now()))
                .execute();
    }

    /** In one order, so that two transactions never wait for each other. */
    private static List<Try> ordered(Try... tries) {
        return Arrays.stream(tries).sorted(Comparator.comparing(Try::digest)).toList();
    }

    /** When all tries so far are forgotten, not before now; the row is locked from here on. */
    private static Instant locked(Handle handle, Try one, Instant now) {
        String digest = one.digest();
        handle.createUpdate(
                        "insert into server.throttle (digest, free_at) values (:digest, :now) on conflict do nothing")
                .bind("digest", digest)
                .bind("now", Times.of(now))
                .execute();
        Instant free = handle.createQuery("select free_at from server.throttle where digest = :digest for update")
                .bind("digest", digest)
                .map((row, context) -> Times.at(row, "free_at"))
                .one();
        Instant latest = now.plus(burst(one.rate()));
        Instant bounded = free.isAfter(latest) ? latest : free;
        return bounded.isBefore(now) ? now : bounded;
    }

    private static void store(Handle handle, Try one, Instant free) {
        handle.createUpdate("update server.throttle set free_at = :free where digest = :digest")
                .bind("free", Times.of(free))
                .bind("digest", one.digest())
                .execute();
    }

    private static Duration burst(Rate rate) {
        return rate.refill().multipliedBy(rate.burst());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
