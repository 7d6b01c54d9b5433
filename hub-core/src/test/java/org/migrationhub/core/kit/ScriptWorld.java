package org.migrationhub.core.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.error.HubException;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.error.WrongStageException;
import org.migrationhub.core.review.Change;
import org.migrationhub.core.review.Disclosure;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.PastEvent;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.ReviewContext;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionActs;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;

/** One submission and what surrounds it, as a script goes on. */
final class ScriptWorld {

    private static final SubmissionId ID = new SubmissionId("s-0001");

    private final ReviewPolicy policy;
    private final Policies policies;
    private final SettableClock clock = new SettableClock();
    private final ScriptPeople people = new ScriptPeople();
    private final List<PastEvent> events = new ArrayList<>();
    private @Nullable Submission submission;
    private @Nullable ContentItem item;
    private int edits;
    private SortedSet<String> refusal = new TreeSet<>();
    private @Nullable ScriptLine last;

    ScriptWorld(ReviewPolicy policy) {
        this.policy = policy;
        boolean known =
                Policies.presets().find(policy.ref()).filter(policy::equals).isPresent();
        this.policies = known ? Policies.presets() : Policies.presets().with(policy);
    }

    ScriptPeople people() {
        return people;
    }

    Instant now() {
        return clock.instant();
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    /** Remembers which line was played last, for what is said about it later. */
    void at(ScriptLine line) {
        last = line;
    }

    Submission submission() {
        if (submission == null) {
            throw new ScriptProblem("nothing was submitted; begin with: given a practice by NAME of ORG");
        }
        return submission;
    }

    ContentItem item() {
        if (item == null) {
            throw new ScriptProblem("there is no item; begin with: given a practice by NAME of ORG");
        }
        return item;
    }

    List<PastEvent> events() {
        return List.copyOf(events);
    }

    ContentDigest digest() {
        return ContentDigest.of(item());
    }

    /** Starts the submission with its first draft. */
    void start(ContentItem first, String submitter) {
        item = first;
        PersonId id = people.find(submitter).id();
        keep(Submission.start(ID, policy, first.kind(), id, people.bodiesOf(submitter, now()), digest(), now()));
    }

    /** Changes the item before or between revisions. */
    void edit(Function<Practice, ContentItem> practice, Function<Resource, ContentItem> resource) {
        item = item() instanceof Practice is ? practice.apply(is) : resource.apply((Resource) item());
    }

    /** Changes a word of it. */
    void reword() {
        edits++;
        String text = "Sample text after change number " + edits;
        edit(
                practice -> practice.toBuilder().summary(text).build(),
                resource -> resource.toBuilder().atAGlance(text).build());
    }

    Disclosure disclosure() {
        Submission current = submission();
        SortedSet<PersonId> ids = new TreeSet<>(item().namedPersons());
        ids.add(current.submitter());
        return Disclosure.of(item(), current.submitter(), current.organisations(), people.profiles(ids))
                .on(current);
    }

    ReviewContext context() {
        return new ReviewContext(disclosure(), people::candidate, now());
    }

    /** Does something to the submission, or remembers why it was refused. */
    void act(Function<SubmissionActs, Change> act) {
        expectNoRefusal();
        try {
            keep(act.apply(submission().act(context())));
        } catch (HubException refused) {
            refusal = codes(refused);
        }
    }

    /** Does something to the draft, or remembers why it was refused. */
    void draft() {
        try {
            keep(submission().saveDraft(digest(), now()));
        } catch (HubException refused) {
            refusal = codes(refused);
        }
    }

    void expectNoRefusal() {
        if (!refusal.isEmpty()) {
            String codes = String.join(", ", refusal);
            throw new ScriptProblem(last + " was refused; if that is meant, say: then it is refused: " + codes);
        }
    }

    void expectRefusal(Set<String> expected) {
        Set<String> found = refusal;
        refusal = new TreeSet<>();
        ScriptProblem.unless(
                found.equals(expected), "to be refused for " + expected, found.isEmpty() ? "that it was done" : found);
    }

    Note note(PersonId author, boolean silent) {
        return new Note(author, ID, silent ? "" : "Sample note of " + author);
    }

    static List<Language> languages(String tags) {
        return List.of(tags.split(", ")).stream().map(Language::new).toList();
    }

    private void keep(Change change) {
        for (SubmissionEvent event : change.events()) {
            events.add(new PastEvent(event, change.at()));
        }
        Submission replayed = Submission.replay(ID, events, policies);
        ScriptProblem.unless(replayed.equals(change.after()), "the replay to give " + change.after(), replayed);
        submission = change.after();
    }

    private static SortedSet<String> codes(HubException refused) {
        if (refused instanceof RefusedException rules) {
            return new TreeSet<>(
                    rules.violations().stream().map(Violation::code).toList());
        }
        if (refused instanceof WrongStageException) {
            return new TreeSet<>(Set.of("wrong-stage"));
        }
        if (refused instanceof NotFoundException) {
            return new TreeSet<>(Set.of("not-found"));
        }
        throw refused;
    }
}
