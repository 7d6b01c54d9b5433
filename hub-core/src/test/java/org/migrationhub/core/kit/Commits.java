package org.migrationhub.core.kit;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Checkpoint;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.OrganisationEvent;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.storage.Commit;

/** Commits as a hub makes them. */
final class Commits {

    private static final Actor SECRETARIAT = Actor.secretariat(Samples.SAM.id());

    private Commits() {}

    static Commit.OfSubmission of(Journey.Step step, ChainHead head) {
        PersonId behalf =
                step.change().after().representedBy(step.actor().person()).orElse(null);
        List<Entry> entries = Entry.next(
                head, step.actor(), behalf, step.change().at(), step.change().events());
        return new Commit.OfSubmission(step.change().after(), head, entries, step.contents(), step.notes());
    }

    static Commit.OfPerson of(Person after, ChainHead head, Instant at, PersonEvent... events) {
        return new Commit.OfPerson(after, head, Entry.next(head, SECRETARIAT, at, List.of(events)));
    }

    static Commit.OfOrganisation of(Organisation after, ChainHead head, Instant at) {
        List<Entry> entries = Entry.next(head, SECRETARIAT, at, List.of(new OrganisationEvent.Recorded(after)));
        return new Commit.OfOrganisation(after, head, entries);
    }

    static Commit.OfCheckpoint checkpoint(
            long position, SortedMap<ChainId, ChainHead> heads, ChainHead head, Instant at) {
        return new Commit.OfCheckpoint(
                head, Entry.next(head, Actor.visitor(), at, List.of(new Checkpoint(position, heads))));
    }

    /** The first commit of a person. */
    static Commit.OfPerson first(Person person) {
        return of(person, ChainHead.empty(ChainId.of(person.id())), Samples.NOW, new PersonEvent.Registered());
    }

    /** The first commit of an organisation. */
    static Commit.OfOrganisation first(Organisation organisation) {
        return of(organisation, ChainHead.empty(ChainId.of(organisation.id())), Samples.NOW);
    }

    /** Where the chain ends once the commit is stored. */
    static ChainHead head(Commit commit) {
        return commit.entries().get(commit.entries().size() - 1).head();
    }
}
