package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.Affiliations;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.storage.Stored;

/** Persons and organisations are read exactly as they were committed. */
abstract class PeopleRules extends StorageRules {

    @Test
    void personsOfAllKindsAreReadBack() {
        Population population = new Population(201);
        for (String id : population.ids(60)) {
            Person person = population.person(id);
            ChainHead head = commit(Commits.first(person));
            assertThat(storage().person(person.id())).contains(new Stored<>(person, head));
        }
    }

    @Test
    void organisationsOfAllKindsAreReadBack() {
        Population population = new Population(202);
        for (String id : population.ids(60)) {
            Organisation organisation = population.organisation(id, "nowhere-to-be-found");
            ChainHead head = commit(Commits.first(organisation));
            assertThat(storage().organisation(organisation.id())).contains(new Stored<>(organisation, head));
        }
    }

    @Test
    void oddNamesAreReadBack() {
        for (String line : OddTexts.LINES) {
            PersonId id = new PersonId("odd-" + OddTexts.LINES.indexOf(line));
            Person person = new Person(id, new Profile(line, line));
            commit(Commits.first(person));
            assertThat(storage().person(id).map(Stored::value)).contains(person);
        }
    }

    @Test
    void affiliationsAreKeptInTheirOrderAndToTheMicrosecond() {
        Affiliations affiliations = Affiliations.NONE
                .with(affiliation("b", "2026-10-25T00:59:59.999999Z", null))
                .with(affiliation("a", "1899-12-31T23:59:59.999999Z", "1970-01-01T00:00:00Z"))
                .with(affiliation("b", "1969-12-31T23:59:59.000001Z", "2999-01-01T00:00:00.000001Z"))
                .with(affiliation("b", "2026-10-25T00:59:59.999999Z", null));
        Person person = Samples.person("traveller", null).with(affiliations);
        commit(Commits.first(person));

        assertThat(storage().person(person.id()).map(Stored::value)).contains(person);
    }

    @Test
    void everyChangeOfAPersonIsReadBack() {
        Person person = Samples.person("changing", null);
        ChainHead head = commit(Commits.first(person));
        Affiliation affiliation = affiliation("body", "2026-01-01T00:00:00Z", null);
        Instant at = Samples.NOW;

        person = person.with(person.affiliations().changedTo(affiliation));
        head = change(person, head, at, new PersonEvent.AffiliationRecorded(affiliation, false));
        RosterEntry entry = RosterEntry.in(RandomItems.LANGUAGES.get(0)).withCapacity(3);
        person = person.onRoster(entry);
        head = change(person, head, at.plusSeconds(1), new PersonEvent.RosterChanged(entry));
        person = person.onRoster(null);
        head = change(person, head, at.plusSeconds(2), new PersonEvent.RosterChanged(null));
        person = person.with(new Profile("Another Name", "another@example.org"));
        head = change(person, head, at.plusSeconds(3), new PersonEvent.ProfileChanged());
        person = person.erase();
        change(person, head, at.plusSeconds(4), new PersonEvent.Erased());

        assertThat(storage().people(PersonQuery.all()))
                .as("erased persons are in no list")
                .isEmpty();
    }

    @Test
    void everyChangeOfAnOrganisationIsReadBack() {
        ChainHead head = commit(Commits.first(Samples.FUND));
        TreeSet<String> aliases = new TreeSet<>(Samples.FUND.aliases());
        aliases.add("Фонд");
        Organisation more = new Organisation(
                Samples.FUND.id(), "Fund, renamed", aliases, Sector.UNDETERMINED, new OrganisationId("wider"));
        ChainHead second = commit(Commits.of(more, head, Samples.NOW));
        assertThat(storage().organisation(more.id())).contains(new Stored<>(more, second));

        ChainHead third = commit(Commits.of(Samples.FUND, second, Samples.NOW));
        assertThat(storage().organisation(more.id())).contains(new Stored<>(Samples.FUND, third));
    }

    private ChainHead change(Person person, ChainHead head, Instant at, PersonEvent event) {
        ChainHead next = commit(Commits.of(person, head, at, event));
        assertThat(storage().person(person.id())).contains(new Stored<>(person, next));
        return next;
    }

    private static Affiliation affiliation(String body, String from, @Nullable String until) {
        return new Affiliation(
                new OrganisationId(body), Sector.UN, Instant.parse(from), until == null ? null : Instant.parse(until));
    }
}
