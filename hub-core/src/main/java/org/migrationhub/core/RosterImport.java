package org.migrationhub.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.Stored;

/** Decides what becomes of reviewers whom somebody imports at one instant. Used once. */
final class RosterImport {

    private final Hub hub;
    private final Actor actor;
    private final Instant at;
    private final Map<String, Integer> addresses = new HashMap<>();

    RosterImport(Hub hub, Actor actor, List<ImportedReviewer> rows, Instant at) {
        this.hub = hub;
        this.actor = actor;
        this.at = at;
        rows.forEach(row -> addresses.merge(address(row), 1, Integer::sum));
    }

    Planned plan(ImportedReviewer row) {
        Stored<Person> stored = hub.storage().person(row.id()).orElse(null);
        Person here = stored == null ? null : stored.value();
        if (row.id().equals(actor.person())) {
            return Planned.refused("", "person.self", "Nobody records their own affiliation or enrolment.");
        }
        if (here != null && here.erased()) {
            return Planned.refused("", "person.erased", "This person's data was erased on request; leave the row out.");
        }
        List<Violation> violations = new ArrayList<>(PeopleDesk.malformed(row.profile()));
        Organisation organisation = organisation(row.organisation());
        if (organisation == null) {
            violations.add(
                    new Violation("/organisation", "organisation.unknown", "No such organisation is registered."));
        }
        violations.addAll(PeopleDesk.unknownConflicts(row.entry(), hub.storage()));
        return organisation == null || !violations.isEmpty()
                ? Planned.refused(violations)
                : plan(row, stored, organisation);
    }

    private Planned plan(ImportedReviewer row, @Nullable Stored<Person> here, Organisation organisation) {
        Person before = here == null
                ? new Person(row.id(), row.profile())
                : here.value().with(row.profile());
        List<PersonEvent> events = new ArrayList<>();
        if (here == null) {
            events.add(new PersonEvent.Registered());
        } else if (!here.value().profile().equals(row.profile())) {
            events.add(new PersonEvent.ProfileChanged());
        }
        if (!before.affiliations().organisationsAt(at).equals(Set.of(organisation.id()))) {
            events.add(new PersonEvent.AffiliationRecorded(
                    new Affiliation(organisation.id(), organisation.sector(), at, null), false));
        }
        if (!row.entry().equals(before.roster())) {
            events.add(new PersonEvent.RosterChanged(row.entry()));
        }
        ChainHead head = here == null ? ChainHead.empty(ChainId.of(row.id())) : here.head();
        return events.isEmpty() ? Planned.unchanged() : stored(row, before, head, events);
    }

    private Planned stored(ImportedReviewer row, Person before, ChainHead head, List<PersonEvent> events) {
        Person after = before;
        for (PersonEvent event : events) {
            after = after.after(event);
        }
        return Planned.stored(new Commit.OfPerson(after, head, Entry.next(head, actor, at, events)), warnings(row));
    }

    /** Two records of one human being would count as two persons on a panel. */
    private List<Violation> warnings(ImportedReviewer row) {
        return address(row).isEmpty() || addresses.getOrDefault(address(row), 0) < 2
                ? List.of()
                : List.of(new Violation(
                        "/email", "person.same-address", "Another row has the same address: is it the same person?"));
    }

    private @Nullable Organisation organisation(OrganisationId id) {
        return hub.storage().organisation(id).map(Stored::value).orElse(null);
    }

    private static String address(ImportedReviewer row) {
        return row.profile().email().toLowerCase(Locale.ROOT);
    }
}
