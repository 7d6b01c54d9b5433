package org.migrationhub.server.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.AccessTable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.server.account.OneTimeSecrets.Purpose;

/** What somebody can do about the data of their own. Thread-safe. */
public final class OwnData {

    private final Parts parts;

    OwnData(Parts parts) {
        this.parts = parts;
    }

    /**
     * That somebody asks for their data to be erased.
     *
     * @param person who
     * @param at since when
     */
    public record ErasureRequest(PersonId person, Instant at) {}

    /**
     * By what somebody is known to an identity provider.
     *
     * @param issuer the provider
     * @param subject the id there
     * @param since when it was linked
     */
    public record Identity(String issuer, String subject, Instant since) {}

    /**
     * What was asked for with an address and waits until its holder says so: a registration, an invitation, another password or
     * address.
     *
     * @param purpose what for, as a code
     * @param email the address to which the letter went
     * @param name of somebody who registers; empty otherwise
     * @param until when the letter is good
     */
    public record Pending(String purpose, String email, String name, Instant until) {}

    /**
     * What is kept beside the records because somebody was here, and goes by itself.
     *
     * @param kind a browser that is remembered ({@code browser}), a file that was uploaded ({@code file}), a request whose answer is kept for a repeat ({@code request}), a
     *     form that waits for a login ({@code form}), the id that a key of an import stands for ({@code import-key}), or the one
     *     that was reserved for somebody new ({@code reserved-id})
     * @param id of what was imported; null for all else
     * @param since when; null where only the end is kept
     * @param until when; null where it is a time after the beginning, or there is no end
     */
    public record Trace(
            String kind,
            @Nullable String id,
            @Nullable Instant since,
            @Nullable Instant until) {}

    private static final String TRACES = """
            select 'browser' as kind, cast(null as varchar(64)) as id, cast(null as timestamp(6) with time zone) as begun,
                d.expires_at as ends
              from server.device d join server.account a on a.id = d.account where a.person = :person
            union all select 'request', null, begun_at, null from server.idempotency where person = :person
            union all select 'form', null, null, expires_at from server.waiting where person = :person
            union all select 'import-key', id, null, null from server.import_key where owner = :person or id = :person
            union all select 'reserved-id', null, reserved_at, null from server.newcomer where person = :person
            union all select 'file', null, uploaded_at, null from server.upload where person = :person
            order by kind, begun, ends, id""";

    /** Asks for one's data to be erased; asking again changes nothing. */
    public ErasureRequest askErasure(PersonId person) {
        Instant now = parts.now();
        parts.tables()
                .write(handle -> handle.createUpdate("insert into server.erasure_request (person, asked_at)"
                                + " values (:person, :now) on conflict do nothing")
                        .bind("person", person.value())
                        .bind("now", Times.of(now))
                        .execute());
        return requestOf(person).orElse(new ErasureRequest(person, now));
    }

    /** Takes the request back. */
    public void keep(PersonId person) {
        parts.tables()
                .write(handle -> handle.createUpdate("delete from server.erasure_request where person = :person")
                        .bind("person", person.value())
                        .execute());
    }

    /** What one has asked for. */
    public Optional<ErasureRequest> requestOf(PersonId person) {
        return parts.tables()
                .read(handle -> handle.createQuery("select * from server.erasure_request where person = :person")
                        .bind("person", person.value())
                        .map((row, context) -> new ErasureRequest(person, Times.at(row, "asked_at")))
                        .findOne());
    }

    /**
     * All requests, the oldest first.
     *
     * @throws ForbiddenException if these aren't the actor's to see
     */
    public List<ErasureRequest> requests(Actor actor) {
        if (!AccessTable.standard().permits(actor, Right.KEEP_PEOPLE)) {
            throw new ForbiddenException(Right.KEEP_PEOPLE.code(), "Your role doesn't allow it.");
        }
        return parts.tables()
                .read(handle -> handle.createQuery("select * from server.erasure_request order by asked_at, person")
                        .map((row, context) ->
                                new ErasureRequest(new PersonId(row.getString("person")), Times.at(row, "asked_at")))
                        .list());
    }

    /** By what the holder of an account is known elsewhere. */
    public List<Identity> identities(Account account) {
        return parts.tables()
                .read(handle -> handle.createQuery(
                                "select * from server.identity where account = :account order by linked_at, issuer")
                        .bind("account", account.id())
                        .map((row, context) -> new Identity(
                                row.getString("issuer"), row.getString("subject"), Times.at(row, "linked_at")))
                        .list());
    }

    /** What was asked for in somebody's name and waits for a letter to be answered; what ends first comes first. */
    public List<Pending> pending(PersonId person) {
        return parts.tables()
                .read(handle -> handle.createQuery("select purpose, email, name, expires_at from server.one_time_secret"
                                + " where person = :person order by expires_at, digest")
                        .bind("person", person.value())
                        .map((row, context) -> new Pending(
                                told(row.getString("purpose")),
                                row.getString("email"),
                                row.getString("name"),
                                Times.at(row, "expires_at")))
                        .list());
    }

    /** An address that somebody else has looks as one that nobody has: or one could learn of it who has an account. */
    private static String told(String purpose) {
        return purpose.equals(Purpose.NOTHING.code()) ? Purpose.ADDRESS.code() : purpose;
    }

    /** What is kept beside the records, by kind. */
    public List<Trace> traces(PersonId person) {
        return parts.tables()
                .read(handle -> handle.createQuery(TRACES)
                        .bind("person", person.value())
                        .map((row, context) -> new Trace(
                                row.getString("kind"),
                                row.getString("id"),
                                Times.find(row, "begun"),
                                Times.find(row, "ends")))
                        .list());
    }
}
