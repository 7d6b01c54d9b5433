package org.migrationhub.server.account;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.migrationhub.core.content.PersonId;

/**
 * People whom somebody has named, by the name and address that they wrote. Each of them becomes a person of their own, whether
 * the Hub knows somebody with this address or not: else whoever types addresses would find out who is known here. The rules of
 * review find them by name and address all the same. Thread-safe.
 */
public final class Acquaintances {

    private final Parts parts;

    Acquaintances(Parts parts) {
        this.parts = parts;
    }

    /** Whom somebody has named by this address before; empty if nobody. */
    public Optional<PersonId> find(PersonId owner, EmailAddress email) {
        return parts.tables().read(handle -> find(handle, owner, email));
    }

    /**
     * Whom somebody names by this name and address.
     *
     * @param register registers whom they haven't named before
     */
    public PersonId named(PersonId owner, String name, EmailAddress email, Supplier<PersonId> register) {
        return find(owner, email).orElseGet(() -> {
            PersonId newcomer = register.get();
            return parts.tables().write(handle -> {
                handle.createUpdate("insert into server.acquaintance (owner, email, person, name, address)"
                                + " values (:owner, :email, :person, :name, :address) on conflict do nothing")
                        .bind("owner", owner.value())
                        .bind("email", email.key())
                        .bind("person", newcomer.value())
                        .bind("name", name)
                        .bind("address", email.text())
                        .execute();
                return find(handle, owner, email).orElse(newcomer);
            });
        });
    }

    /** What somebody calls a person: name and address as they wrote them; empty if they haven't. */
    public Optional<String> called(PersonId owner, PersonId person) {
        return parts.tables()
                .read(handle -> handle.createQuery("select name, address from server.acquaintance"
                                + " where owner = :owner and person = :person")
                        .bind("owner", owner.value())
                        .bind("person", person.value())
                        .map((row, context) -> text(row.getString("name"), row.getString("address")))
                        .findFirst());
    }

    /** Name and address in one line. */
    public static String text(String name, String address) {
        return name + " <" + address + ">";
    }

    /** Whom anybody has named by an address: when the data of whoever has it is erased, theirs is to go, too. */
    public List<PersonId> withAddress(EmailAddress email) {
        return parts.tables()
                .read(handle -> handle.createQuery(
                                "select distinct person from server.acquaintance where email = :email")
                        .bind("email", email.key())
                        .map((row, context) -> new PersonId(row.getString("person")))
                        .list());
    }

    /** Forgets what somebody called others, and what others called them. */
    static void forget(Handle handle, PersonId person) {
        handle.createUpdate("delete from server.acquaintance where owner = :person or person = :person")
                .bind("person", person.value())
                .execute();
    }

    private static Optional<PersonId> find(Handle handle, PersonId owner, EmailAddress email) {
        return handle.createQuery("select person from server.acquaintance where owner = :owner and email = :email")
                .bind("owner", owner.value())
                .bind("email", email.key())
                .map((row, context) -> new PersonId(row.getString("person")))
                .findOne();
    }
}
