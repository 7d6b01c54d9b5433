package org.migrationhub.core;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.AccessTable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.FormRules;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Change;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.ReviewContext;
import org.migrationhub.core.review.SeatState;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionActs;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.Stored;

/**
 * How one actor's acts on submissions are done: decided on what lies before the actor, and stored together with what happened.
 * Immutable and thread-safe.
 */
final class Acting {

    /** Acts that take the place of what is typed. */
    private static final Set<Act> SAVING = EnumSet.of(Act.SAVE_DRAFT, Act.SUBMIT, Act.REVISE);

    private final Hub hub;
    private final Actor actor;
    private final @Nullable Long expected;
    private final Facts facts;
    private final Views views;

    Acting(Hub hub, Actor actor, @Nullable Long expected) {
        this.hub = hub;
        this.actor = actor;
        this.expected = expected;
        this.facts = new Facts(hub.storage());
        this.views = new Views(hub.storage());
    }

    /** What an act changes, with the words that its events refer to. */
    record Proposal(Change change, List<ContentItem> contents, List<Note> notes) {

        /** That all is as it should be. */
        static Proposal nothing(Submission submission, Instant at) {
            return new Proposal(new Change(submission, List.of(), at), List.of(), List.of());
        }

        static Proposal of(Change change) {
            return new Proposal(change, List.of(), List.of());
        }

        static Proposal of(Change change, List<Note> notes) {
            return new Proposal(change, List.of(), notes);
        }

        static Proposal of(Change change, ContentItem content) {
            return new Proposal(change, List.of(content), List.of());
        }

        private boolean isNothing() {
            return change.events().isEmpty();
        }
    }

    /** What the actor wants, in the light of what lies before them. */
    interface Decision {
        Proposal on(Dossier dossier, Instant at);
    }

    /** Decides on the present state and stores the result; when somebody else was faster, decides anew. */
    SubmissionView act(SubmissionId id, Act act, Decision decision) {
        Contest contest = new Contest();
        while (true) {
            Dossier dossier = dossier(id).require(Right.to(act));
            requireVersion(dossier, act);
            if (act != Act.WITHDRAW) {
                Refusing.refuse(facts.whyNotGoingOn(dossier.submission(), actor.person()));
            }
            ChainHead head = contest.on(dossier.head());
            Proposal proposal = decision.on(dossier, hub.now());
            if (proposal.isNothing()) {
                return views.of(dossier, hub.now());
            }
            try {
                return store(proposal, head);
            } catch (StaleVersionException e) {
                // somebody else was faster; if that is what the actor asked to be told, the next turn tells
            }
        }
    }

    /** An act of which nothing is said but that it is done. */
    SubmissionView plain(SubmissionId id, Act act, Function<SubmissionActs, Change> done) {
        return act(id, act, (dossier, at) -> Proposal.of(done.apply(acts(dossier, at))));
    }

    /** An act with words of its own. */
    SubmissionView noted(SubmissionId id, Act act, String text, BiFunction<SubmissionActs, Note, Change> done) {
        return act(id, act, (dossier, at) -> {
            Note note = note(id, text);
            return Proposal.of(done.apply(acts(dossier, at), note), List.of(note));
        });
    }

    /** An act by which somebody leaves a seat, with a reason for the secretariat or without. */
    SubmissionView leaving(SubmissionId id, Act act, String reason, LeavingAct done) {
        return act(id, act, (dossier, at) -> {
            Optional<Note> note = toSecretariat(id, reason).map(Acting::checked);
            Change change = done.by(acts(dossier, at), note.map(Note::digest).orElse(null));
            return Proposal.of(change, note.stream().toList());
        });
    }

    private Optional<Note> toSecretariat(SubmissionId id, String reason) {
        return FormRules.saysNothing(reason)
                ? Optional.empty()
                : Optional.of(new Note(self(), id, "", reason, new TreeMap<>()));
    }

