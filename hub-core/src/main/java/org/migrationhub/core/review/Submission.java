package org.migrationhub.core.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.RefusedException;

/**
 * An item on its way from a draft to publication, with all its revisions and rounds. What can be done to it is
 * {@link #act(ReviewContext)} and the drafting methods; each gives a {@link Change} and leaves this value as it was.
 *
 * <p>Its state is exactly what its events add up to. Immutable and thread-safe.
 */
public final class Submission {

    private final SubmissionId id;
    private final ReviewPolicy policy;
    private final TransitionTable table;
    private final SubmissionState state;

    Submission(SubmissionId id, ReviewPolicy policy, TransitionTable table, SubmissionState state) {
        this.id = id;
        this.policy = policy;
        this.table = table;
        this.state = state;
    }

    /**
     * A new submission with its first draft.
     *
     * @param id its id
     * @param policy under which it will be judged
     * @param kind of the item
     * @param submitter who submits
     * @param organisations for which the submitter submits, and the bodies that those are part of
     * @param draft the digest of the draft
     * @param at when
     */
    public static Change start(
            SubmissionId id,
            ReviewPolicy policy,
            Kind kind,
            PersonId submitter,
            SortedSet<OrganisationId> organisations,
            ContentDigest draft,
            Instant at) {
        return start(id, policy, TransitionTable.standard(), kind, submitter, organisations, null, draft, at);
    }

    /**
     * A new submission that somebody of the secretariat begins on the submitter's behalf: its first events say so.
     *
     * @param id its id
     * @param policy under which it will be judged
     * @param kind of the item
     * @param submitter whose submission it is
     * @param organisations for which the submitter submits, and the bodies that those are part of
     * @param by who begins, and why; its time is that of the start
     * @param draft the digest of the working copy
     * @throws RefusedException if they are the same person
     */
    public static Change startOnBehalf(
            SubmissionId id,
            ReviewPolicy policy,
            Kind kind,
            PersonId submitter,
            SortedSet<OrganisationId> organisations,
            Representation by,
            ContentDigest draft) {
        if (by.person().equals(submitter)) {
            throw new RefusedException(Representation.ONESELF);
        }
        TransitionTable table = TransitionTable.standard();
        return start(id, policy, table, kind, submitter, organisations, by, draft, by.since());
    }

    static Change start(
            SubmissionId id,
            ReviewPolicy policy,
            TransitionTable table,
            Kind kind,
            PersonId submitter,
            SortedSet<OrganisationId> organisations,
            @Nullable Representation by,
            ContentDigest draft,
            Instant at) {
        SubmissionEvent.Started started = new SubmissionEvent.Started(kind, submitter, organisations, policy.ref());
        Submission begun = new Submission(id, policy, table, SubmissionState.started(started, at));
        List<SubmissionEvent> events = new ArrayList<>(List.of(started));
        if (by != null) {
            SubmissionEvent.Represented represented = new SubmissionEvent.Represented(by.person(), by.note());
            events.add(represented);
            begun = begun.after(represented, at);
        }
        Change saved = begun.saveDraft(draft, at);
        events.addAll(saved.events());
        return new Change(saved.after(), events, at);
    }

    /**
     * The submission that these events add up to. Every verdict among them is judged again.
     *
     * @param id its id
     * @param events all of its events, in order
     * @param policies where its policy is found
     * @throws IllegalArgumentException if the events don't follow from one another, naming the first that doesn't, or
     *     the policy isn't known
     */
    public static Submission replay(SubmissionId id, List<PastEvent> events, Policies policies) {
        if (events.isEmpty() || !(events.get(0).event() instanceof SubmissionEvent.Started started)) {
            throw new IllegalArgumentException("The events of " + id + " don't begin with its start");
        }
        ReviewPolicy policy = policies.find(started.policy())
                .orElseThrow(() -> new IllegalArgumentException("Unknown policy " + started.policy() + " of " + id));
        return replay(id, events, policy, TransitionTable.standard());
    }

