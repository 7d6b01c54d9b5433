package org.migrationhub.core.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.review.Candidate;
import org.migrationhub.core.review.Change;
import org.migrationhub.core.review.Criterion;
import org.migrationhub.core.review.Disclosure;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.Representation;
import org.migrationhub.core.review.ReviewContext;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.Revision;
import org.migrationhub.core.review.Round;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionActs;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;

/**
 * One submission on its way, act by act, by the real rules and without any storage; every step is told to a listener, who
 * can commit it. Its people are those of {@link Samples}, reading every language; each act comes a second and a
 * microsecond after the one before. Not thread-safe.
 */
final class Journey {

    private final SubmissionId id;
    private final ReviewPolicy policy;
    private final PersonId submitter;
    private final SettableClock clock;
    private final Consumer<Step> told;
    private final Map<PersonId, Person> people = new LinkedHashMap<>();
    private final Map<ContentDigest, ContentItem> contents = new LinkedHashMap<>();
    private @Nullable Submission submission;
    private @Nullable ContentDigest lastSaved;
    private Actor submitting;

    Journey(SubmissionId id, ReviewPolicy policy, PersonId submitter, SettableClock clock, Consumer<Step> told) {
        this.id = id;
        this.policy = policy;
        this.submitter = submitter;
        this.clock = clock;
        this.told = told;
        this.submitting = Actor.contributor(submitter);
        RosterEntry entry = RosterEntry.in(RandomItems.LANGUAGES.toArray(new Language[0]));
        Samples.persons().forEach(person -> people.put(person.id(), person));
        Samples.reviewers().forEach(person -> people.put(person.id(), person.onRoster(entry)));
    }

    /**
     * What one act did.
     *
     * @param change to the submission
     * @param contents that its events refer to
     * @param notes that its events refer to
     * @param actor who did it
     */
    record Step(Change change, List<ContentItem> contents, List<Note> notes, Actor actor) {}

    Submission now() {
        if (submission == null) {
            throw new IllegalStateException("The journey of " + id + " hasn't begun");
        }
        return submission;
    }

    /** What a list shows of it: the last revision, or the last draft if nothing was ever handed in. */
    ContentItem shown() {
        return content(now().revision().map(Revision::digest).orElse(lastSaved));
    }

    void start(ContentItem draft) {
        tell(
                Submission.start(
                        id, policy, draft.kind(), submitter, Samples.submitting(), keep(draft), clock.instant()),
                List.of(draft),
                List.of(),
                Actor.contributor(submitter));
    }

    void saveDraft(ContentItem draft) {
        byContributor(now().saveDraft(keep(draft), clock.instant()), List.of(draft), List.of());
    }

    void submit() {
        ContentItem draft = content(now().draft().orElse(lastSaved));
        byContributor(acts(draft).submit(ContentDigest.of(draft)), List.of(draft), List.of());
    }

    void revise(ContentItem next) {
        byContributor(acts(next).revise(keep(next)), List.of(next), List.of());
    }

    void withdraw(@Nullable String why) {
        withdraw(notes(submitter, why));
    }

    /** With a note of anybody's. */
    void withdrawWith(Note note) {
        withdraw(List.of(note));
    }

    void sendBack(String why) {
        Note note = note(secretary(), why);
        bySecretariat(acts().returnToSubmitter(note), note);
    }

    void decline(String why) {
        Note note = note(secretary(), why);
        bySecretariat(acts().decline(note), note);
    }

    void feature(String sentence) {
        Note note = note(secretary(), sentence);
        bySecretariat(acts().feature(Map.of(Language.EN, note)), note);
    }

    void unfeature() {
        bySecretariat(acts().unfeature());
    }

    void retract(String why) {
        Note note = note(secretary(), why);
        bySecretariat(acts().retract(note), note);
    }

    /** This colleague of the secretariat acts for the submitter from now on: whatever the submitter does, they do. */
    void represent(Person colleague) {
        Note note = note(colleague.id(), "Asked by telephone.");
        Change change = acts().represent(colleague.id(), false, note);
        submitting = Actor.secretariat(colleague.id());
        tell(change, List.of(), List.of(note), submitting);
    }

    /** Begun for the submitter by this colleague of the secretariat, who acts for them from now on. */
    void startOnBehalf(Person colleague, ContentItem draft) {
        Note note = note(colleague.id(), "Asked by letter.");
        submitting = Actor.secretariat(colleague.id());
        Representation by = new Representation(colleague.id(), note.digest(), clock.instant());
        Change change =
                Submission.startOnBehalf(id, policy, draft.kind(), submitter, Samples.submitting(), by, keep(draft));
        tell(change, List.of(draft), List.of(note), submitting);
    }

