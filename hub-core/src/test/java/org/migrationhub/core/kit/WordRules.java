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
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.review.Criterion;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.StorageVerifier;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;
import org.migrationhub.core.storage.WorkingCopy;
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
    void whatAnErasedPersonOnlyDraftedIsDroppedAndNothingElse() {
        commit(Commits.first(Samples.ANA));
        commit(Commits.first(Samples.BEN));
        Journey drafted = journey("drafted");
        drafted.start(Samples.practice("By both"));
        drafted.saveDraft(Samples.practice("Drafted"));
        Journey handedIn = journey("handed-in");
        handedIn.start(Samples.practice("Drafted before"));
        handedIn.saveDraft(Samples.practice("By both long ago"));
        handedIn.saveDraft(Samples.practice("Handed in"));
        handedIn.submit();
        handedIn.saveDraft(Samples.practice("Drafted afterwards"));
        Journey his = byBen("his");
        his.start(Samples.practice("By both long ago"));
        his.saveDraft(Samples.practice("By both"));
        Journey taken = byBen("taken");
        taken.start(Samples.practice("His alone"));
        taken.withdraw(null);
        storage().keepWorkingCopy(typed(drafted), null);
        assertThat(storage().forgetDrafts()).isZero();
        assertThat(titlesThatAreThere()).hasSize(7);
        List<FeedEntry> before = feed();

        erase(Samples.ANA);
        assertThat(storage().forgetDrafts()).isEqualTo(3);

        assertThat(titlesThatAreThere()).containsExactly("By both", "By both long ago", "Handed in", "His alone");
        assertThat(storage().workingCopy(drafted.now().id())).isEmpty();
        assertThat(storage().submission(drafted.now().id()).map(Stored::value)).contains(drafted.now());
        assertThat(feed()).startsWith(before.toArray(FeedEntry[]::new));
        assertThat(storage().submissions(SubmissionQuery.all()))
                .extracting(SubmissionSummary::title)
                .containsExactly("His alone", "By both", "Handed in", "");
        assertThat(StorageVerifier.contradictions(storage())).isEmpty();
        assertThat(storage().forgetDrafts()).isZero();
    }

    @Test
    void whoeverActsAfterADraftWasDroppedFindsNothingInTheWay() {
        commit(Commits.first(Samples.ANA));
        Journey drafted = journey("drafted");
        drafted.start(Samples.practice("The same words"));
        Journey handedIn = journey("handed-in");
        handedIn.start(Samples.practice("Handed in"));
        handedIn.submit();
        handedIn.saveDraft(Samples.practice("The next"));
        erase(Samples.ANA);
        assertThat(storage().forgetDrafts()).isEqualTo(2);

        handedIn.decline("Sample");
        byBen("his").start(Samples.practice("The same words"));
        drafted.saveDraft(Samples.practice("In the same moment"));

        assertThat(storage().submission(handedIn.now().id()).map(Stored::value)).contains(handedIn.now());
        assertThat(storage().content(ContentDigest.of(Samples.practice("The same words"))))
                .isPresent();
        assertThat(storage().forgetDrafts()).isEqualTo(1);
        assertThat(storage().content(ContentDigest.of(Samples.practice("In the same moment"))))
                .isEmpty();
        assertThat(StorageVerifier.contradictions(storage())).isEmpty();
    }

    private Journey byBen(String id) {
        ChainHead[] head = {ChainHead.empty(ChainId.of(new SubmissionId(id)))};
        return new Journey(
                new SubmissionId(id),
                ReviewPolicy.GCM_2022,
                Samples.BEN.id(),
                new SettableClock(),
                step -> head[0] = commit(Commits.of(step, head[0])));
    }

    private static WorkingCopy typed(Journey journey) {
        return new WorkingCopy(
                journey.now().id(),
                Samples.BEN.id(),
                WorkingCopy.baseOf(journey.now()).orElseThrow(),
                Samples.practice("Typed"),
                Samples.NOW);
    }

    private List<String> titlesThatAreThere() {
        return Stream.of(
                        "By both",
                        "By both long ago",
                        "Drafted",
                        "Drafted afterwards",
                        "Drafted before",
                        "Handed in",
                        "His alone")
                .filter(title -> storage()
                        .content(ContentDigest.of(Samples.practice(title)))
                        .isPresent())
                .toList();
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
