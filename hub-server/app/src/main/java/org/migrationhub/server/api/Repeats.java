package org.migrationhub.server.api;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.server.tables.ServerTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets what is asked for under a key happen once, on whichever server it is asked for. Thread-safe.
 *
 * <p>Before anything is created, the key is taken and an id reserved, in one transaction; what is created gets that id. The
 * answer is kept with the key after it. Whoever loses an answer in between and asks again, once the first request is over
 * or has lost its hold, asks under the same id, and finds what is there: a second one can't be created. What was refused
 * gives the key back, since nothing has happened under it.
 *
 * <p>Kept are digests of key and request, salted with the key, who asked, and the answer, for a day; a sweep takes them, and
 * so does an erasure of whoever asked or is named in the answer: what is about somebody names them by their id, too.
 */
final class Repeats {

    private static final Logger LOG = LoggerFactory.getLogger(Repeats.class);

    /** For how long an answer is kept. */
    private static final Duration KEPT = Duration.ofDays(1);

    /** After which time whoever holds a key has lost it: longer than any request takes that still comes to an end. */
    private static final Duration HOLD = Duration.ofSeconds(60);

    private static final String UNIQUE_VIOLATION = "23505";

    private final ServerTables tables;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /**
     * Keys in these tables.
     *
     * @param ids makes ids that nothing has yet
     */
    Repeats(ServerTables tables, InstantSource clock, Supplier<String> ids) {
        this.tables = tables;
        this.clock = clock;
        this.ids = ids;
    }

    /** Makes an answer, or throws. */
    interface Maker {
        Answer under(Reservation reservation);
    }

    /**
     * The answer to a request: the kept one, or else what the maker answers.
     *
     * @throws ProblemException if something else was asked for under the key, or the first request isn't answered yet
     */
    Answer once(RequestKey key, Maker maker) {
        String holder = UUID.randomUUID().toString();
        Taken taken = take(key, holder);
        if (taken.answer() != null) {
            return taken.answer();
        }
        return made(key, holder, taken.reservation(), maker);
    }

    /** Forgets what was asked for more than a day ago. */
    void sweep() {
        tables.write(handle -> {
            sweep(handle);
            return true;
        });
    }

    /** Forgets what a person whose data is erased has asked for, and what others were answered about them. */
    void forget(PersonId person) {
        tables.write(handle -> handle.createUpdate(
                        "delete from server.idempotency where person = :person or position(:person in body) > 0")
                .bind("person", person.value())
                .execute());
    }

    private void sweep(Handle handle) {
        handle.createUpdate("delete from server.idempotency where begun_at < :before")
                .bind("before", clock.instant().minus(KEPT))
                .execute();
    }

    private Answer made(RequestKey key, String holder, Reservation reservation, Maker maker) {
        try {
            Answer answer = maker.under(reservation);
            keep(key, holder, answer);
            return answer;
        } catch (RuntimeException e) {
            if (Refusal.isOne(e)) {
                letGo(key, holder, "delete from server.idempotency where slot = :slot and holder = :holder");
            } else { // it may have happened: whoever asks next shall look, under the same id
                letGo(key, holder, "update server.idempotency set holder = '' where slot = :slot and holder = :holder");
            }
            throw e;
        }
    }

    /** What taking a key has led to. */
    private record Taken(Reservation reservation, @Nullable Answer answer) {}

    private Taken take(RequestKey key, String holder) {
        while (true) {
            try {
                return tables.write(handle -> take(handle, key, holder));
            } catch (JdbiException e) {
                if (!(e.getCause() instanceof SQLException cause) || !UNIQUE_VIOLATION.equals(cause.getSQLState())) {
                    throw e;
                }
                // somebody else took it in the same moment: look again
            }
        }
    }