    void seat(Person... reviewers) {
        bySecretariat(
                acts().seatPanel(List.of(reviewers).stream().map(Person::id).toList()));
    }

    void fill(Person reviewer) {
        bySecretariat(acts().fillSeat(reviewer.id()));
    }

    void replace(int seat, Person reviewer) {
        bySecretariat(acts().replaceSeat(seat, reviewer.id()));
    }

    void seatFurther(Person reviewer) {
        bySecretariat(acts().seatFurther(reviewer.id()));
    }

    void closeRound() {
        bySecretariat(acts().closeRound());
    }

    void accept(Person reviewer) {
        byReviewer(reviewer, acts().acceptSeat(reviewer.id()), List.of());
    }

    void declineSeat(Person reviewer, @Nullable String why) {
        List<Note> notes = notes(reviewer.id(), why);
        byReviewer(reviewer, acts().declineSeat(reviewer.id(), digest(notes)), notes);
    }

    void recuse(Person reviewer, @Nullable String why) {
        List<Note> notes = notes(reviewer.id(), why);
        byReviewer(reviewer, acts().recuse(reviewer.id(), digest(notes)), notes);
    }

    void review(Person reviewer, ReviewOutcome outcome, String text) {
        TreeMap<Criterion, String> remarks = new TreeMap<>(Map.of(Criterion.QUALITY, text + " \uD83D\uDC4D"));
        Note note = new Note(reviewer.id(), id, text, "to the secretariat: " + text, remarks);
        ContentDigest digest = now().round().map(Round::digest).orElse(lastSaved);
        byReviewer(reviewer, acts().review(reviewer.id(), digest, outcome, note), List.of(note));
    }

    /** From now on it is known that the reviewer has a conflict of interest with whom the submission comes from. */
    void discoverConflict(Person reviewer) {
        people.computeIfPresent(reviewer.id(), (same, known) -> {
            RosterEntry entry = known.roster();
            return entry == null ? known : known.onRoster(entry.withConflicts(Samples.MINISTRY.id()));
        });
    }

    private SubmissionActs acts() {
        return acts(shown());
    }

    private SubmissionActs acts(ContentItem item) {
        Disclosure disclosed = Disclosure.of(item, submitter, now().organisations(), List.of());
        return now().act(new ReviewContext(disclosed, this::candidate, clock.instant()));
    }

    private Candidate candidate(PersonId person) {
        Person known = people.get(person);
        if (known == null) {
            throw new IllegalArgumentException("Nobody is called " + person.value());
        }
        return new Candidate(known, Samples.organisations(), 0);
    }

    private void withdraw(List<Note> notes) {
        byContributor(acts().withdraw(digest(notes)), List.of(), notes);
    }

    private Note note(PersonId author, String text) {
        return new Note(author, id, text);
    }

    private List<Note> notes(PersonId author, @Nullable String text) {
        return text == null ? List.of() : List.of(note(author, text));
    }

    private static @Nullable Sha256 digest(List<Note> notes) {
        return notes.isEmpty() ? null : notes.get(0).digest();
    }

    private ContentDigest keep(ContentItem item) {
        ContentDigest digest = ContentDigest.of(item);
        contents.putIfAbsent(digest, item);
        return digest;
    }

    private ContentItem content(@Nullable ContentDigest digest) {
        ContentItem item = contents.get(digest);
        if (item == null) {
            throw new IllegalArgumentException("No such content: " + digest);
        }
        return item;
    }

    private void byContributor(Change change, List<ContentItem> handedIn, List<Note> notes) {
        tell(change, handedIn, notes, submitting);
    }

    private void bySecretariat(Change change, Note... notes) {
        tell(change, List.of(), List.of(notes), Actor.secretariat(secretary()));
    }

    /** Nobody of the secretariat looks after what they submitted themselves. */
    private PersonId secretary() {
        return submitter.equals(Samples.SAM.id()) ? Samples.ADA.id() : Samples.SAM.id();
    }

    private void byReviewer(Person reviewer, Change change, List<Note> notes) {
        tell(change, List.of(), notes, Actor.reviewer(reviewer.id()));
    }

    private void tell(Change change, List<ContentItem> handedIn, List<Note> notes, Actor actor) {
        submission = change.after();
        handedIn.forEach(item -> lastSaved = ContentDigest.of(item));
        clock.advance(Duration.ofSeconds(1).plusNanos(1_000));
        told.accept(new Step(change, new ArrayList<>(handedIn), new ArrayList<>(notes), actor));
    }
}
