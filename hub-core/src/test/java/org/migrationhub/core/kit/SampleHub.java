package org.migrationhub.core.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.HubStorage;

/**
 * All that a hub may hold, as acts would have made it: submissions in every stage and state of a seat, organisations and
 * persons with their histories, some of them erased with what they wrote, three checkpoints, and something after the last.
 * The same every time. Not thread-safe.
 */
public final class SampleHub {

    private static final long SEED = 501;

    private final Consumer<Commit> committed;
    private final LongSupplier end;
    private final Population population = new Population(SEED);
    private final Map<PersonId, Person> persons = new HashMap<>();
    private final Map<ChainId, ChainHead> heads = new HashMap<>();
    private final SortedMap<ChainId, ChainHead> grown = new TreeMap<>();

    /**
     * Of commits that go somewhere.
     *
     * @param committed takes them, one based on the other
     * @param end says where the journal ends by then
     */
    SampleHub(Consumer<Commit> committed, LongSupplier end) {
        this.committed = committed;
        this.end = end;
    }

    /** Puts it into an empty storage. */
    public static void fill(HubStorage storage) {
        new SampleHub(storage::commit, storage::end).fill();
    }

    void fill() {
        Samples.organisations().forEach(this::record);
        Samples.persons().forEach(this::live);
        for (String id : population.ids(12)) {
            record(population.organisation(id, Samples.AGENCY.id().value()));
            record(population.organisation(id, Samples.FUND.id().value()));
            live(population.person(id));
        }
        checkpoint();
        Tours.ALL.forEach(this::travel);
        checkpoint();
        population.submissions(10, this::commit);
        happens(persons.getOrDefault(Samples.NINA.id(), Samples.NINA), new PersonEvent.Erased());
        checkpoint();
        record(population.organisation("late", Samples.AGENCY.id().value()));
    }

    private void record(Organisation organisation) {
        commit(Commits.of(organisation, head(ChainId.of(organisation.id())), Samples.NOW));
    }

    /** What happened to the person, so that it adds up to a record. */
    private void live(Person person) {
        Random random = population.random();
        List<PersonEvent> events = new ArrayList<>(List.of(new PersonEvent.Registered()));
        for (Affiliation affiliation : person.affiliations().history()) {
            events.add(new PersonEvent.AffiliationRecorded(affiliation, random.nextBoolean()));
            if (random.nextInt(4) == 0) {
                events.add(new PersonEvent.AffiliationEnded(
                        affiliation.organisation(), affiliation.from().plusSeconds(random.nextInt(1_000))));
            }
        }
        RosterEntry entry = person.roster();
        if (entry != null) {
            events.add(new PersonEvent.RosterChanged(entry));
        }
        events.add(new PersonEvent.ProfileChanged());
        events.add(new PersonEvent.RolesChanged(new TreeSet<>(Set.of("contributor", "reviewer"))));
        if (person.erased()) {
            events.add(new PersonEvent.Erased());
        }
        Profile profile = person.erased() ? new Profile("Soon forgotten", "") : person.profile();
        happens(new Person(person.id(), profile), events.toArray(new PersonEvent[0]));
    }

    private void happens(Person before, PersonEvent... events) {
        Person after = before;
        for (PersonEvent event : events) {
            after = after.after(event);
        }
        commit(Commits.of(after, head(ChainId.of(after.id())), Samples.NOW, events));
        persons.put(after.id(), after);
    }

    private void travel(Tours.Tour tour) {
        tour.acts()
                .accept(new Journey(
                        tour.id(),
                        tour.policy(),
                        Samples.ANA.id(),
                        new SettableClock(),
                        step -> commit(Commits.of(step, head(ChainId.of(tour.id()))))));
    }

    private void checkpoint() {
        commit(Commits.checkpoint(end.getAsLong(), new TreeMap<>(grown), head(ChainId.CHECKPOINTS), Samples.NOW));
        grown.clear();
    }

    private ChainHead head(ChainId chain) {
        return heads.getOrDefault(chain, ChainHead.empty(chain));
    }

    private void commit(Commit commit) {
        committed.accept(commit);
        ChainHead head = Commits.head(commit);
        heads.put(head.chain(), head);
        if (!head.chain().equals(ChainId.CHECKPOINTS)) {
            grown.put(head.chain(), head);
        }
    }
}
