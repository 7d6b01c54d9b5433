package org.migrationhub.server.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.migrationhub.core.access.AccessTable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.ForbiddenException;

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
}
