package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.Commit;

/** Chains and the feed: every entry once, in order, for ever, whoever writes meanwhile. */
abstract class JournalRules extends StorageRules {

    private static final int WRITERS = 6;
    private static final int COMMITS = 150;
    private static final int ALL_AT_ONCE = 100_000;

    /** Of the readers who follow. */
    private static final List<Integer> PAGE_SIZES = List.of(1_000, 3);

    @Test
    void entriesComeBackAsTheyWereCommitted() {
        List<Entry> told = new ArrayList<>();
        for (Tours.Tour tour : Tours.ALL) {
            told.addAll(travel(tour));
        }
        Commit checkpoint = Commits.checkpoint(
                told.size(), heads(told), ChainHead.empty(ChainId.CHECKPOINTS), Samples.NOW.plusNanos(1_000));
        commit(checkpoint);
        told.addAll(checkpoint.entries());

        assertThat(entriesOfFeed()).isEqualTo(told).allMatch(Entry::isIntact);
    }

    @Test
    void entriesOfPersonsAndOrganisationsComeBackAsTheyWereCommitted() {
        List<Entry> told = new ArrayList<>();
        Population population = new Population(301);
        for (String id : population.ids(30)) {
            Person person = population.person(id);
            ChainHead head = ChainHead.empty(ChainId.of(person.id()));
            Commit commit = Commits.of(person, head, Samples.NOW, life(person));
            commit(commit);
            told.addAll(commit.entries());
        }
        for (Organisation organisation : Samples.organisations()) {
            Commit commit = Commits.first(organisation);
            commit(commit);
            told.addAll(commit.entries());
        }

        assertThat(entriesOfFeed()).isEqualTo(told).allMatch(Entry::isIntact);
    }

    @Test
    void aChainIsLinkedFromItsFirstEntryToItsHead() {
        heads(travel(Tours.PUBLISHED)).values().forEach(last -> {
            ChainHead end = ChainHead.empty(last.chain());
            for (Entry entry : chain(last.chain())) {
                assertThat(entry.follows(end)).as("%s follows %s", entry, end).isTrue();
                end = entry.head();
            }
            assertThat(end).isEqualTo(last).isEqualTo(storage().head(last.chain()));
        });
    }

    @Test
    void aChainIsReadInPagesOfAnySize() {
        travel(Tours.NOT_PUBLISHED);
        List<Entry> told = travel(Tours.PUBLISHED);
        ChainId chain = told.get(0).chain();
        List<FeedEntry> all =
                feed().stream().filter(fed -> fed.entry().chain().equals(chain)).toList();
        assertThat(all.stream().map(FeedEntry::entry)).isEqualTo(told);
        for (int size = 1; size <= told.size() + 1; size++) {
            List<FeedEntry> read = new ArrayList<>();
            List<FeedEntry> page = storage().chain(chain, 0, size);
            while (!page.isEmpty()) {
                assertThat(page).hasSizeLessThanOrEqualTo(size);
                read.addAll(page);
                page = storage().chain(chain, read.size(), size);
            }
            assertThat(read).as("in pages of %d", size).isEqualTo(all);
        }
    }

    @Test
    void chainsAreListedByNameInPagesOfAnySize() {
        SortedMap<ChainId, ChainHead> heads = new TreeMap<>();
        Population population = new Population(302);
        for (String id : population.ids(12)) {
            Commit person = Commits.first(Samples.person(id, null));
            Commit body = Commits.first(Samples.organisation(id, "Body", Samples.AGENCY.sector()));
            List.of(person, body).forEach(commit -> heads.put(commit.expected().chain(), commit(commit)));
        }
        heads.putAll(heads(travel(Tours.NOT_PUBLISHED)));
        commit(Commits.checkpoint(last(feed()), heads, ChainHead.empty(ChainId.CHECKPOINTS), Samples.NOW));
        List<ChainId> told = new ArrayList<>(List.of(ChainId.CHECKPOINTS));
        told.addAll(heads.keySet());

        for (int size = 1; size <= told.size() + 1; size++) {
            assertThat(chainsInPages(size)).as("in pages of %d", size).isEqualTo(told);
        }
        assertThat(storage().chains(told.get(told.size() - 1), 10)).isEmpty();
        assertThat(storage().chains(new ChainId("person/" + "z".repeat(64)), 1))
                .as("a page may begin after a chain that isn't there")
                .containsExactly(told.get(told.size() - 1));
    }

    @Test
    void theEndIsWhereTheFeedEnds() {
        assertThat(storage().end()).isZero();
        for (Tours.Tour tour : Tours.ALL.subList(0, 3)) {
            travel(tour);
            assertThat(storage().end()).isEqualTo(last(feed()));
        }
    }