    static Submission replay(SubmissionId id, List<PastEvent> events, ReviewPolicy policy, TransitionTable table) {
        SubmissionState started = SubmissionState.started(
                (SubmissionEvent.Started) events.get(0).event(), events.get(0).at());
        return new Submission(id, policy, table, started).replay(events.subList(1, events.size()));
    }

    /**
     * What this submission became by these events: for whoever has read the first part of its journal before.
     *
     * @param further the events that follow those that made it, in order
     * @throws IllegalArgumentException if they don't follow from one another, naming the first that doesn't
     */
    public Submission replay(List<PastEvent> further) {
        Fold fold = new Fold(id, policy, table);
        SubmissionState became = state;
        for (PastEvent past : further) {
            try {
                became = fold.apply(became, past.event(), past.at());
            } catch (IllegalStateException e) {
                throw new IllegalArgumentException("Event " + (became.versions().all() + 1) + ": " + e.getMessage(), e);
            }
        }
        return new Submission(id, policy, table, became);
    }

    /**
     * Saves a draft; no one but the submitter sees it.
     *
     * @param digest of the draft
     * @param at when
     */
    public Change saveDraft(ContentDigest digest, Instant at) {
        table.require(stage().name(), Act.SAVE_DRAFT);
        return new Recording(this, at)
                .record(new SubmissionEvent.DraftSaved(digest))
                .change();
    }

    /** Everything else that can be done to it, decided on these facts. */
    public SubmissionActs act(ReviewContext context) {
        return new SubmissionActs(this, context);
    }

    /** Whether the act is possible in the present stage; who may do it is for the access table to say. */
    public boolean permits(Act act) {
        return table.permits(stage().name(), act);
    }

    /**
     * Whether the act could be done now by somebody who may: not only possible in the stage, but with a seat in the
     * right state, a vacancy to fill, a tie to break or a round to close, or nothing to do with its panel so far.
     *
     * @param act what would be done
     * @param person who would do it; their own seat counts for what a reviewer does
     * @param at when
     */
    public boolean offers(Act act, @Nullable PersonId person, Instant at) {
        if (!permits(act)) {
            return false;
        }
        return switch (act) {
            case ACCEPT_SEAT, DECLINE_SEAT, RECUSE, REVIEW ->
                openRound().stream()
                        .flatMap(round -> round.standing().stream())
                        .anyMatch(seat -> seat.person().equals(person)
                                && table.permits(seat.state().name(), act));
            case REPLACE_SEAT ->
                openRound().stream()
                        .flatMap(round -> round.standing().stream())
                        .anyMatch(seat -> table.permits(seat.state().name(), act));
            case FILL_SEAT -> judged(at) instanceof Judgement.Pending pending && pending.vacancies() > 0;
            case SEAT_FURTHER -> judged(at) instanceof Judgement.Tied;
            case CLOSE_ROUND ->
                openRound()
                        .filter(round -> new Fold(id, policy, table).mayClose(policy.judge(round, at), round))
                        .isPresent();
            case REPRESENT -> rounds().isEmpty() && (person == null || mayRepresent(person));
            case UNFEATURE -> feature().isPresent();
            default -> true;
        };
    }

    private boolean mayRepresent(PersonId person) {
        return !submitter().equals(person) && !isRepresentedBy(person);
    }

    /** Its id. */
    public SubmissionId id() {
        return id;
    }

    /** The policy under which it is judged. */
    public ReviewPolicy policy() {
        return policy;
    }

    /** How many events made it: 1 after the first. A compare-and-set on this is what makes an act atomic. */
    public long version() {
        return state.versions().all();
    }

    /**
     * How many events made it, apart from those that somebody must not learn of, nor be kept from acting by.
     *
     * @param ofSeats with those that happened to single seats
     * @param ofDrafts with those that happened to the draft
     */
    public long version(boolean ofSeats, boolean ofDrafts) {
        return state.versions().all()
                - (ofSeats ? 0 : state.versions().ofSeats())
                - (ofDrafts ? 0 : state.versions().ofDrafts());
    }

