package org.migrationhub.core.kit;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.review.Change;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.Round;
import org.migrationhub.core.review.Seat;
import org.migrationhub.core.review.SubmissionActs;

/** The sentences on what is done to the submission. */
final class ScriptActs {

    private static final PersonId SECRETARIAT = new PersonId("secretariat");
    private static final String SILENTLY = "( without a word)?";

    private final ScriptWorld world;
    private final ScriptPeople people;

    ScriptActs(ScriptWorld world) {
        this.world = world;
        this.people = world.people();
    }

    void teach(ScriptGrammar grammar) {
        teachScreening(grammar);
        teachPanel(grammar);
        teachRepresentation(grammar);
        teachSubmitter(grammar);
        teachRevisions(grammar);
        teachSeats(grammar);
        teachReviews(grammar);
    }

    private void teachScreening(ScriptGrammar grammar) {
        when(
                grammar,
                "the secretariat returns it" + SILENTLY,
                words -> world.act(acts -> acts.returnToSubmitter(note(SECRETARIAT, words.group(1)))));
        when(
                grammar,
                "the secretariat declines it" + SILENTLY,
                words -> world.act(acts -> acts.decline(note(SECRETARIAT, words.group(1)))));
        when(
                grammar,
                "the secretariat retracts it" + SILENTLY,
                words -> world.act(acts -> acts.retract(note(SECRETARIAT, words.group(1)))));
    }

    private void teachPanel(ScriptGrammar grammar) {
        when(
                grammar,
                "the secretariat seats further NAME",
                words -> world.act(acts -> acts.seatFurther(id(words.group(1)))));
        when(grammar, "the secretariat seats NAMES", words -> world.act(acts -> acts.seatPanel(ids(words.group(1)))));
        when(
                grammar,
                "the secretariat fills a seat with NAME",
                words -> world.act(acts -> acts.fillSeat(id(words.group(1)))));
        when(grammar, "the secretariat replaces NAME by NAME", words -> {
            int seat = lastSeatOf(words.group(1)).number();
            world.act(acts -> acts.replaceSeat(seat, id(words.group(2))));
        });
        when(grammar, "the secretariat closes the round", words -> world.act(SubmissionActs::closeRound));
    }

    private void teachRepresentation(ScriptGrammar grammar) {
        when(
                grammar,
                "NAME represents the submitter" + SILENTLY,
                words -> represent(id(words.group(1)), false, words.group(2)));
        when(
                grammar,
                "NAME, who has acted, represents the submitter" + SILENTLY,
                words -> represent(id(words.group(1)), true, words.group(2)));
    }

    private void represent(PersonId person, boolean hasActed, @Nullable String silently) {
        world.act(acts -> acts.represent(person, hasActed, note(person, silently)));
    }

    private void teachSubmitter(ScriptGrammar grammar) {
        when(grammar, "NAME saves a draft", words -> {
            expectSubmitter(words);
            world.reword();
            world.draft();
        });
        when(grammar, "NAME submits", words -> {
            expectSubmitter(words);
            world.act(acts -> acts.submit(world.digest()));
        });
        when(grammar, "NAME withdraws" + SILENTLY, words -> {
            expectSubmitter(words);
            Note note = note(id(words.group(1)), words.group(2));
            world.act(acts -> acts.withdraw(digest(note)));
        });
    }

    private void teachRevisions(ScriptGrammar grammar) {
        when(grammar, "NAME revises", words -> revise(words, world::reword));
        when(grammar, "NAME revises nothing", words -> revise(words, () -> {}));
        when(grammar, "NAME revises naming NAME", words -> revise(words, () -> contributor(id(words.group(2)))));
        when(
                grammar,
                "NAME revises naming NAME's organisation",
                words -> revise(
                        words,
                        () -> implementer(OrganisationRef.named(
                                people.bodyOf(words.group(2), world.now()).name()))));
        when(
                grammar,
                "NAME revises naming ORG as implementer",
                words -> revise(words, () -> implementer(people.reference(words.group(2), false))));
        when(
                grammar,
                "NAME revises naming ORG as partner",
                words -> revise(words, () -> partner(people.reference(words.group(2), false))));
    }

