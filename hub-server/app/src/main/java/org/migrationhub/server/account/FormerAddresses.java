package org.migrationhub.server.account;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.account.AccountLetter.Kind;

/**
 * The addresses that people's records had before they got others, until these are told: whoever may keep records could
 * otherwise take somebody's place by an address of their own, and nobody would know. Each is noted before the record is
 * changed, and told and forgotten in one transaction after it. Should a server be killed in between, the next sweep tells it.
 * Thread-safe.
 */
final class FormerAddresses {

    /** After which time a record that still has the address isn't about to get another: longer than any request takes. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Parts parts;

    FormerAddresses(Parts parts) {
        this.parts = parts;
    }

    /** Notes the addresses that records are about to lose, but for what is none that could be written to. */
    void note(Map<PersonId, String> addresses) {
        parts.tables().write(handle -> {
            addresses.forEach(
                    (person, address) -> EmailAddress.find(address).ifPresent(email -> note(handle, person, email)));
            return true;
        });
    }

    private void note(Handle handle, PersonId person, EmailAddress address) {
        handle.createUpdate("insert into server.former_address (person, address, noted_at)"
                        + " values (:person, :address, :now) on conflict do nothing")
                .bind("person", person.value())
                .bind("address", address.text())
                .bind("now", Times.of(parts.now()))
                .execute();
    }

    /** Tells those of a person that their record hasn't any more, each once whoever else does so. */
    void tell(PersonId person) {
        String present = parts.people()
                .find(person)
                .map(Person::profile)
                .map(profile -> profile.email())
                .orElse("");
        parts.tables().write(handle -> {
            of(handle, person).stream()
                    .filter(address -> !address.isSame(present))
                    .filter(address -> forget(handle, person, address))
                    .forEach(address -> tell(handle, person, address));
            return true;
        });
    }

    /** Tells what nobody has told, and forgets what no record has lost. */
    void sweep() {
        List<String> people = parts.tables()
                .read(handle -> handle.createQuery("select distinct person from server.former_address")
                        .mapTo(String.class)
                        .list());
        people.forEach(person -> tell(new PersonId(person)));
        parts.tables()
                .write(handle -> handle.createUpdate("delete from server.former_address where noted_at < :before")
                        .bind("before", Times.of(parts.now().minus(PATIENCE)))
                        .execute());
    }

    /** Nobody is told anything of somebody whose data is erased. */
    static void forget(Handle handle, PersonId person) {
        handle.createUpdate("delete from server.former_address where person = :person")
                .bind("person", person.value())
                .execute();
    }

    private void tell(Handle handle, PersonId person, EmailAddress address) {
        Language language = AccountTable.byPerson(handle, person)
                .map(row -> row.account().language())
                .filter(said -> !said.equals(Account.UNSAID))
                .orElse(Language.EN);
        parts.letters()
                .send(
                        handle,
                        Letters.ABOUT_RECORDS,
                        Kind.ADDRESS_REPLACED,
                        address,
                        person,
                        language,
                        parts.links().home(language));
    }

    private static List<EmailAddress> of(Handle handle, PersonId person) {
        return handle
                .createQuery("select address from server.former_address where person = :person")
                .bind("person", person.value())
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(text -> EmailAddress.find(text).stream())
                .toList();
    }

    private static boolean forget(Handle handle, PersonId person, EmailAddress address) {
        return handle.createUpdate("delete from server.former_address where person = :person and address = :address")
                        .bind("person", person.value())
                        .bind("address", address.text())
                        .execute()
                == 1;
    }
}
