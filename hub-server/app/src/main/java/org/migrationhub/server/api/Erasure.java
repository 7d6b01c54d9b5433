package org.migrationhub.server.api;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.migrationhub.core.Hub;
import org.migrationhub.core.PeopleDesk;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.people.Person;
import org.migrationhub.server.account.Accounts;
import org.migrationhub.server.account.Acquaintances;
import org.migrationhub.server.account.EmailAddress;
import org.migrationhub.server.imports.ImportKeys;

/** Erases what identifies somebody, wherever this server keeps it, for whoever asks. Not thread-safe. */
final class Erasure {

    private final Services services;
    private final Actor actor;
    private final Accounts accounts;

    /**
     * For a request.
     *
     * @param actor who asks
     * @param accounts of this server, or a rehearsal of them
     */
    Erasure(Services services, Actor actor, Accounts accounts) {
        this.services = services;
        this.actor = actor;
        this.accounts = accounts;
    }

    /**
     * Erases a person. What others have registered under the same address goes, too. Right and version are looked at before
     * anything is done, and the person's record comes last of the records: an erasure that was cut off is brought to its end by
     * asking for it again.
     *
     * @param desk at a hub, bound to the version of the person's record that whoever asks has seen
     */
    void of(PersonId person, Function<Hub, PeopleDesk> desk) {
        PeopleDesk people = desk.apply(services.hub());
        if (services.hub().as(actor).may(Right.ERASE_PERSON)
                && people.person(person).value().erased()) {
            forget(person); // what was left when it was cut off; that there is nobody any more is told all the same
        }
        desk.apply(services.rehearsing().hub()).erase(person);
        addresses(people.person(person).value()).forEach(email -> eraseNamed(person, email));
        people.erase(person);
        forget(person);
    }

    /** Under which somebody may have been named: the record of whoever has an account may tell another one by now. */
    private Set<EmailAddress> addresses(Person person) {
        Set<EmailAddress> known = new LinkedHashSet<>();
        EmailAddress.find(person.profile().email()).ifPresent(known::add);
        accounts.address(person.id()).ifPresent(known::add);
        return known;
    }

    private void eraseNamed(PersonId person, EmailAddress email) {
        Acquaintances named = accounts.acquaintances();
        named.withAddress(email).stream().filter(other -> !other.equals(person)).forEach(other -> {
            if (isNobodyElse(other, email)) {
                eraseOther(other);
            } else {
                named.forget(email, other);
            }
        });
    }

    /** Whether somebody is known by this address alone: a mistyped one may have been corrected to that of another human being. */
    private boolean isNobodyElse(PersonId other, EmailAddress email) {
        return !accounts.has(other)
                && other(other)
                        .filter(one ->
                                one.erased() || email.isSame(one.profile().email()))
                        .isPresent();
    }

    private void eraseOther(PersonId other) {
        if (other(other).filter(one -> !one.erased()).isPresent()) {
            others().erase(other);
        }
        forget(other);
    }

    private Optional<Person> other(PersonId id) {
        try {
            return Optional.of(others().person(id).value());
        } catch (NotFoundException e) {
            return Optional.empty(); // whoever named them was cut off before they were registered
        }
    }

    /** Those whose versions nobody has told. */
    private PeopleDesk others() {
        return services.hub().as(actor).people();
    }

    /** What is left of somebody beside their record. */
    private void forget(PersonId person) {
        new ImportKeys(services.tables()).forget(person.value());
        services.repeats().forget(person);
        accounts.erased(person);
    }
}