    /**
     * How many events had made it when what the public sees of it changed last; 0 if the public never saw it. It tells of
     * nothing that happened since.
     */
    public long publicVersion() {
        return state.versions().ofPublic();
    }

    /** The kind of the item. */
    public Kind kind() {
        return state.origin().kind();
    }

    /** Who submits. */
    public PersonId submitter() {
        return state.origin().submitter();
    }

    /** For whom the submitter submits. */
    public SortedSet<OrganisationId> organisations() {
        return state.origin().organisations();
    }

    /** Who acts on the submitter's behalf, in the order in which they began. */
    public List<Representation> representations() {
        return state.representations();
    }

    /** Whether this person acts on the submitter's behalf; nobody known doesn't. */
    public boolean isRepresentedBy(@Nullable PersonId person) {
        return person != null && state.isRepresentedBy(person);
    }

    /** On whose behalf this person acts here: the submitter's if they represent them, otherwise nobody's. */
    public Optional<PersonId> representedBy(@Nullable PersonId person) {
        return isRepresentedBy(person) ? Optional.of(submitter()) : Optional.empty();
    }

    /** The draft, if there is one that was not handed in yet. */
    public Optional<ContentDigest> draft() {
        return Optional.ofNullable(state.draft());
    }

    /** All that was handed in, in order. */
    public List<Revision> revisions() {
        return state.revisions();
    }

    /** What was returned at screening, in order. */
    public List<Screening> screenings() {
        return state.screenings();
    }

    /** The last revision that was handed in. */
    public Optional<Revision> revision() {
        return state.revisions().isEmpty() ? Optional.empty() : Optional.of(state.lastRevision());
    }

    /** All rounds, in order. */
    public List<Round> rounds() {
        return state.rounds();
    }

    /** The last round. */
    public Optional<Round> round() {
        return state.rounds().isEmpty() ? Optional.empty() : Optional.of(state.lastRound());
    }

    /** The seats whose review is awaited now. */
    public List<Seat> awaited() {
        return openRound().stream()
                .flatMap(round -> round.standing().stream())
                .filter(seat -> seat.review().isEmpty())
                .toList();
    }

    /** The open round, if there is one. */
    public Optional<Round> openRound() {
        return round().filter(Round::isOpen);
    }

    /** Where it stands. */
    public Stage stage() {
        return state.stage();
    }

    /** What the public can read now. */
    public Optional<Publication> publication() {
        return Optional.ofNullable(state.stage().publication());
    }

    /** How it is featured now; empty also where what was said is about a revision that another has replaced. */
    public Optional<Feature> feature() {
        return lastFeature()
                .filter(last -> publication()
                        .filter(publication -> publication.revision() == last.revision())
                        .isPresent());
    }

    /** How it was featured last, if that wasn't taken back: for whoever says whether it holds of the present revision. */
    public Optional<Feature> lastFeature() {
        return Optional.ofNullable(state.feature());
    }

    /** When it was started. */
    public Instant startedAt() {
        return state.origin().at();
    }

    /** When it last changed. */
    public Instant changedAt() {
        return state.versions().at();
    }

    TransitionTable table() {
        return table;
    }

    Submission after(SubmissionEvent event, Instant at) {
        return new Submission(id, policy, table, new Fold(id, policy, table).apply(state, event, at));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Submission that
                && id.equals(that.id)
                && policy.equals(that.policy)
                && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, state.versions().all());
    }

    @Override
    public String toString() {
        return kindAndId() + ", " + stage().name().code() + ", version " + version();
    }

    private @Nullable Judgement judged(Instant at) {
        return openRound().map(round -> policy.judge(round, at)).orElse(null);
    }

    private String kindAndId() {
        return kind().code() + " " + id;
    }
}