    @Test
    void whatTheFeedGivesUpToItsEndIsAllThatItWillEverGiveThere() throws Exception {
        AtomicInteger writing = new AtomicInteger(WRITERS);
        List<Callable<List<FeedEntry>>> racers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            List<Commit> plan = plan(writer);
            racers.add(() -> write(plan, writing));
        }
        racers.add(() -> readUpToItsEnd(writing));
        List<FeedEntry> read;
        try (Race race = new Race(racers.size())) {
            read = race.run(racers).get(WRITERS);
        }

        assertThat(read).isEqualTo(feed());
    }

    @Test
    void afterItsEndAChainIsEmpty() {
        ChainHead head = commit(Commits.first(Samples.UMA));

        assertThat(storage().chain(head.chain(), 1, 10)).isEmpty();
        assertThat(storage().chain(head.chain(), Long.MAX_VALUE, 10)).isEmpty();
        assertThat(storage().chain(ChainId.of(new SubmissionId("nobody-knows")), 0, 10))
                .isEmpty();
        assertThat(storage().head(ChainId.of(new PersonId("nobody"))))
                .isEqualTo(ChainHead.empty(ChainId.of(new PersonId("nobody"))));
    }

    @Test
    void theFeedIsReadInPagesOfAnySize() {
        Tours.ALL.subList(0, 3).forEach(this::travel);
        List<FeedEntry> all = feed();
        for (int size = 1; size <= all.size() + 1; size++) {
            assertThat(feedInPages(size)).as("in pages of %d", size).isEqualTo(all);
        }
    }

    @Test
    void afterItsEndTheFeedIsEmptyUntilSomethingIsCommitted() {
        commit(Commits.first(Samples.UMA));
        long end = last(feed());
        assertThat(storage().feed(end, 10)).isEmpty();

        Commit next = Commits.first(Samples.NOEL);
        commit(next);
        assertThat(storage().feed(end, 10).stream().map(FeedEntry::entry)).isEqualTo(next.entries());
    }

    @Test
    void whoeverWaitsForAnEntryIsToldWhetherOneCame() throws Exception {
        assertThat(storage().awaitEntry(0, Duration.ZERO)).isFalse();
        assertThat(storage().awaitEntry(0, Duration.ofMillis(1))).isFalse();

        commit(Commits.first(Samples.UMA));

        assertThat(storage().awaitEntry(0, Duration.ZERO)).isTrue();
        assertThat(storage().awaitEntry(last(feed()), Duration.ofMillis(1))).isFalse();
    }

    @Test
    void whoeverWaitsForAnEntryIsWokenByTheCommit() throws Exception {
        List<Callable<Long>> racers = new ArrayList<>();
        for (int follower = 0; follower < WRITERS; follower++) {
            racers.add(this::followByWaiting);
        }
        racers.add(() -> {
            plan(0).forEach(this::commit);
            return last(feed());
        });
        List<Long> ends;
        try (Race race = new Race(racers.size())) {
            ends = race.run(racers);
        }
        assertThat(ends).containsOnly(last(feed()));
    }

    /** Reads on, waiting where there is nothing more, until everything was read that the one writer of a race writes. */
    private long followByWaiting() throws InterruptedException {
        int expected =
                plan(0).stream().mapToInt(commit -> commit.entries().size()).sum();
        long position = 0;
        int read = 0;
        while (read < expected) {
            assertThat(storage().awaitEntry(position, Duration.ofMinutes(1)))
                    .as("woken after %d of %d entries", read, expected)
                    .isTrue();
            List<FeedEntry> page = storage().feed(position, 7);
            read += page.size();
            position = last(page);
        }
        return position;
    }

    @Test
    void aReaderWhoFollowsMissesNothingAndReadsNothingTwice() throws Exception {
        AtomicInteger writing = new AtomicInteger(WRITERS);
        List<Callable<List<FeedEntry>>> racers = new ArrayList<>();
        List<Commit> plans = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            List<Commit> plan = plan(writer);
            plans.addAll(plan);
            racers.add(() -> write(plan, writing));
        }
        PAGE_SIZES.forEach(size -> racers.add(() -> follow(size, writing)));
        List<List<FeedEntry>> results;
        try (Race race = new Race(racers.size())) {
            results = race.run(racers);
        }

        List<FeedEntry> all = feed();
        assertThat(all.stream().map(FeedEntry::entry))
                .containsExactlyInAnyOrderElementsOf(plans.stream()
                        .flatMap(commit -> commit.entries().stream())
                        .toList());
        assertInOrderOfChains(all);
        results.subList(WRITERS, results.size())
                .forEach(read -> assertThat(read)
                        .as("what a reader read while others wrote")
                        .isEqualTo(all));
    }

    private List<Entry> travel(Tours.Tour tour) {
        List<Entry> told = new ArrayList<>();
        ChainHead[] head = {ChainHead.empty(ChainId.of(tour.id()))};
        tour.acts().accept(new Journey(tour.id(), tour.policy(), Samples.ANA.id(), new SettableClock(), step -> {
            Commit commit = Commits.of(step, head[0]);
            head[0] = commit(commit);
            told.addAll(commit.entries());
        }));
        return told;
    }

    /** Everything that may have happened to a person. */
    private static PersonEvent[] life(Person person) {
        List<PersonEvent> events =
                new ArrayList<>(List.of(new PersonEvent.Registered(), new PersonEvent.ProfileChanged()));
        for (Affiliation affiliation : person.affiliations().history()) {
            events.add(new PersonEvent.AffiliationRecorded(affiliation, affiliation.until() == null));
            events.add(new PersonEvent.AffiliationEnded(
                    affiliation.organisation(), affiliation.from().plusNanos(1_000)));
        }
        events.add(new PersonEvent.RosterChanged(person.roster()));
        events.add(new PersonEvent.RolesChanged(new TreeSet<>(Set.of("secretariat"))));
        events.add(new PersonEvent.Erased());
        return events.toArray(new PersonEvent[0]);
    }

    private static SortedMap<ChainId, ChainHead> heads(List<Entry> entries) {
        TreeMap<ChainId, ChainHead> heads = new TreeMap<>();
        entries.forEach(entry -> heads.put(entry.chain(), entry.head()));
        return heads;
    }

    private List<FeedEntry> feedInPages(int size) {
        List<FeedEntry> read = new ArrayList<>();
        List<FeedEntry> page = storage().feed(0, size);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(size);
            page.forEach(entry -> addNext(entry, read));
            page = storage().feed(last(page), size);
        }
        return read;
    }

    private static long last(List<FeedEntry> page) {
        return page.get(page.size() - 1).position();
    }

    /** What one writer commits: a person whose profile changes, now and then with several entries at once. */
    private static List<Commit> plan(int writer) {
        List<Commit> plan = new ArrayList<>();
        Commit last = Commits.first(Samples.person("writer-" + writer, Samples.AGENCY));
        plan.add(last);
        for (int commit = 1; commit < COMMITS; commit++) {
            PersonEvent[] events = new PersonEvent[1 + commit % 3];
            Arrays.fill(events, new PersonEvent.ProfileChanged());
            last = Commits.of(
                    Samples.person("writer-" + writer, Samples.AGENCY),
                    Commits.head(last),
                    Samples.NOW.plusSeconds(commit),
                    events);
            plan.add(last);
        }
        return plan;
    }

    private List<FeedEntry> write(List<Commit> plan, AtomicInteger writing) {
        try {
            plan.forEach(this::commit);
            return List.of();
        } finally {
            writing.decrementAndGet();
        }
    }

    /** Reads on and on, close behind the writers or in small pages, until they are done and there is nothing more. */
    private List<FeedEntry> follow(int pageSize, AtomicInteger writing) {
        List<FeedEntry> read = new ArrayList<>();
        boolean done = false;
        while (!done) {
            boolean over = writing.get() == 0;
            long position = read.isEmpty() ? 0 : last(read);
            List<FeedEntry> page = storage().feed(position, pageSize);
            page.forEach(entry -> addNext(entry, read));
            done = over && page.isEmpty();
        }
        return read;
    }

    /** Asks for the end again and again, and reads up to there, until the writers are done. */
    private List<FeedEntry> readUpToItsEnd(AtomicInteger writing) {
        List<FeedEntry> read = new ArrayList<>();
        boolean over = false;
        while (!over) {
            over = writing.get() == 0;
            long end = storage().end();
            storage().feed(read.isEmpty() ? 0 : last(read), ALL_AT_ONCE).stream()
                    .filter(fed -> fed.position() <= end)
                    .forEach(fed -> addNext(fed, read));
            assertThat(read.isEmpty() ? 0 : last(read)).as("the end").isEqualTo(end);
        }
        return read;
    }

    private List<ChainId> chainsInPages(int size) {
        List<ChainId> read = new ArrayList<>();
        List<ChainId> page = storage().chains(null, size);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(size);
            assertThat(read).as("what was read before").doesNotContainAnyElementsOf(page);
            read.addAll(page);
            page = storage().chains(read.get(read.size() - 1), size);
        }
        return read;
    }

    private static void addNext(FeedEntry entry, List<FeedEntry> read) {
        long last = read.isEmpty() ? 0 : last(read);
        assertThat(entry.position()).as("the next position").isGreaterThan(last);
        read.add(entry);
    }

    private static void assertInOrderOfChains(List<FeedEntry> feed) {
        Map<ChainId, ChainHead> ends = new HashMap<>();
        for (FeedEntry fed : feed) {
            Entry entry = fed.entry();
            ChainHead end = ends.getOrDefault(entry.chain(), ChainHead.empty(entry.chain()));
            assertThat(entry.follows(end))
                    .as("at %d: %s follows %s", fed.position(), entry, end)
                    .isTrue();
            ends.put(entry.chain(), entry.head());
        }
    }
}
