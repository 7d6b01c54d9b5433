package org.migrationhub.server.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.migrationhub.core.Hub;
import org.migrationhub.core.PeopleDesk;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.storage.PersonQuery;

/** The persons of the hub, as accounts need them. Thread-safe. */
final class People {

    /** Who stands in the journal where somebody registers by themselves. */
    static final PersonId REGISTRATION = new PersonId("registration");

    private static final int PAGE = 200;

    private final Hub hub;

    People(Hub hub) {
        this.hub = hub;
    }

    /** An id that says nothing about who it is. */
    static PersonId newId() {
        return new PersonId(UUID.randomUUID().toString());
    }

    /** An id that says nothing either but after whom it was given: people who are named are listed in that order. */
    PersonId nextId() {
        return new PersonId(hub.newId());
    }

    /** Registers somebody under an id; nothing if they are. */
    void register(PersonId id, String name, EmailAddress email) {
        try {
            keeping().register(id, new Profile(name, email.text()), null, null);
        } catch (StaleVersionException e) {
            // registered before, by a confirmation that was cut off
        }
    }

    /**
     * Tries to register somebody.
     *
     * @throws org.migrationhub.core.error.RefusedException if nobody can be called so
     */
    void rehearse(String name, EmailAddress email) {
        hub.rehearsal().as(Actor.secretariat(REGISTRATION)).people().register(name, email.text());
    }

    /**
     * The persons with this address, whoever is on the roster first: one human being who comes to have an account is the
     * person that the hub knows already, since the rule of review counts persons.
     */
    List<Person> withAddress(EmailAddress email) {
        List<Person> found = new ArrayList<>();
        PersonQuery query = PersonQuery.all().limit(PAGE);
        List<Person> page = keeping().people(query);
        while (!page.isEmpty()) {
            page.stream().filter(person -> has(person, email)).forEach(found::add);
            page = keeping().people(query.after(page.get(page.size() - 1).id()));
        }
        found.sort(
                Comparator.comparing((Person person) -> person.roster() == null).thenComparing(Person::id));
        return found;
    }

    /** The person with this id; empty if there is none, or their data was erased. */
    Optional<Person> find(PersonId id) {
        try {
            return Optional.of(hub.as(Actor.of(id, Role.VISITOR))
                            .people()
                            .person(id)
                            .value())
                    .filter(person -> !person.erased());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /** Writes into the journal what a person is from now on. */
    void recordRoles(Actor actor, PersonId id, Set<Role> roles) {
        hub.as(actor).people().recordRoles(id, roles);
    }

    /** Whether the record of a person has this address. */
    boolean has(PersonId id, EmailAddress email) {
        return find(id).filter(person -> has(person, email)).isPresent();
    }

    /** Corrects the address of somebody who has confirmed another. */
    void setAddress(PersonId id, EmailAddress email) {
        find(id).ifPresent(person -> hub.as(Actor.of(id, Role.VISITOR))
                .people()
                .updateProfile(id, new Profile(person.profile().name(), email.text())));
    }

    private static boolean has(Person person, EmailAddress email) {
        return email.isSame(person.profile().email());
    }

    private PeopleDesk keeping() {
        return hub.as(Actor.secretariat(REGISTRATION)).people();
    }
}