    private Taken take(Handle handle, RequestKey key, String holder) {
        Instant now = clock.instant();
        sweep(handle);
        Optional<Row> found = row(handle, key);
        if (found.isEmpty()) {
            Row row = new Row(key.fingerprint(), ids.get(), holder, now, null);
            insert(handle, key, row);
            return new Taken(new Reservation(row.reserved(), false), null);
        }
        Row row = found.get();
        if (!row.fingerprint().equals(key.fingerprint())) {
            throw Problem.KEY_REUSED.plain("Give each thing that is to happen once a key of its own.");
        }
        Reservation again = new Reservation(row.reserved(), true);
        if (row.answer() != null) {
            return new Taken(again, row.answer());
        }
        boolean held = !row.holder().isEmpty() && now.isBefore(row.heldAt().plus(HOLD));
        if (held || !takeOver(handle, key, row, holder, now)) {
            throw Problem.KEY_IN_USE.plain("Ask again in a moment.").with("Retry-After", "1");
        }
        return new Taken(again, null);
    }

    /**
     * A key that was taken.
     *
     * @param answer null while there is none
     */
    private record Row(
            String fingerprint,
            String reserved,
            String holder,
            Instant heldAt,
            @Nullable Answer answer) {}

    private static Optional<Row> row(Handle handle, RequestKey key) {
        return handle.createQuery("select * from server.idempotency where slot = :slot")
                .bind("slot", key.slot())
                .map((row, context) -> new Row(
                        row.getString("fingerprint"),
                        row.getString("reserved"),
                        row.getString("holder"),
                        row.getTimestamp("held_at").toInstant(),
                        row.getInt("status") == 0
                                ? null
                                : answer(
                                        row.getInt("status"),
                                        row.getString("location"),
                                        row.getString("tag"),
                                        row.getString("body"))))
                .findOne();
    }

    private static Answer answer(int status, String location, String tag, String body) {
        Answer answer = Answer.of(status, Answer.JSON, body.getBytes(StandardCharsets.UTF_8));
        answer = location.isEmpty() ? answer : answer.with("Location", location);
        return tag.isEmpty() ? answer : answer.with("ETag", tag);
    }

    private static void insert(Handle handle, RequestKey key, Row row) {
        handle.createUpdate("""
                        insert into server.idempotency
                          (slot, person, fingerprint, reserved, holder, held_at, begun_at, status, location, tag, body)
                        values (:slot, :person, :fingerprint, :reserved, :holder, :now, :now, 0, '', '', '')
                        """)
                .bind("slot", key.slot())
                .bind("person", key.person().value())
                .bind("fingerprint", row.fingerprint())
                .bind("reserved", row.reserved())
                .bind("holder", row.holder())
                .bind("now", row.heldAt())
                .execute();
    }

    private static boolean takeOver(Handle handle, RequestKey key, Row row, String holder, Instant now) {
        int taken = handle.createUpdate("""
                        update server.idempotency set holder = :holder, held_at = :now
                        where slot = :slot and holder = :before and status = 0
                        """)
                .bind("holder", holder)
                .bind("now", now)
                .bind("slot", key.slot())
                .bind("before", row.holder())
                .execute();
        return taken == 1;
    }

    /** What was created is there, whether its answer can be kept or not: it is told all the same. */
    private void keep(RequestKey key, String holder, Answer answer) {
        Map<String, String> headers = answer.headers();
        try {
            tables.write(handle -> handle.createUpdate("""
                            update server.idempotency set status = :status, location = :location, tag = :tag, body = :body
                            where slot = :slot and holder = :holder
                            """)
                    .bind("status", answer.status())
                    .bind("location", headers.getOrDefault("Location", ""))
                    .bind("tag", headers.getOrDefault("ETag", ""))
                    .bind("body", new String(answer.bytes(), StandardCharsets.UTF_8))
                    .bind("slot", key.slot())
                    .bind("holder", holder)
                    .execute());
        } catch (RuntimeException e) {
            LOG.warn("The answer to a creation couldn't be kept for a repeat, which will find what was created", e);
        }
    }

    private void letGo(RequestKey key, String holder, String statement) {
        try {
            tables.write(handle -> handle.createUpdate(statement)
                    .bind("slot", key.slot())
                    .bind("holder", holder)
                    .execute());
        } catch (RuntimeException e) {
            LOG.warn("An idempotency key couldn't be let go of; a repeat can take it in a minute", e);
        }
    }
}
