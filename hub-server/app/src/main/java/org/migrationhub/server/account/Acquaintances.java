package org.migrationhub.server.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.StaleVersionException;

/**
 * People whom somebody has named, by the name and address that they wrote. Each of them becomes a person of their own, whether
 * the Hub knows somebody with this address or not: else whoever types addresses would find out who is known here. The rules of
 * review find them by name and address all the same. Thread-safe.
 */
public final class Acquaintances {

    /** How many newcomers one account may register by naming them: a hundred in an hour. */
    private static final Rate NAMING = new Rate("naming", 100, Duration.ofSeconds(36));

    private final Parts parts;

    Acquaintances(Parts parts) {
        this.parts = parts;
    }

    /**
     * Somebody as somebody else calls them.
     *
     * @param person who it is
     * @param name as it was written
     * @param address as it was written
     */
    public record Called(PersonId person, String name, String address) {

        /** Name and address in one line. */
        public String text() {
            return Acquaintances.text(name, address);
        }
    }

    /** Whom somebody has named by this address before; empty if nobody. */
    public Optional<PersonId> find(PersonId owner, EmailAddress email) {
        return parts.tables().read(handle -> find(handle, owner, email)).filter(this::isRegistered);
    }

    /**
     * Counts a newcomer whom somebody is about to name.
     *
     * @throws TooManyTriesException if they have named too many
     */
    public void takeNewcomer(PersonId by) {
        parts.throttle().take(NAMING.by(by.value()));
    }

    /**
     * Whom somebody names by this name and address. Of several who are named so at once all become the same person: the first
     * reserves an id, and whoever finds it and nobody registered under it registers them.
     *
     * @param register registers under an id whom they haven't named before
     * @throws org.migrationhub.core.error.RefusedException if nobody can be called so; nothing is kept of it
     */
    public PersonId named(PersonId owner, String name, EmailAddress email, Consumer<PersonId> register) {
        parts.people().rehearse(name, email);
        PersonId person = parts.tables()
                .write(handle ->
                        reserved(handle, owner, new Called(parts.people().nextId(), name, email.text()), email));
        if (!isRegistered(person)) {
            try {
                register.accept(person);
            } catch (StaleVersionException e) {
                // registered in the same moment
            }
        }
        return person;
    }

    private boolean isRegistered(PersonId person) {
        return parts.people().find(person).isPresent();
    }

    private static PersonId reserved(Handle handle, PersonId owner, Called called, EmailAddress email) {
        handle.createUpdate("insert into server.acquaintance (owner, email, person, name, address)"
                        + " values (:owner, :email, :person, :name, :address) on conflict do nothing")
                .bind("owner", owner.value())
                .bind("email", email.key())
                .bind("person", called.person().value())
                .bind("name", called.name())
                .bind("address", called.address())
                .execute();
        return find(handle, owner, email).orElseThrow();
    }

    /** Whom somebody has named, and how they call them. */
    public List<Called> of(PersonId owner) {
        return parts.tables()
                .read(handle -> handle.createQuery("select person, name, address from server.acquaintance"
                                + " where owner = :owner order by email")
                        .bind("owner", owner.value())
                        .map((row, context) -> called(row))
                        .list());
    }

    /** What somebody calls a person: name and address as they wrote them; empty if they haven't. */
    public Optional<String> called(PersonId owner, PersonId person) {
        return parts.tables()
                .read(handle -> handle.createQuery("select person, name, address from server.acquaintance"
                                + " where owner = :owner and person = :person")
                        .bind("owner", owner.value())
                        .bind("person", person.value())
                        .map((row, context) -> called(row).text())
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

    /** Forgets that a person was called by an address. */
    public void forget(EmailAddress email, PersonId person) {
        parts.tables()
                .write(handle -> handle.createUpdate(
                                "delete from server.acquaintance where email = :email and person = :person")
                        .bind("email", email.key())
                        .bind("person", person.value())
                        .execute());
    }

    /** Forgets what somebody called others, and what others called them. */
    static void forget(Handle handle, PersonId person) {
        handle.createUpdate("delete from server.acquaintance where owner = :person or person = :person")
                .bind("person", person.value())
                .execute();
    }

    private static Called called(ResultSet row) throws SQLException {
        return new Called(new PersonId(row.getString("person")), row.getString("name"), row.getString("address"));
    }

    private static Optional<PersonId> find(Handle handle, PersonId owner, EmailAddress email) {
        return handle.createQuery("select person from server.acquaintance where owner = :owner and email = :email")
                .bind("owner", owner.value())
                .bind("email", email.key())
                .map((row, context) -> new PersonId(row.getString("person")))
                .findOne();
    }
}