    /** Whether the actor has done what {@link #leaving} does, the last that became of a seat of theirs on the last panel. */
    boolean hasLeft(SubmissionId id, Act act, String reason) {
        Sha256 note = toSecretariat(id, reason).map(Note::digest).orElse(null);
        SeatState left = act == Act.RECUSE
                ? new SeatState.Recused(List.of(SubmissionEvent.SeatRecused.DECLARED), note)
                : new SeatState.Declined(note);
        return hub.storage().submission(id).stream()
                .flatMap(stored -> stored.value().round().stream())
                .flatMap(round -> round.seats().stream())
                .filter(seat -> seat.person().equals(self()))
                .reduce((before, after) -> after)
                .filter(seat -> seat.state().equals(left))
                .isPresent();
    }

    /** See {@link #leaving}. */
    interface LeavingAct {
        Change by(SubmissionActs acts, @Nullable Sha256 note);
    }

    /** An act that seats reviewers; whoever seats a panel doesn't sit on it. */
    SubmissionView seating(SubmissionId id, Act act, List<PersonId> reviewers, Function<SubmissionActs, Change> done) {
        return act(id, act, (dossier, at) -> {
            if (reviewers.contains(self())) {
                throw new RefusedException(new Violation(
                        "", "seats-itself", "Nobody seats themselves; ask a colleague of the secretariat."));
            }
            return Proposal.of(done.apply(seatingActs(dossier, at)));
        });
    }

    /** What is decided by how much is asked of somebody is decided by what the actor may know of that. */
    private SubmissionActs seatingActs(Dossier dossier, Instant at) {
        Submission submission = dossier.submission();
        Loads loads = loads();
        return submission.act(new ReviewContext(
                facts.disclosure(submission, dossier.shown(), at),
                id -> facts.candidate(id, loads.of(Set.of(id))),
                at));
    }

    /** How much is asked of reviewers, as far as the actor may know. */
    Loads loads() {
        return new Loads(hub.storage(), facts, actor);
    }

    Note note(SubmissionId id, String text) {
        return checked(new Note(self(), id, text));
    }

    Optional<Note> optionalNote(SubmissionId id, String text) {
        return FormRules.saysNothing(text) ? Optional.empty() : Optional.of(note(id, text));
    }

    private static Note checked(Note note) {
        Refusing.refuseMalformed(note);
        return note;
    }

    /** Stores a new submission. */
    SubmissionView start(Proposal proposal) {
        return store(
                proposal, ChainHead.empty(ChainId.of(proposal.change().after().id())));
    }

    private SubmissionView store(Proposal proposal, ChainHead head) {
        Change change = proposal.change();
        Submission after = change.after();
        PersonId behalf = after.representedBy(actor.person()).orElse(null);
        List<Entry> entries = Entry.next(head, actor, behalf, change.at(), change.events());
        hub.commit(new Commit.OfSubmission(after, head, entries, proposal.contents(), proposal.notes()));
        Stored<Submission> stored =
                new Stored<>(after, entries.get(entries.size() - 1).head());
        return views.of(facts.dossier(stored, actor), hub.now());
    }

    /** What can be done to the submission as it lies before the actor. */
    SubmissionActs acts(Dossier dossier, Instant at) {
        Submission submission = dossier.submission();
        return submission.act(facts.context(submission, dossier.shown(), at));
    }

    /** The submission as it lies before the actor, whatever they may see of it. */
    Dossier dossier(SubmissionId id) {
        hub.refuseErased(actor);
        return facts.dossier(id, actor);
    }

    boolean may(Right right) {
        hub.refuseErased(actor);
        return AccessTable.standard().permits(actor, right);
    }

    void require(Right right) {
        if (!may(right)) {
            throw new ForbiddenException(right.code(), "Your role doesn't allow it.");
        }
    }

    /** Who acts; asked for after {@link #dossier} or {@link #require} has let them. */
    PersonId self() {
        PersonId person = actor.person();
        if (person == null) {
            throw new ForbiddenException("act", "Only somebody who is known can do this.");
        }
        return person;
    }

    private void requireVersion(Dossier dossier, Act act) {
        if (SAVING.contains(act)) {
            new WorkingCopyDesk(hub, actor, expected).requireSeenToSave(dossier);
        } else if (expected != null && expected != dossier.version()) {
            throw new StaleVersionException(
                    "submission", dossier.submission().id().value(), expected, dossier.version());
        }
    }
}