    private void teachSeats(ScriptGrammar grammar) {
        when(grammar, "NAMES accepts?", words -> each(words, name -> acts -> acts.acceptSeat(id(name))));
        when(
                grammar,
                "NAMES declines? the seat",
                words -> each(words, name -> acts -> acts.declineSeat(id(name), digest(note(id(name), null)))));
        when(grammar, "NAMES recuses?", words -> each(words, name -> acts -> acts.recuse(id(name), null)));
    }

    private void teachReviews(ScriptGrammar grammar) {
        when(grammar, "NAMES approves?", words -> review(words, ReviewOutcome.APPROVE, digestUnderReview(), true));
        when(
                grammar,
                "NAMES approves? revision N",
                words -> review(words, ReviewOutcome.APPROVE, digestOf(Integer.parseInt(words.group(2))), true));
        when(
                grammar,
                "NAMES requests? changes" + SILENTLY,
                words -> review(words, ReviewOutcome.REQUEST_CHANGES, digestUnderReview(), words.group(2) != null));
        when(
                grammar,
                "NAMES declines?" + SILENTLY,
                words -> review(words, ReviewOutcome.DECLINE, digestUnderReview(), words.group(2) != null));
    }

    private static void when(ScriptGrammar grammar, String form, Consumer<MatchResult> meaning) {
        grammar.on("when", form, meaning);
    }

    private void each(MatchResult words, Function<String, Function<SubmissionActs, Change>> act) {
        ScriptFacts.names(words.group(1)).forEach(name -> world.act(act.apply(name)));
    }

    private void review(MatchResult words, ReviewOutcome outcome, ContentDigest digest, boolean silent) {
        each(words, name -> acts -> acts.review(id(name), digest, outcome, world.note(id(name), silent)));
    }

    private void revise(MatchResult words, Runnable edit) {
        expectSubmitter(words);
        edit.run();
        world.act(acts -> acts.revise(world.digest()));
    }

    private void contributor(PersonId person) {
        world.edit(
                practice -> practice.toBuilder().contributor(person).build(),
                resource -> resource.toBuilder().contributor(person).build());
    }

    private void implementer(OrganisationRef body) {
        world.edit(
                practice -> practice.toBuilder().implementer(body).build(),
                resource -> resource.toBuilder().publisher(body).build());
    }

    private void partner(OrganisationRef body) {
        world.edit(
                practice -> practice.toBuilder().partner(body).build(),
                resource -> resource.toBuilder().partner(body).build());
    }

    private void expectSubmitter(MatchResult words) {
        PersonId submitter = world.submission().submitter();
        ScriptProblem.unless(submitter.equals(id(words.group(1))), "the submitter " + submitter, words.group(1));
    }

    private Seat lastSeatOf(String name) {
        return ScriptExpectations.lastSeatOf(world, id(name))
                .orElseThrow(() -> new ScriptProblem(name + " has no seat in the last round"));
    }

    /** Of the last round while there is one; before, the item as it stands. */
    private ContentDigest digestUnderReview() {
        return world.submission().round().map(Round::digest).orElseGet(world::digest);
    }

    private ContentDigest digestOf(int revision) {
        int handedIn = world.submission().revisions().size();
        ScriptProblem.unless(revision >= 1 && revision <= handedIn, "a revision from 1 to " + handedIn, revision);
        return world.submission().revisions().get(revision - 1).digest();
    }

    private PersonId id(String name) {
        return people.find(name).id();
    }

    private List<PersonId> ids(String names) {
        return ScriptFacts.names(names).stream().map(this::id).toList();
    }

    private Note note(PersonId author, @Nullable String silently) {
        return world.note(author, silently != null);
    }

    private static @Nullable Sha256 digest(Note note) {
        return note.isSilent() ? null : note.digest();
    }
}
