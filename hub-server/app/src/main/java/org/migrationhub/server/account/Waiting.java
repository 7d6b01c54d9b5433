package org.migrationhub.server.account;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;

/**
 * Keeps what somebody sent until it is done: a form whose session had ended, while they are on their way to an identity provider
 * and back, since a browser that goes elsewhere brings no form along; and a file that was tried. There is a bound on each, on all
 * from one place, on all of one kind, and on the time. What one person has opened nobody else can, though they show the same
 * secret: a browser may be shared. Thread-safe.
 */
public final class Waiting {

    /** For how long something is kept. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    /** What is kept, each kind within bounds of its own: anybody can have a form kept, and mustn't keep files out by it. */
    public enum Kind {
        /** A form: all texts of an item in six languages. */
        FORM(2_000_000, 8_000_000, 64_000_000),

        /** A file of somebody who is known. */
        FILE(16_000_000, 48_000_000, 128_000_000);

        private final int longest;
        private final long fromOnePlace;
        private final long together;

        Kind(int longest, long fromOnePlace, long together) {
            this.longest = longest;
            this.fromOnePlace = fromOnePlace;
            this.together = together;
        }

        /** How many characters one may have. */
        int longest() {
            return longest;
        }

        /** How many characters all from one place may have together. */
        long fromOnePlace() {
            return fromOnePlace;
        }

        /** How many characters all may have together. */
        long together() {
            return together;
        }

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Parts parts;

    Waiting(Parts parts) {
        this.parts = parts;
    }

    /**
     * Keeps something.
     *
     * @param source from where it comes: a network, or somebody
     * @param person whose alone it is; null for whoever opens it first
     * @param text as whoever opens it later reads it
     * @return what the browser has to show for it; empty if it is too long, or too much is kept already
     */
    public Optional<String> keep(Kind kind, String source, @Nullable PersonId person, String text) {
        if (text.length() > kind.longest()) {
            return Optional.empty();
        }
        String secret = Secrets.next();
        String place = Secrets.digest(source);
        boolean kept = parts.tables().write(handle -> {
            sweep(handle);
            return hasRoom(handle, kind, place, text.length()) && insert(handle, kind, place, person, secret, text);
        });
        return kept ? Optional.of(secret) : Optional.empty();
    }

    /** What is kept under a secret, and this person's alone from now on; empty if nothing is, or no more, or it is another's. */
    public Optional<String> open(String secret, PersonId person) {
        return parts.tables().write(handle -> {
            String digest = Secrets.digest(secret);
            handle.createUpdate("update server.waiting set person = :person where digest = :digest and person is null")
                    .bind("person", person.value())
                    .bind("digest", digest)
                    .execute();
            return handle.createQuery("select form from server.waiting"
                            + " where digest = :digest and person = :person and expires_at > :now")
                    .bind("digest", digest)
                    .bind("person", person.value())
                    .bind("now", Times.of(parts.now()))
                    .mapTo(String.class)
                    .findOne();
        });
    }

    /** Keeps something no longer: it is done, or whoever sent it has left. */
    public void drop(String secret) {
        parts.tables()
                .write(handle -> handle.createUpdate("delete from server.waiting where digest = :digest")
                        .bind("digest", Secrets.digest(secret))
                        .execute());
    }

    /** Forgets what somebody sent, and all files: any of them may say something of them. */
    static void forget(Handle handle, PersonId person) {
        handle.createUpdate("delete from server.waiting where person = :person or kind = :file")
                .bind("person", person.value())
                .bind("file", Kind.FILE.code())
                .execute();
    }

    void sweep(Handle handle) {
        handle.createUpdate("delete from server.waiting where expires_at < :now")
                .bind("now", Times.of(parts.now()))
                .execute();
    }

    private static boolean hasRoom(Handle handle, Kind kind, String place, int more) {
        return handle.createQuery("select coalesce(sum(length), 0) as together,"
                        + " coalesce(sum(case when source = :place then length else 0 end), 0) as here"
                        + " from server.waiting where kind = :kind")
                .bind("kind", kind.code())
                .bind("place", place)
                .map((row, context) -> row.getLong("together") + more <= kind.together()
                        && row.getLong("here") + more <= kind.fromOnePlace())
                .one();
    }

    private boolean insert(
            Handle handle, Kind kind, String place, @Nullable PersonId person, String secret, String text) {
        return handle.createUpdate("insert into server.waiting (digest, kind, source, person, form, length, expires_at)"
                                + " values (:digest, :kind, :place, :person, :form, :length, :until)")
                        .bind("digest", Secrets.digest(secret))
                        .bind("kind", kind.code())
                        .bind("place", place)
                        .bind("person", person == null ? null : person.value())
                        .bind("form", text)
                        .bind("length", text.length())
                        .bind("until", Times.of(parts.now().plus(LIFE)))
                        .execute()
                == 1;
    }
}
