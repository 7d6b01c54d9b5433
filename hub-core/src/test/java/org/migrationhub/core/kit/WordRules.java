package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.review.Criterion;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.core.vocabulary.Language;

/** Contents and notes come back to the last character; what an erased person wrote is gone, and nothing else. */
abstract class WordRules extends StorageRules {

    @Test
    void contentsComeBackAsTheyWereCommitted() {
        Stream.of(
                        Samples.practice(),
                        Samples.resource(),
                        OddTexts.practice(),
                        OddTexts.resource(),
                        OddTexts.bareResource(),
                        Practice.in(Language.ZH).build())
                .forEach(this::assertKept);
    }

    @Test
    void randomContentsComeBackAsTheyWereCommitted() {
        RandomItems items = new RandomItems(20);
        Stream.generate(items::item).limit(50).forEach(this::assertKept);
    }

    @Test
    void aContentAtTheLimitsComesBackAsItWasCommitted() {
        Practice.Builder builder = Practice.in(Language.ZH);
        for (Language language : Language.official()) {
            String text = ("\u793A\u4F8B " + language + " \uD83D\uDE00 ")
                    .repeat(2_500)
                    .substring(0, 20_000);
            builder.text(language, new PracticeText(language.tag(), text, text, text, text, text, "", text));
        }
        assertKept(builder.build());
    }

    @Test
    void anUnknownDigestFindsNothing() {
        assertKept(Samples.practice());

        assertThat(storage().content(ContentDigest.of(Samples.resource()))).isEmpty();
        assertThat(storage().content(new ContentDigest(new Sha256("0".repeat(64)))))
                .isEmpty();
        assertThat(storage().note(ContentDigest.of(Samples.practice()).sha256()))
                .isEmpty();
    }

    @Test
    void notesComeBackAsTheyWereCommitted() {
        for (String line : OddTexts.LINES) {
            TreeMap<Criterion, String> remarks = new TreeMap<>();
            Arrays.stream(Criterion.values()).forEach(criterion -> remarks.put(criterion, line + criterion));
            SubmissionId id = new SubmissionId("noted-" + OddTexts.LINES.indexOf(line));
            assertKept(new Note(Samples.ANA.id(), id, line + OddTexts.LINES_TOGETHER, line, remarks));
        }
        assertKept(new Note(Samples.ANA.id(), new SubmissionId("silent"), ""));
        assertKept(new Note(Samples.ANA.id(), new SubmissionId("long"), "\u0434\u0430".repeat(10_000)));
    }

    @Test
    void theNotesOfAnErasedPersonAreBlankedAndNoOthers() {
        List<Person> people = List.of(
                Samples.UMA, Samples.NOEL, Samples.NINA, Samples.person("um", null), Samples.person("UMA", null));
        people.forEach(person -> commit(Commits.first(person)));
        List<Note> notes = new ArrayList<>();
        reviewed("first", notes);
        reviewed("second", notes);
        for (Person person : people) {
            notes.add(withdrawn("withdrawn-by-" + person.id().value(), person.id()));
        }

        erase(Samples.UMA);

        for (Note note : notes) {
            boolean hers = note.author().equals(Samples.UMA.id());
            assertThat(storage().note(note.digest()).isPresent())
                    .as("whether the note of %s on %s is there", note.author().value(), note.submission())
                    .isEqualTo(!hers);
        }
        assertThat(notes)
                .filteredOn(note -> note.author().equals(Samples.UMA.id()))
                .hasSize(3);
    }

    @Test
    void anErasureLeavesSubmissionsAndChainsAsTheyAre() {
        commit(Commits.first(Samples.UMA));
        Journey journey = reviewed("first", new ArrayList<>());
        ChainId chain = ChainId.of(journey.now().id());
        List<Entry> before = chain(chain);

        ChainHead erased = erase(Samples.UMA);

        assertThat(storage().submission(journey.now().id()).map(Stored::value)).contains(journey.now());
        assertThat(chain(chain)).isEqualTo(before);
        assertThat(storage().person(Samples.UMA.id())).contains(new Stored<>(Samples.UMA.erase(), erased));
    }

    @Test
    void onlyAnErasureBlanksNotes() {
        ChainHead first = commit(Commits.first(Samples.UMA));
        List<Note> notes = new ArrayList<>();
        reviewed("first", notes);
        Person renamed = Samples.UMA.with(new Profile("Uma Renamed", ""));
        commit(Commits.of(renamed, first, Samples.NOW, new PersonEvent.ProfileChanged()));
        Commit late = Commits.of(Samples.UMA.erase(), first, Samples.NOW, new PersonEvent.Erased());
        StaleVersionException refusal = refusal(late);

        assertStale(refusal, first.chain(), 1, 2);
        notes.forEach(note -> assertThat(storage().note(note.digest())).contains(note));
    }

    private void assertKept(ContentItem item) {
        ContentDigest digest = ContentDigest.of(item);
        journey("kept-" + digest.sha256().hex().substring(0, 20)).start(item);
        assertThat(storage().content(digest)).contains(item);
    }

    private void assertKept(Note note) {
        withNote(note);
        assertThat(storage().note(note.digest())).contains(note);
    }

    /** A submission that is withdrawn with this note. */
    private void withNote(Note note) {
        Journey journey = journey(note.submission().value());
        journey.start(Samples.practice("Withdrawn"));
        journey.withdrawWith(note);
    }

    private Note withdrawn(String id, PersonId author) {
        Note note = new Note(author, new SubmissionId(id), "The same words");
        withNote(note);
        return note;
    }

    private Journey reviewed(String id, List<Note> notes) {
        List<Journey.Step> steps = new ArrayList<>();
        Journey journey = untold(new SubmissionId(id), steps);
        journey.start(Samples.practice("Reviewed"));
        journey.submit();
        journey.seat(Samples.UMA, Samples.NOEL, Samples.NINA);
        journey.accept(Samples.UMA);
        journey.review(Samples.UMA, ReviewOutcome.APPROVE, "The same words");
        journey.accept(Samples.NOEL);
        journey.review(Samples.NOEL, ReviewOutcome.DECLINE, "The same words");
        journey.recuse(Samples.NINA, "The same words");
        commits(steps).forEach(this::commit);
        steps.forEach(step -> notes.addAll(step.notes()));
        return journey;
    }

    private ChainHead erase(Person person) {
        ChainHead head = storage().head(ChainId.of(person.id()));
        return commit(Commits.of(person.erase(), head, Samples.NOW, new PersonEvent.Erased()));
    }
}
