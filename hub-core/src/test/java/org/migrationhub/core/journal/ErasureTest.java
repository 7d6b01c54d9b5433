package org.migrationhub.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.people.Affiliations;
import org.migrationhub.core.people.HubEvent;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.review.Change;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.InMemoryStorage;
import org.migrationhub.core.vocabulary.Language;

/** What happened stays provable though nobody can tell any more to whom. */
class ErasureTest {

    private static final PersonId AMINA = new PersonId("0190a1b2");
    private static final Actor ACTOR = Actor.contributor(AMINA);
    private static final SubmissionId SUBMISSION = new SubmissionId("s-1");
    private static final Note NOTE = new Note(AMINA, SUBMISSION, "Withdrawn since I, Amina, leave Niamey");

    @Test
    void erasingAPersonLeavesEveryChainValidAndEveryLineAsItWas() {
        try (InMemoryStorage storage = new InMemoryStorage()) {
            Person amina = registered(storage);
            withdrawn(storage);
            List<String> before = lines(storage);
            commit(storage, amina.erase(), new PersonEvent.Erased());

            assertThat(storage.note(NOTE.digest())).isEmpty();
            assertThat(storage.person(AMINA).orElseThrow().value().profile()).isEqualTo(Profile.ERASED);
            List<String> after = lines(storage);
            assertThat(after).startsWith(before.toArray(new String[0])).hasSize(before.size() + 1);
            assertThat(new JournalVerifier()
                            .replaying(Policies.presets())
                            .verify(after.stream())
                            .fault())
                    .isEmpty();
            assertThat(String.join("\n", after))
                    .contains(AMINA.value(), NOTE.digest().hex())
                    .doesNotContainIgnoringCase("amina", "diallo", "example.org", "niamey", "wells");
        }
    }

    private static Person registered(InMemoryStorage storage) {
        Person amina = new Person(AMINA, new Profile("Amina Diallo", "amina.diallo@example.org"));
        commit(storage, amina, new PersonEvent.Registered());
        commit(storage, amina.with(new Profile("Amina Diallo-Sow", "a@example.org")), new PersonEvent.ProfileChanged());
        RosterEntry entry = RosterEntry.in(Language.FR);
        Person onRoster = amina.onRoster(entry).with(Affiliations.NONE);
        commit(storage, onRoster, new PersonEvent.RosterChanged(entry));
        return onRoster;
    }

    private static void withdrawn(InMemoryStorage storage) {
        Practice practice =
                Practice.in(Language.EN).title("Wells of Amina Diallo").build();
        Change started = Submission.start(
                SUBMISSION,
                ReviewPolicy.GCM_2022,
                Kind.PRACTICE,
                AMINA,
                new TreeSet<>(),
                ContentDigest.of(practice),
                SampleJournal.BEGIN);
        List<HubEvent> events = new ArrayList<>(started.events());
        events.add(new SubmissionEvent.Withdrawn(NOTE.digest()));
        ChainHead head = storage.head(ChainId.of(SUBMISSION));
        List<Entry> entries = Entry.next(head, ACTOR, SampleJournal.BEGIN, events);
        storage.commit(new Commit.OfSubmission(started.after(), head, entries, List.of(practice), List.of(NOTE)));
        checkpoint(storage);
    }

    private static void checkpoint(InMemoryStorage storage) {
        TreeMap<ChainId, ChainHead> heads = new TreeMap<>();
        storage.feed(0, 100)
                .forEach(fed -> heads.put(fed.entry().chain(), fed.entry().head()));
        ChainHead head = storage.head(ChainId.CHECKPOINTS);
        HubEvent checkpoint = new Checkpoint(storage.feed(0, 100).size(), heads);
        storage.commit(new Commit.OfCheckpoint(
                head, Entry.next(head, Actor.visitor(), SampleJournal.BEGIN, List.of(checkpoint))));
    }

    private static void commit(InMemoryStorage storage, Person person, PersonEvent event) {
        ChainHead head = storage.head(ChainId.of(person.id()));
        List<Entry> entries = Entry.next(head, ACTOR, SampleJournal.BEGIN, List.of(event));
        storage.commit(new Commit.OfPerson(person, head, entries));
    }

    private static List<String> lines(InMemoryStorage storage) {
        return storage.feed(0, 100).stream().map(EntryCodec::line).toList();
    }
}
