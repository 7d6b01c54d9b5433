package org.migrationhub.server.account;

import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Keeps what somebody sent until it is done: a form whose session had ended, while they are on their way to an identity provider
 * and back, since a browser that goes elsewhere brings no form along; and a file that was tried. There is a bound on each, on all
 * together, and on the time. Thread-safe.
 */
public final class Waiting {

    /** For how long something is kept. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    /** How many characters a form may have: all texts of an item in six languages. Anybody can have one kept. */
    public static final int FORM = 2_000_000;

    /** How many characters a file may have of somebody who is known. */
    public static final int FILE = 16_000_000;

    /** How many all may have together. */
    static final long TOGETHER = 64_000_000;

    private final Parts parts;

    Waiting(Parts parts) {
        this.parts = parts;
    }

    /**
     * Keeps something.
     *
     * @param form as whoever asks for it later reads it
     * @param most how many characters it may have
     * @return what the browser has to show for it; empty if it is too long, or too much is kept already
     */
    public Optional<String> keep(String form, int most) {
        if (form.length() > most) {
            return Optional.empty();
        }
        String secret = Secrets.next();
        boolean kept = parts.tables().write(handle -> {
            sweep(handle);
            return together(handle) + form.length() <= TOGETHER && insert(handle, secret, form);
        });
        return kept ? Optional.of(secret) : Optional.empty();
    }

    /** What is kept for whoever shows this; empty if nothing is, or no more. */
    public Optional<String> find(String secret) {
        return parts.tables()
                .read(handle -> handle.createQuery(
                                "select form from server.waiting where digest = :digest and expires_at > :now")
                        .bind("digest", Secrets.digest(secret))
                        .bind("now", Times.of(parts.now()))
                        .mapTo(String.class)
                        .findOne());
    }

    void sweep(Handle handle) {
        handle.createUpdate("delete from server.waiting where expires_at < :now")
                .bind("now", Times.of(parts.now()))
                .execute();
    }

    private static long together(Handle handle) {
        return handle.createQuery("select coalesce(sum(length), 0) from server.waiting")
                .mapTo(Long.class)
                .one();
    }

    private boolean insert(Handle handle, String secret, String form) {
        return handle.createUpdate("insert into server.waiting (digest, form, length, expires_at)"
                                + " values (:digest, :form, :length, :until)")
                        .bind("digest", Secrets.digest(secret))
                        .bind("form", form)
                        .bind("length", form.length())
                        .bind("until", Times.of(parts.now().plus(LIFE)))
                        .execute()
                == 1;
    }
}
